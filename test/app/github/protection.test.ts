import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubProtection } from "../../../app/github/protection.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "listings" };

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("protection through %s", (_, makeClient) => {
  const port = () => githubProtection(callOf(makeClient()), repository);
  const branch = () => api().get("/repos/acme/listings/branches/main");
  const rules = (page = 1) =>
    api().get("/repos/acme/listings/rules/branches/main").query({ per_page: 100, page });
  const checksRule = (checks: object[]) => ({
    type: "required_status_checks",
    parameters: { strict_required_status_checks_policy: false, required_status_checks: checks },
  });

  test("is read from the branch's own rule", async () => {
    branch().reply(200, {
      protection: {
        enabled: true,
        required_status_checks: {
          enforcement_level: "everyone",
          contexts: ["Guidelines", "ci/old", "Usability", "Submission"],
          checks: [
            { context: "Guidelines", app_id: 7 },
            { context: "Usability", app_id: null },
            { context: "Submission", app_id: -1 },
          ],
        },
      },
    });
    rules().reply(200, []);

    expect(await port().read("main")).toEqual({
      requiredChecks: [
        { name: "Guidelines", appId: 7 },
        { name: "Usability", appId: null },
        { name: "Submission", appId: null },
        { name: "ci/old", appId: null },
      ],
    });
  });

  test("is read from rulesets, page by page", async () => {
    branch().reply(200, { protected: true, protection: { enabled: false } });
    rules(1).reply(
      200,
      Array.from({ length: 100 }, () => ({ type: "deletion" })),
    );
    rules(2).reply(200, [
      { type: "pull_request" },
      checksRule([{ context: "Guidelines", integration_id: 7 }, { context: "Usability" }]),
    ]);

    expect(await port().read("main")).toEqual({
      requiredChecks: [
        { name: "Guidelines", appId: 7 },
        { name: "Usability", appId: null },
      ],
    });
  });

  test("is nothing where a rule is switched off, and where the branch or its rules are not there", async () => {
    branch().reply(200, {
      protection: {
        enabled: false,
        required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
      },
    });
    rules().reply(404, {});
    expect(await port().read("main")).toEqual({ requiredChecks: [] });

    branch().reply(404, {});
    rules().reply(200, []);
    expect(await port().read("main")).toEqual({ requiredChecks: [] });
  });

  test("is not known where it may not be read", async () => {
    branch().reply(200, {});
    rules().reply(403, { message: "Upgrade to GitHub Pro or make this repository public" });

    expect(await port().read("main")).toBeNull();
  });

  test("rejects where GitHub fails", async () => {
    branch().reply(502, {});
    rules().reply(200, []);

    await expect(port().read("main")).rejects.toMatchObject({ status: 502 });
  });
});
