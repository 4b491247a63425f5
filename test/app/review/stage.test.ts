import { beforeEach, describe, expect, test } from "vitest";
import { maxCommentLength } from "../../../app/github/comments.ts";
import { stageLabel, stages } from "../../../app/review/stage.ts";
import { createStory, reviewStates, signOff, type Story } from "./story.ts";

let story: Story;

beforeEach(async () => {
  story = createStory();
  await story.look();
});

function status(): string {
  return story.said("connector-gate:status")[0]?.body ?? "";
}

describe("where a submission is", () => {
  test.each([
    ["in review", () => {}, "waits for @&#8203;cora until"],
    ["checking", () => (story.gates = { Guidelines: "waiting" }), "The checks of this release are running"],
    [
      "needs author",
      () => (story.gates = { Guidelines: "fail", Usability: "waiting" }),
      "To mend: *Guidelines*.",
    ],
    ["needs author", () => (story.pull.isDraft = true), "Mark it as ready for review"],
    [
      "needs author",
      () => story.review("cora", "changes-requested"),
      "Reviewers ask for changes, quoted below: *Code review*.",
    ],
    ["on hold", () => story.say("cora", "/hold For *legal*."), "put it on hold: For &#42;legal&#42;."],
    ["approved", () => signOff(story), "`@lisa` can `/list` it"],
    ["withdrawn", () => (story.pull.isOpen = false), "closed without being listed"],
    ["withdrawn", () => Object.assign(story.pull, { isOpen: false, isMerged: true }), "not listed any more"],
  ])("is %s", async (stage, change, words) => {
    await Promise.resolve(change());
    await story.look();

    expect(story.labels.filter((label) => label.startsWith("submission: "))).toEqual([
      `submission: ${stage}`,
    ]);
    expect(status()).toContain(words);
    expect((await story.look()).writes).toEqual([]);
  });

  test("is a label that GitHub takes", () => {
    for (const { name, color, description } of stages.map(stageLabel)) {
      expect(name).toMatch(/^submission: [a-z ]+$/);
      expect(color).toMatch(/^[0-9a-f]{6}$/);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });

  test("takes off what somebody put on, and leaves labels that are not ours", async () => {
    (story.labels as string[]).push("submission: listed", "review: overdue", "question");
    await story.look();

    expect(story.labels).toEqual(["submission: in review", "question"]);
  });
});

describe("the status", () => {
  test("is written once and edited in place, also where there are two", async () => {
    const [first] = story.said("connector-gate:status");
    const twin = story.say("connector-gate[bot]", status());
    Object.assign(twin, { isOurs: true, isBot: true });
    story.gates = { Guidelines: "fail" };
    const { writes } = await story.look();

    expect(writes.filter((what) => what === "edit")).toHaveLength(1);
    expect(first?.body).toContain("Waits for the author");
    expect(twin.body).toContain("In review");
  });

  test("calls the author only where nothing else tells them", async () => {
    expect(status()).not.toMatch(/@ann\b/);

    story.authorInformed = false;
    await story.look();
    expect(status()).toContain("@ann: all that is said");
  });

  test("fits into a comment, whatever reviewers write", async () => {
    for (let index = 0; index < 60; index++) {
      story.review("cora", "changes-requested", { body: "<@all> #1 `x` | ".repeat(500) });
    }
    await story.look();

    expect(status().length).toBeLessThan(maxCommentLength);
    expect(status()).toContain("*More did not fit here");
    expect(status()).not.toContain("@all");
  });

  test("says whose teams cannot be read", async () => {
    story.unreadableTeams = ["@programme/code"];
    await story.look();

    expect(status()).toContain("The app cannot read who is in `@programme/code`");
  });
});

describe("in doubt, a gate waits:", () => {
  test("where more was said than the app reads", async () => {
    await signOff(story);
    for (let index = 0; index < 1000; index++) story.say("eve", "Hi.");
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "waiting", usability: "waiting" });
    expect(look.desired.gates[5]?.title).toBe("Too many comments to be sure");
  });

  test("where a review that was dismissed and an approval came in the same second", async () => {
    story.say("carl", "/check code all");
    const approval = story.say("carl", "/approve code");
    await story.look();
    // The clock of the story goes on by ten seconds with each thing that is said.
    story.now = new Date((approval.createdAt - 10) * 1000);
    const review = story.review("cora", "changes-requested");
    story.dismiss(review);
    story.now = new Date((approval.createdAt + 100) * 1000);

    expect(review.submittedAt).toBe(approval.createdAt);
    expect(reviewStates(await story.look()).code).toBe("waiting");
    story.say("carl", "/approve code");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("where the checks of a head began in the second of the command", async () => {
    const sha = story.push();
    await story.look();
    const began = story.observe().runs[0]?.startedAt ?? 0;
    story.now = new Date((began - 10) * 1000);
    const comment = story.say("cora", "/check code all\n/approve code");
    const look = await story.look();

    expect([comment.createdAt, story.pull.headSha]).toEqual([began, sha]);
    expect(reviewStates(look).code).toBe("waiting");
    expect(story.said("while you wrote")).toHaveLength(1);
  });
});
