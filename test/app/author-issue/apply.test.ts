import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyAuthorIssue, type AuthorIssuePorts } from "../../../app/author-issue/apply.ts";
import { decideAuthorIssue } from "../../../app/author-issue/decide.ts";
import { githubComments } from "../../../app/github/comments.ts";
import { githubOwnIssues } from "../../../app/github/own-issues.ts";
import {
  defaultPermissions,
  type FakeGitHub,
  type FakeRepository,
  startFakeGitHub,
} from "../../support/fake-github.ts";
import type { Ticket } from "../../support/fake-github/world.ts";
import { callOf } from "../../support/github-api.ts";
import {
  gatesOf,
  lineComment,
  observe,
  record,
  request,
  reviewOf,
  type ObservationChanges,
} from "./author-issues.ts";

let github: FakeGitHub;
let source: FakeRepository;

beforeEach(async () => {
  github = await startFakeGitHub();
  source = github.repository("acme/helpdesk");
  github.install("acme");
  github.permission(source, "ann", "write");
});
afterEach(() => github.close());

const appLogin = "connector-gate[bot]";

function ports(): AuthorIssuePorts {
  const call = callOf(github.client("acme"));
  const repository = { owner: source.owner, repo: source.repo };
  return {
    issues: githubOwnIssues(call, repository, github.appId, appLogin),
    comments: githubComments(call, repository, github.appId),
  };
}

/** Brings the issue up to date as the app does, and says whether the author was informed. */
async function follow(
  changes: ObservationChanges = {},
  gates = gatesOf(),
  review: Parameters<typeof reviewOf>[0] = {},
) {
  const desired = decideAuthorIssue(observe(changes), gates, reviewOf(review));
  return applyAuthorIssue(desired!, ports());
}

const issues = (): readonly Ticket[] => [...source.state.tickets.values()];
const comments = () => source.state.comments.map(({ body }) => body);
const closed = { pull: { isOpen: false } };

describe("the author's issue", () => {
  test("is written once, and assigned to who submitted", async () => {
    expect(await follow()).toBe("informed");

    expect(issues()).toMatchObject([
      { title: "Listing review of 1.2.0", state: "open", assignees: ["ann"], author: { login: appLogin } },
    ]);
    expect(comments()).toEqual([]);
  });

  test("is read once and not written where nothing changed", async () => {
    await follow();
    github.forget();

    await follow();

    expect(github.count()).toEqual({ reads: 1, writes: 0 });
  });

  test("follows a newer version under a new title", async () => {
    await follow();

    await follow({ record: { ...record, version: "1.2.1", release: { ...record.release, tag: "v1.2.1" } } });

    expect(issues()).toMatchObject([{ title: "Listing review of 1.2.1" }]);
  });

  test("is closed with the outcome, and tells it", async () => {
    await follow();

    await follow({ pull: { isOpen: false, isMerged: true } });

    expect(issues()).toMatchObject([{ state: "closed", stateReason: "completed" }]);
    expect(issues()[0]?.body).toContain("**Listed: version 1.2.0 is [in the catalogue]");
    expect(comments()).toEqual([expect.stringContaining("\nListed: version 1.2.0 is [in the catalogue]")]);
  });

  test("is closed as not planned where nothing is listed, and reopened with the submission", async () => {
    await follow();
    await follow(closed);
    expect(issues()).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);

    await follow();

    expect(issues()).toMatchObject([{ state: "open" }]);
  });

  test("stays as a person left it until the submission changes", async () => {
    await follow();
    issues()[0]!.state = "closed";

    await follow({}, gatesOf({ "Code review": "pass" }));
    expect(issues()).toMatchObject([{ state: "closed" }]);

    await follow({ pull: { isOpen: false, isMerged: true } });
    await follow();
    expect(issues()).toMatchObject([{ state: "open" }]);
  });

  test("is one, also where GitHub showed the first too late", async () => {
    await follow();
    const [first] = issues();
    source.state.tickets.delete(1);
    source.state.tickets.set(2, { ...first!, number: 2 });
    await follow();
    source.state.tickets.set(1, first!);
    expect(issues()).toHaveLength(2);

    await follow();
    github.forget();
    await follow();

    expect(issues()).toMatchObject([
      { number: 2, state: "closed", body: expect.stringContaining("This is the same as #1") },
      { number: 1, state: "open" },
    ]);
    expect(github.count().writes).toBe(0);
  });

  test("is not written for a submission that was over before", async () => {
    expect(await follow(closed)).toBe("not-informed");

    expect(issues()).toEqual([]);
  });
});

describe("news", () => {
  test("are told in one comment each time, and once", async () => {
    await follow();
    const first = { requests: [request()] };

    await follow({ reviewComments: [lineComment()] }, gatesOf(), first);
    await follow({ reviewComments: [lineComment()] }, gatesOf(), first);

    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toMatch(/asks for changes in the .*:\n\n> Page the search\./);
    expect(comments()[0]).toContain("> Why?");
    const second = {
      requests: [...first.requests, request({ id: "99", text: "More." })],
    };
    await follow({ reviewComments: [lineComment()] }, gatesOf(), second);
    expect(comments()).toHaveLength(2);
    expect(comments()[1]).not.toContain("Page the search.");
  });

  test("that were there from the start are in the issue alone", async () => {
    await follow({}, gatesOf(), { requests: [request()] });

    expect(issues()[0]?.body).toContain("> Page the search.");
    expect(comments()).toEqual([]);
  });

  test("are not told again where the note of it was lost", async () => {
    await follow();
    github.fault({ method: "PATCH", path: /issues\/1$/, status: 502 });
    const asked = { requests: [request()] };
    await expect(follow({}, gatesOf(), asked)).rejects.toMatchObject({ status: 502 });

    await follow({}, gatesOf(), asked);

    expect(comments()).toHaveLength(1);
    expect(issues()[0]?.body).toContain("> Page the search.");
  });
});

describe("who may have an issue written", () => {
  test("nobody who does not work on the connector, where the programme does not vouch for the submission", async () => {
    expect(await follow({ pull: { author: "mallory", isFork: true } })).toBe("not-informed");

    expect(issues()).toEqual([]);
  });

  test("a robot of the programme, and the issue is nobody's then", async () => {
    expect(await follow({ pull: { author: "submitter[bot]" } })).toBe("informed");

    expect(issues()).toMatchObject([{ assignees: [] }]);
  });
});

describe("forged markers", () => {
  test("of people count for nothing", async () => {
    await follow();
    const { body } = issues()[0]!;
    source.state.tickets.clear();
    source.openIssue("mallory", "Listing review of 1.2.0", body!);

    await follow();

    expect(issues()).toMatchObject([
      { author: { login: "mallory" }, title: "Listing review of 1.2.0" },
      { author: { login: appLogin } },
    ]);
  });

  test("in the words of a reviewer open no marker", async () => {
    await follow();
    const text = '<!-- connector-gate:listing-review {"owner":"x","repo":"y","number":1} -->';

    await follow({}, gatesOf(), { requests: [request({ text })] });
    await follow({}, gatesOf(), { requests: [request({ text })] });

    expect(issues()).toHaveLength(1);
  });

  test("of another submission are another issue", async () => {
    await follow();

    await follow({ pull: { number: 6 } });

    expect(issues()).toHaveLength(2);
  });
});

describe("where the app may not write issues", () => {
  test("the author is not informed, and nothing fails", async () => {
    github.world.installations.clear();
    github.install("acme", { ...defaultPermissions, issues: "read" });

    expect(await follow()).toBe("not-informed");
  });

  test("nor where issues are switched off", async () => {
    github.fault({ path: /\/issues/, status: 410 });

    expect(await follow()).toBe("not-informed");
  });

  test("a failing GitHub is tried again", async () => {
    github.fault({ path: /\/issues/, status: 503 });

    await expect(follow()).rejects.toMatchObject({ status: 503 });
  });
});
