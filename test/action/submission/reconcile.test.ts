import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../../support/fake-github.ts";
import { mergePull, sampleRecord, seen, submitRecord, target } from "./submissions.ts";

let github: FakeGitHub;
let listings: FakeRepository;
let token: string;

beforeEach(async () => {
  github = await startFakeGitHub();
  listings = github.repository("programme/listings");
  github.install("programme");
  github.permission(listings, "ann", "write");
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

  test("without a write", async () => {
    await submit("1.1.0");
    github.forget();

    await expect(submit("1.0.0")).rejects.toThrow(/is older/);
    expect(github.count().writes).toBe(0);
  });
});

describe("a submission without push rights", () => {
  beforeEach(() => github.permission(listings, "ann", "read"));

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
});

describe("a fault of GitHub's", () => {
  const writes = [
    /\/git\/trees$/,
    /\/git\/commits$/,
    /\/git\/refs/,
    /\/pulls$/,
    /\/labels$/,
    /\/comments$/,
    /\/pulls\/1$/,
  ];
  const kinds = [
    ["an error before the work", { status: 502 }],
    ["an error after the work", { status: 502, after: true }],
    ["a cut line before the work", { reset: true }],
    ["a cut line after the work", { reset: true, after: true }],
    ["a short limit", { status: 403, headers: { "retry-after": "1" } }],
  ] as const;

  async function submitTwoVersions(): Promise<void> {
    await submit("1.0.0").catch(() => {});
    await submit("1.0.0").catch(() => {});
    await submit("1.1.0").catch(() => {});
  }

  const everyFault = writes.flatMap((path) => kinds.map(([name, fault]) => [name, path, fault] as const));

  test.each(everyFault)("%s in %s is overcome in the same run", async (_, path, fault) => {
    const once = () =>
      github.fault({ ...fault, when: (request) => request.method !== "GET" && path.test(request.path) });

    once();
    expect(await submit("1.0.0")).toMatchObject({ state: "created", number: 1 });
    once();
    expect(await submit("1.1.0")).toMatchObject({ state: "updated", number: 1 });

    expect(seen(github, listings)).toMatchObject({
      pulls: [
        {
          title: "Helpdesk 1.1.0",
          version: "1.1.0",
          labels: ["submission"],
          comments: [expect.stringContaining("1.1.0")],
        },
      ],
    });
  });

  test.each(everyFault)(
    "%s that ends the run in %s is made good by the next run, and nothing is doubled",
    async (_, path, fault) => {
      github.fault({
        ...fault,
        when: (request) => request.method !== "GET" && path.test(request.path),
        times: 4,
      });

      await submitTwoVersions();
      const last = await submit("1.1.0");

      expect(last.number).toBe(1);
      expect(seen(github, listings)).toMatchObject({
        pulls: [{ title: "Helpdesk 1.1.0", version: "1.1.0", labels: ["submission"] }],
        branches: ["refs/heads/submit/helpdesk"],
      });
      expect(seen(github, listings).pulls[0]!.comments.length).toBeLessThanOrEqual(1);
      expect((await submit("1.1.0")).state).toBe("unchanged");
    },
  );
});

test("two runs at the same moment end in one pull request", async () => {
  const [first, second] = await Promise.all([submit("1.0.0"), submit("1.0.0")]);

  expect([first.number, second.number]).toEqual([1, 1]);
  expect(seen(github, listings).pulls).toHaveLength(1);
});
