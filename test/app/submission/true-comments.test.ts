import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checklists } from "../../../checks/rules/checklists.ts";
import type { Call } from "../../../app/github/client.ts";
import { withHiddenEdits } from "../../../app/submission/true-comments.ts";
import { formatReceipt } from "../../../app/review/receipt.ts";
import { type Programme, startProgramme, type Tagged } from "../../support/programme.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

let programme: Programme;
let release: Tagged;
let pull: PullTicket;

beforeEach(async () => {
  programme = await startProgramme({ clock: () => new Date("2027-01-05T10:00:00Z") });
  release = programme.release("1.0.0");
  pull = programme.submit(release);
  await programme.settle();
});

afterEach(async () => programme.github.close());

const told = () => programme.listings.state.comments;

describe("a comment that was edited within the second in which it was written", () => {
  test("proves nothing, though it is an answer of the app", async () => {
    const words = programme.listings.comment(pull, "cora", "I shall have a look.");
    programme.listings.comment(pull, "mallory", "/help");
    await programme.settle();
    const answer = told().findLast(({ byApp, body }) => byApp && body.includes("receipt"))!;
    const { sha256 } = programme.recordOf(release).release;
    answer.body = formatReceipt({
      comment: words.id,
      by: "cora",
      at: Date.parse(words.createdAt) / 1000,
      head: pull.pull.head.sha,
      digest: sha256,
      acts: [
        { act: "check", side: "code", items: checklists.code.map(({ id }) => id) },
        { act: "approve", side: "code" },
      ],
    });
    answer.editedAtOnce = true;

    await programme.look(pull);

    expect(programme.gate(pull, "Code review").title).not.toContain("Signed off");
  });

  test("is no command, though a reviewer wrote it", async () => {
    const words = programme.listings.comment(pull, "cora", "I shall have a look.");
    words.body = "/approve code";
    words.editedAtOnce = true;

    await programme.look(pull);

    expect(programme.gate(pull, "Code review").title).toBe("Waits for a reviewer");
    expect(told().some(({ byApp, body }) => byApp && body.includes("of 1.0.0 signed off"))).toBe(false);
  });
});

test("comments are asked about once", async () => {
  programme.listings.comment(pull, "cora", "/approve code");
  await programme.settle();
  await programme.look(pull);
  programme.github.forget();

  await programme.look(pull);

  expect(programme.gate(pull, "Code review").title).toContain("Signed off by cora");
  expect(programme.github.requests.filter(({ path }) => path === "/graphql")).toEqual([]);
});

test("nothing is decided as long as GitHub does not tell what was edited", async () => {
  const refused = { data: null, errors: [{ type: "RATE_LIMITED" }] };
  const comment = programme.listings.comment(pull, "cora", "/approve code");
  const asked: string[] = [];
  const call = (async (route: string) => {
    asked.push(route);
    return { data: refused };
  }) as unknown as Call;
  const written = {
    id: comment.id,
    nodeId: `IC_${comment.id}`,
    author: "cora",
    isOurs: false,
    isBot: false,
    isEdited: false,
    createdAt: 0,
    updatedAt: 0,
    body: comment.body,
    answers: 0,
  };

  const seen = await withHiddenEdits([written], { call, unedited: new Set(), clock: () => new Date() });

  expect([seen, asked]).toEqual([null, ["POST /graphql"]]);
});
