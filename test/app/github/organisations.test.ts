import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubOrganisations } from "../../../app/github/organisations.ts";
import { githubTeams } from "../../../app/github/teams.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("owners through %s", (_, makeClient) => {
  const port = () => githubOrganisations(callOf(makeClient()));

  test("are found by any spelling, with their number", async () => {
    api()
      .get("/users/ACME")
      .reply(200, { login: "acme", id: 42, type: "Organization", email: "a@acme.test" });

    expect(await port().find("ACME")).toEqual({ login: "acme", id: 42, type: "Organization" });
  });

  test("are none where nobody has the name, or a bot has it", async () => {
    api().get("/users/nobody").reply(404);
    api().get("/users/robot").reply(200, { login: "robot", id: 1, type: "Bot" });

    expect(await port().find("nobody")).toBeNull();
    expect(await port().find("robot")).toBeNull();
  });

  test("show some of their members", async () => {
    api().get("/orgs/acme/public_members/ann").reply(204);
    api().get("/orgs/acme/public_members/bob").reply(404);

    expect(await port().isPublicMember("acme", "ann")).toBe(true);
    expect(await port().isPublicMember("acme", "bob")).toBe(false);
  });
});

describe.each(clients)("teams through %s", (_, makeClient) => {
  const port = () => githubTeams(callOf(makeClient()));
  const list = (page: number) =>
    api().get("/orgs/acme/teams/partners/members").query({ per_page: 100, page });

  test("are read page by page, in lower case", async () => {
    list(1).reply(
      200,
      Array.from({ length: 100 }, (_each, index) => ({ login: `Member${index}` })),
    );
    list(2).reply(200, [{ login: "Ann" }]);

    const members = await port().members("acme", "partners");

    expect(members?.size).toBe(101);
    expect(members?.has("ann")).toBe(true);
    expect(members?.has("member7")).toBe(true);
  });

  test.each([404, 403])("are none where GitHub answers %d", async (status) => {
    list(1).reply(status, { message: "no" });

    expect(await port().members("acme", "partners")).toBeNull();
  });

  test("are asked for again where GitHub could not answer", async () => {
    list(1).reply(502);

    await expect(port().members("acme", "partners")).rejects.toMatchObject({ status: 502 });
  });
});
