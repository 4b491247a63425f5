import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { explainFailure } from "../../../action/submission/failures.ts";
import type { FakeGitHub, FakeRepository } from "../../support/fake-github.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import { mergePull, sampleRecord, seen, startProgramme, submitRecord, target } from "./submissions.ts";

let github: FakeGitHub;
let listings: FakeRepository;
let token: string;

beforeEach(async () => {
  ({ github, listings } = await startProgramme("read"));
  token = github.token("ann");
});

afterEach(async () => github.close());

const submit = (version: string, changes = {}) => submitRecord(github, token, sampleRecord(version, changes));

describe("a submission without push rights", () => {
  test("comes from a fork that is made for it", async () => {
    const submitted = await submit("1.0.0");
    const again = await submit("1.0.0");

    expect([submitted.state, again.state]).toEqual(["created", "unchanged"]);
    expect(seen(github, listings)).toMatchObject({ pulls: [{ version: "1.0.0", labels: [] }], branches: [] });
    expect(listings.state.tickets.get(1)!.pull!.head.repository.owner.login).toBe("ann");
  });

  test("keeps the fork up to date", async () => {
    const fork = listings.fork("ann");
    const head = listings.commit("main", { "docs.md": "new" });

    await submit("1.0.0");

    expect(fork.state.refs.get("refs/heads/main")).toBe(head);
    expect(github.world.repositories.filter(({ parent }) => parent !== null)).toHaveLength(1);
  });

  test("leaves alone a fork's own commits", async () => {
    const fork = listings.fork("ann");
    const own = fork.commit("main", { "own.md": "mine" });
    listings.commit("main", { "docs.md": "new" });

    expect(await submit("1.0.0")).toMatchObject({ state: "created" });
    expect(fork.state.refs.get("refs/heads/main")).toBe(own);
    const client = github.client("programme");
    const { data } = await client.rest.pulls.listFiles({ ...target, pull_number: 1 });
    expect(data.map(({ filename }) => filename)).toEqual(["listings/helpdesk/listing.json"]);
  });

  test("updates its pull request for a newer tag", async () => {
    await submit("1.0.0");

    expect(await submit("1.2.0")).toMatchObject({ state: "updated", number: 1 });
    expect(await submit("1.2.0")).toMatchObject({ state: "unchanged" });
  });

  test("says so where somebody else's fork has the open one", async () => {
    await submit("1.0.0");
    token = github.token("ben");

    await expect(submit("1.1.0")).rejects.toThrow(/comes from ann\/listings, where this token can't write/);
  });

  test("is not kept away by what a stranger submits under the slug", async () => {
    const stranger = listings.fork("eve");
    const { release } = sampleRecord();
    const theirs = sampleRecord("9.0.0", { release: { ...release, repositoryId: 666 } });
    stranger.commit(
      "submit/helpdesk",
      { "listings/helpdesk/listing.json": formatRecord(theirs) },
      { from: "main" },
    );
    listings.openPull({ head: "eve:submit/helpdesk", author: "eve" });

    expect(await submit("1.0.0")).toMatchObject({ state: "created", number: 2 });
    expect(await submit("1.1.0")).toMatchObject({ state: "updated", number: 2 });
  });

  test("uses a fork of another name, with the branch of an earlier submission", async () => {
    const fork = listings.fork("ann");
    fork.state.name = "my-listings";
    await submit("1.0.0");
    await mergePull(github, 1);

    const submitted = await submit("1.1.0");

    expect(submitted).toMatchObject({ state: "created", number: 2 });
    expect(listings.state.tickets.get(2)!.pull!.head.repository).toBe(fork.state);
    expect(await submit("1.2.0")).toMatchObject({ state: "updated", number: 2 });
    expect(await submit("1.2.0")).toMatchObject({ state: "unchanged" });
  });

  test("leaves alone a repository of the user's that only has the name", async () => {
    const other = github.repository("ann/listings");

    expect(await submit("1.0.0")).toMatchObject({ state: "created" });
    expect(other.state.refs.size).toBe(1);
  });

  test("uses a fork whose default branch has another name", async () => {
    const fork = listings.fork("ann");
    fork.state.refs.set("refs/heads/master", fork.state.refs.get("refs/heads/main")!);
    fork.state.refs.delete("refs/heads/main");

    expect(await submit("1.0.0")).toMatchObject({ state: "created", number: 1 });
  });

  test("does not change the fork where nothing is submitted", async () => {
    await submit("1.0.0");
    await mergePull(github, 1);
    github.forget();

    await expect(submit("1.0.0")).rejects.toThrow(/is listed already/);
    expect(github.count().writes).toBe(0);
  });

  test("says what to do where the fork was deleted, and makes another then", async () => {
    await submit("1.0.0");
    github.world.repository("ann", "listings")!.removed = true;

    await expect(submit("1.1.0")).rejects.toThrow(
      /the open submission \S+ comes from a fork that was deleted: close it, and run this again\.$/,
    );
    listings.state.tickets.get(1)!.state = "closed";
    expect(await submit("1.0.0")).toMatchObject({ state: "created", number: 2 });
  });

  test("says what to do where the fork lacks the commit to build on", async () => {
    listings.fork("ann").commit("main", { "own.md": "mine" });
    listings.commit("main", { "docs.md": "new" });
    github.fault({ method: "GET", path: /^\/repos\/ann\/listings\/git\/commits\//, status: 404 });

    await expect(submit("1.0.0")).rejects.toThrow(
      "The fork ann/listings lacks the newest commit of programme/listings: sync its branch main on GitHub, or delete the fork, and run this again.",
    );
  });

  test("says whose rules are in the way where the fork's branch is protected", async () => {
    await submit("1.0.0");
    const rule = {
      method: "PATCH",
      path: /\/git\/refs\//,
      status: 422,
      message: "Cannot update this branch",
    };
    github.fault({ ...rule, times: 4 });

    const failure = await submit("1.1.0").catch((error: unknown) => error);

    const use = { input: "listings-token", token, repository: "programme/listings", needs: "" };
    expect(String(explainFailure(failure, use))).toMatch(
      /422: Cannot update this branch\)\. Run this again; if it stays, check the rules of ann\/listings, such as/,
    );
    expect(await submit("1.1.0")).toMatchObject({ state: "updated", number: 1 });
  });

  test("says when a fork is not ready in time", async () => {
    github.fault({ method: "GET", path: /^\/repos\/ann\/listings\/branches$/, status: 404, times: 60 });

    await expect(submit("1.0.0")).rejects.toThrow(
      "The fork ann/listings was not ready after 60 seconds: run this again later.",
    );
  });
});
