import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { FakeGitHub, FakeRepository } from "../../support/fake-github.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import {
  mergePull,
  sampleRecord,
  seen,
  startProgramme,
  submitRecord,
  target,
  wantedOf,
} from "./submissions.ts";

let github: FakeGitHub;
let listings: FakeRepository;
let token: string;

beforeEach(async () => {
  ({ github, listings } = await startProgramme("write"));
  token = github.token("ann");
});

afterEach(async () => github.close());

const submit = (version: string, changes = {}) => submitRecord(github, token, sampleRecord(version, changes));

describe("a submission with push rights", () => {
  test("opens one pull request with the record on its branch", async () => {
    const submitted = await submit("1.0.0");

    expect(submitted).toMatchObject({ state: "created", number: 1, missingLabels: [] });
    expect(seen(github, listings)).toMatchObject({
      pulls: [
        { state: "open", title: "Helpdesk 1.0.0", version: "1.0.0", labels: ["submission"], comments: [] },
      ],
      branches: ["refs/heads/submit/helpdesk"],
    });
  });

  test("changes only the file of the listing", async () => {
    await submit("1.0.0");

    const client = github.client("programme");
    const { data } = await client.rest.pulls.listFiles({ ...target, pull_number: 1 });
    expect(data.map(({ filename }) => filename)).toEqual(["listings/helpdesk/listing.json"]);
  });

  test("writes nothing for the same tag again", async () => {
    await submit("1.0.0");
    github.forget();

    const submitted = await submit("1.0.0");

    expect(submitted).toMatchObject({ state: "unchanged", number: 1 });
    expect(github.count().writes).toBe(0);
    expect(github.count().reads).toBeLessThanOrEqual(7);
  });

  test("updates the open pull request for a newer tag, and says so once", async () => {
    await submit("1.0.0");

    const submitted = await submit("1.1.0");
    const again = await submit("1.1.0");

    expect([submitted.state, again.state]).toEqual(["updated", "unchanged"]);
    expect(seen(github, listings).pulls).toMatchObject([
      { title: "Helpdesk 1.1.0", version: "1.1.0", comments: [expect.stringContaining("Now 1.1.0.")] },
    ]);
  });

  test("keeps what people wrote into the text while the record stays", async () => {
    await submit("1.0.0");
    const [ticket] = listings.state.tickets.values();
    ticket!.body = `Hello.\n${ticket!.body ?? ""}`;

    const submitted = await submit("1.0.0");

    expect(submitted.state).toBe("unchanged");
    expect(ticket!.body).toContain("Hello.");
  });

  test("replaces the record where the rules found other things at the same commit", async () => {
    await submit("1.0.0");

    const report = { ruleSet: "0.2.0", sha256: "0".repeat(64), counts: { error: 0, warning: 0, notice: 0 } };
    const submitted = await submit("1.0.0", { report });

    expect(submitted.state).toBe("updated");
    expect(seen(github, listings).pulls).toMatchObject([{ version: "1.0.0", comments: [] }]);
  });

  test("submits the next version after the merge, on a fresh branch", async () => {
    await submit("1.0.0");
    await mergePull(github, 1);

    const submitted = await submit("2.0.0");

    expect(submitted).toMatchObject({ state: "created", number: 2 });
    expect(seen(github, listings).pulls).toMatchObject([
      { state: "closed", version: "1.0.0" },
      { state: "open", version: "2.0.0" },
    ]);
  });

  test("works where the branch was deleted after the merge", async () => {
    await submit("1.0.0");
    await mergePull(github, 1);
    listings.state.refs.delete("refs/heads/submit/helpdesk");

    expect(await submit("1.0.1")).toMatchObject({ state: "created", number: 2 });
  });

  test("opens a new pull request for a newer version after one was closed", async () => {
    await submit("1.0.0");
    listings.state.tickets.get(1)!.state = "closed";

    expect(await submit("1.1.0")).toMatchObject({ state: "created", number: 2 });
  });
});

describe("a submission finds its way", () => {
  test("to a listings repository that was renamed", async () => {
    await submit("1.0.0");
    listings.rename("programme/catalogue");

    const submitted = await submit("1.1.0");

    expect(submitted).toMatchObject({ state: "updated", number: 1 });
  });

  test("where the same version was listed and taken back", async () => {
    await submit("1.0.0");
    await mergePull(github, 1);
    listings.commit("main", { "listings/helpdesk/listing.json": null });

    const submitted = await submit("1.0.0");

    expect(submitted).toMatchObject({ state: "created", number: 2 });
    expect(seen(github, listings).pulls[1]).toMatchObject({ state: "open", version: "1.0.0" });
  });

  test("past a stranger's pull request from a branch of the same name", async () => {
    await submit("1.0.0");
    const stranger = listings.fork("eve");
    stranger.commit("submit/helpdesk", { "listings/helpdesk/listing.json": "{}" }, { from: "main" });
    listings.openPull({ head: "eve:submit/helpdesk", author: "eve" });

    expect(await submit("1.1.0")).toMatchObject({ state: "updated", number: 1 });
  });

  test("past what a stranger submits under the slug before anybody else", async () => {
    const stranger = listings.fork("eve");
    const { release } = sampleRecord();
    const theirs = sampleRecord("9.0.0", { release: { ...release, repositoryId: 666 } });
    for (const text of ["{}", formatRecord(theirs)]) {
      stranger.commit("submit/helpdesk", { "listings/helpdesk/listing.json": text }, { from: "main" });
      if (listings.state.tickets.size === 0) {
        listings.openPull({ head: "eve:submit/helpdesk", author: "eve" });
      }
      const submitted = await submit(text === "{}" ? "1.0.0" : "1.1.0");

      expect(submitted).toMatchObject({ number: 2 });
    }
  });

  test("to its fork, where its user got push rights since", async () => {
    github.permission(listings, "ann", "read");
    await submit("1.0.0");
    github.permission(listings, "ann", "write");

    expect(await submit("1.1.0")).toMatchObject({ state: "updated", number: 1 });
  });
});

describe("a submission is refused", () => {
  test("when the version is older than the one that is open", async () => {
    await submit("1.10.0");

    await expect(submit("1.9.0")).rejects.toThrow(
      /^Not submitted: version 1.9.0 is older than 1.10.0, which is/,
    );
  });

  test("when the version is listed", async () => {
    await submit("1.0.0");
    await mergePull(github, 1);

    await expect(submit("1.0.0")).rejects.toThrow(/version 1.0.0 of `helpdesk` is listed already/);
    await expect(submit("0.9.0")).rejects.toThrow(
      /version 0.9.0 of `helpdesk` is not newer than the listed 1.0.0/,
    );
    await expect(submit("1.0.0-rc.1")).rejects.toThrow(/is not newer than the listed 1.0.0/);
  });

  test("when the same version was closed", async () => {
    await submit("1.0.0");
    listings.state.tickets.get(1)!.state = "closed";

    await expect(submit("1.0.0")).rejects.toThrow(/the submission of 1.0.0 was closed .*reopen it there/);
  });

  test("when the tag has moved", async () => {
    await submit("1.0.0");
    const { release } = sampleRecord();

    await expect(submit("1.0.0", { release: { ...release, commit: "f".repeat(40) } })).rejects.toThrow(
      /v1.0.0 was submitted at commit .* a tag must not move/,
    );
  });

  test("when another repository is submitting under the slug", async () => {
    await submit("1.0.0");
    const { release } = sampleRecord();

    await expect(submit("2.0.0", { release: { ...release, repositoryId: 8 } })).rejects.toThrow(
      /`helpdesk` is being submitted from the repository acme\/helpdesk/,
    );
  });

  test("when the listing is of a kind that is not known", async () => {
    listings.commit("main", { "listings/helpdesk/listing.json": '{"schemaVersion":2}' });

    await expect(submit("1.0.0")).rejects.toThrow(
      /is not a record that this version of Connector Gate reads/,
    );
  });

  test("when the repository has no commit yet", async () => {
    github.fault({ method: "GET", path: /git\/ref\/heads.+main$/, status: 409 });

    await expect(submit("1.0.0")).rejects.toThrow(
      /^programme\/listings has no commit yet: ask the programme to set it up\.$/,
    );
  });

  test("when two wrote at once, and the branch holds an older version than the text tells of", async () => {
    await submit("1.1.0");
    const { text } = wantedOf(sampleRecord("1.0.0"));
    listings.commit("submit/helpdesk", { "listings/helpdesk/listing.json": text });

    await expect(submit("1.0.0")).rejects.toThrow(/version 1.0.0 is older than 1.1.0/);
    expect(await submit("1.1.0")).toMatchObject({ state: "updated" });
  });

  test("without a write", async () => {
    await submit("1.1.0");
    github.forget();

    await expect(submit("1.0.0")).rejects.toThrow(/is older/);
    expect(github.count().writes).toBe(0);
  });
});
