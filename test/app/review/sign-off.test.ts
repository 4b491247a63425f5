import { beforeEach, describe, expect, test } from "vitest";
import { checklists } from "../../../checks/rules/checklists.ts";
import { createStory, type Look, policyOf, reviewStates, signOff, type Story } from "./story.ts";

let story: Story;

beforeEach(async () => {
  story = createStory();
  await story.look();
});

function summary({ desired }: Look, name: "Code review" | "Usability review"): string {
  return desired.gates.find((gate) => gate.name === name)?.summary ?? "";
}

async function tickAll(): Promise<void> {
  story.say("cora", "/check code all");
  story.say("uma", "/check usability all");
  await story.look();
}

describe("a sign-off", () => {
  test("is an approving review of one side's reviewer, with a complete checklist", async () => {
    await tickAll();
    story.review("cora", "approved");

    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "waiting" });
  });

  test("is a command, which names its side", async () => {
    expect(reviewStates(await signOff(story))).toEqual({ code: "pass", usability: "pass" });
  });

  test("waits for the checklist, and says what is open", async () => {
    story.say("cora", `/check code 1 3-${checklists.code.length}\n/approve code`);
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("Open in the checklist: 2.");
    expect(story.said("signed off. It")[0]?.body).toContain("open: 2 (`/check code 2`)");

    story.say("carl", "/check code 2");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("is void once the connector is another one", async () => {
    await signOff(story);
    story.push();

    expect(reviewStates(await story.look())).toEqual({ code: "waiting", usability: "waiting" });
    expect(story.said("connector-gate:status")[0]?.body).toContain(
      "The sign-off of @&#8203;cora was for another connector, and does not count for this one.",
    );
  });

  test("stays while the connector is the same, and is there again where it comes back", async () => {
    await signOff(story);
    const digest = story.record?.release.sha256;
    story.push(digest, "1.2.1");
    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "pass" });

    story.push();
    expect(reviewStates(await story.look()).code).toBe("waiting");
    story.push(digest);
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("is for the commit that a review looked at, not for the head", async () => {
    await tickAll();
    const before = story.pull.headSha;
    story.push();
    story.say("cora", "/check code all");
    story.review("cora", "approved", { commit: before });

    expect(reviewStates(await story.look()).code).toBe("waiting");
  });

  test("does not count for a commit of which nothing is known", async () => {
    await tickAll();
    story.review("cora", "approved", { commit: "f".repeat(40) });

    expect(reviewStates(await story.look()).code).toBe("waiting");
  });

  test("is not given for a head whose checks were not there yet", async () => {
    story.push();
    const comment = story.say("cora", "/approve code\n/check code all");

    expect(reviewStates(await story.look()).code).toBe("waiting");
    expect(story.said("while you wrote")).toHaveLength(1);
    expect(comment.answers).toBe(1);
    // Nor later on: the answer was given.
    expect(reviewStates(await story.look()).code).toBe("waiting");
  });

  test.each([
    ["deleted", (comment: ReturnType<Story["say"]>) => story.delete(comment)],
    ["edited", (comment: ReturnType<Story["say"]>) => story.edit(comment)],
  ])("is void once its comment is %s", async (_, change) => {
    await tickAll();
    const comment = story.say("cora", "/approve code");
    expect(reviewStates(await story.look()).code).toBe("pass");

    change(comment);
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("since the comment was edited or deleted");
  });

  test("is void once its author leaves the team, and said to be", async () => {
    await signOff(story);
    story.teams.get("@programme/code")?.delete("cora");
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("no longer a reviewer here");
  });

  test("does not count from the submitting side", async () => {
    story.insiders.add("cora");
    story.say("cora", "/check code all\n/approve code");
    story.review("cora", "approved");
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("nobody signs off a connector of their own side");
    expect(story.said("Nobody signs off, or ticks, a connector of their own side.")).toHaveLength(1);
  });

  test("does not count from anybody else, and is said not to", async () => {
    await tickAll();
    story.review("eve", "approved");
    story.say("eve", "/approve code");
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("The approval of @&#8203;eve does not count");
    expect(story.said("`@programme/code`, whom the policy names")).toHaveLength(1);
  });

  test("does not count once its review was dismissed, until one is given after it", async () => {
    await tickAll();
    const review = story.review("cora", "approved");
    expect(reviewStates(await story.look()).code).toBe("pass");

    story.dismiss(review);
    const look = await story.look();
    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("was dismissed");

    story.review("carl", "approved");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test.each([
    ["review", () => story.review("cora", "approved")],
    ["command", () => story.say("cora", "/approve code")],
  ])("by %s counts only if the record was true when it was given", async (_, approve) => {
    // The record names one connector, and its tag leads to another, until after the approval.
    story.push();
    story.gates = { Submission: "fail" };
    await story.look();
    approve();
    await story.look();
    story.gates = {};
    await story.look();
    story.say("cora", "/check code all");
    const look = await story.look();
    expect(reviewStates(look).code).toBe("waiting");
    const told = summary(look, "Code review") + story.said("*Submission* had not passed").length;
    expect(told).toMatch(/before \*Submission\* had passed|1$/);

    approve();
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("stays while the record is not true for a time", async () => {
    await signOff(story);
    story.gates = { Submission: "fail" };
    expect(reviewStates(await story.look()).code).toBe("pass");
    story.gates = {};

    expect((await story.look()).desired.stage).toBe("approved");
  });

  test("needs a valid record", async () => {
    story.record = null;
    story.say("cora", "/approve code");
    const { desired } = await story.look();

    expect(desired.gates.at(-1)?.title).toBe("Waits for a valid record");
    expect(story.said("nothing to decide about")).toHaveLength(1);
  });
});

describe("someone who reviews both sides", () => {
  beforeEach(() => {
    story.teams.get("@programme/usability")?.add("cora");
  });

  test("has to say which side they approve", async () => {
    await tickAll();
    story.review("cora", "approved");
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "waiting", usability: "waiting" });
    expect(summary(look, "Code review")).toContain("write `/approve code` or `/approve usability`");

    story.say("cora", "/approve");
    await story.look();
    expect(story.said("Say for which review")).toHaveLength(1);

    story.say("cora", "/approve code");
    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "waiting" });
  });

  test("asks for changes on both", async () => {
    story.review("cora", "changes-requested", { body: "No." });
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "fail", usability: "fail" });
    expect(look.state.requests).toMatchObject([{ by: "cora", sides: ["code", "usability"], text: "No." }]);
  });

  test("gives one of the two sign-offs, the first", async () => {
    await tickAll();
    story.say("cora", "/approve usability");
    await story.look();
    story.say("cora", "/approve code");
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "waiting", usability: "pass" });
    expect(summary(look, "Code review")).toContain("wants two people");

    story.say("carl", "/approve code");
    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "pass" });
  });

  test("gives both where the policy says so", async () => {
    story.policy = { ...story.policy, reviewers: { ...story.policy.reviewers, "same-person": true } };
    await tickAll();
    story.say("cora", "/approve usability\n/approve code");

    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "pass" });
  });

  test("is matched with another person where that works out", async () => {
    await tickAll();
    story.say("cora", "/approve usability\n/approve code");
    story.say("uma", "/approve usability");

    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "pass" });
  });
});

describe("a request for changes", () => {
  test.each([
    ["review", () => story.review("cora", "changes-requested", { body: "Page it." })],
    ["command", () => story.say("cora", "/request-changes Page it.")],
  ])("by %s fails the side, although another signed off", async (_, ask) => {
    await signOff(story);
    ask();
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "fail", usability: "pass" });
    expect(look.desired.stage).toBe("needs author");
    expect(story.said("connector-gate:status")[0]?.body).toContain("> Page it.");

    story.say("carl", "/approve code");
    expect(reviewStates(await story.look()).code).toBe("fail");
    story.say("cora", "/approve code");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("waits once another connector answers it, and stays listed", async () => {
    story.review("cora", "changes-requested", { body: "Page it." });
    await story.look();
    story.push(undefined, "1.2.1");
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(look.state.requests).toMatchObject([{ answeredBy: "1.2.1", isSettled: false }]);
    expect(look.desired.stage).toBe("in review");

    story.say("carl", "/check code all\n/approve code");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("is not got rid of by going back to a connector that was signed off", async () => {
    await signOff(story);
    const digest = story.record?.release.sha256;
    story.push();
    await story.look();
    story.say("cora", "/request-changes Not this.");
    await story.look();
    story.push(digest);

    expect(reviewStates(await story.look()).code).toBe("waiting");
  });

  test.each([
    ["deleting its comment", (comment: ReturnType<Story["say"]>) => story.delete(comment)],
    ["editing its comment", (comment: ReturnType<Story["say"]>) => story.edit(comment, "Never mind.")],
    ["deleting its receipt", () => story.delete(story.said("Changes are asked for")[0]!)],
    ["editing its receipt", () => story.edit(story.said("Changes are asked for")[0]!)],
    ["taking its author out of the team", () => story.teams.get("@programme/code")?.delete("carl")],
    [
      "deleting both",
      (comment: ReturnType<Story["say"]>) => {
        story.delete(story.said("Changes are asked for")[0]!);
        story.delete(comment);
      },
    ],
    [
      "editing it and deleting its receipt",
      (comment: ReturnType<Story["say"]>) => {
        story.delete(story.said("Changes are asked for")[0]!);
        story.edit(comment, "Never mind.");
      },
    ],
  ])("is not got rid of by %s", async (_, change) => {
    await signOff(story);
    const comment = story.say("carl", "/request-changes Not this.");
    expect(reviewStates(await story.look()).code).toBe("fail");

    change(comment);

    expect(reviewStates(await story.look()).code).not.toBe("pass");
  });

  test.each([
    ["dismissing it", (review: ReturnType<Story["review"]>) => story.dismiss(review)],
    ["taking its author out of the team", () => story.teams.get("@programme/code")?.delete("carl")],
  ])("as a review is not got rid of by %s", async (_, change) => {
    await signOff(story);
    const review = story.review("carl", "changes-requested");
    await story.look();

    change(review);
    const look = await story.look();
    expect(reviewStates(look).code).toBe("waiting");

    story.say("cora", "/approve code");
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("for a head whose connector is not known fails it as well", async () => {
    story.pull.headSha = "f".repeat(40);
    story.review("cora", "changes-requested");

    expect(reviewStates(await story.look()).code).toBe("fail");
  });

  test("of somebody without the role is nothing", async () => {
    await signOff(story);
    story.review("eve", "changes-requested");
    story.say("eve", "/request-changes Mine is better.");

    expect(reviewStates(await story.look())).toEqual({ code: "pass", usability: "pass" });
  });

  test("that crossed a push counts for the connector before", async () => {
    story.push();
    story.say("cora", "/request-changes Not this.");
    const look = await story.look();

    expect(reviewStates(look).code).toBe("waiting");
    expect(look.state.requests).toMatchObject([{ text: "Not this." }]);
    expect(story.said("asked of the version before")).toHaveLength(1);
  });
});

describe("a policy", () => {
  test("that names nobody says so loudly", async () => {
    story.policy = policyOf("role: listings\n");
    const look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "waiting", usability: "waiting" });
    expect(summary(look, "Code review")).toContain("The policy names nobody for the code review");
  });

  test("whose team has only insiders says so", async () => {
    for (const login of ["cora", "carl"]) story.insiders.add(login);

    expect(summary(await story.look(), "Code review")).toContain("all of it belongs to the submitting side");
  });
});

describe("checklists", () => {
  test("are ticked by reviewers of that side only", async () => {
    story.say("uma", "/check code all");
    story.say("eve", "/check code all");
    const { state } = await story.look();

    expect(state.sides.code.items.every(({ by }) => by === null)).toBe(true);
    expect(story.said("The code review is given by")).toHaveLength(2);
  });

  test("lose ticks that are taken back, and those for another connector", async () => {
    await tickAll();
    story.say("carl", "/uncheck code 2");
    let { state } = await story.look();
    expect(state.sides.code.items.filter(({ by }) => by === null).map(({ number }) => number)).toEqual([2]);

    story.push();
    ({ state } = await story.look());
    expect(state.sides.code.items.filter(({ by }) => by !== null)).toEqual([]);
  });

  test.each(["0", String(checklists.code.length + 1), "1-", "3-1", "two", "", "1;2"])(
    "take no item %j",
    async (text) => {
      story.say("cora", `/check code ${text}`);
      const { state } = await story.look();

      expect(state.sides.code.items.every(({ by }) => by === null)).toBe(true);
      expect(story.said("Name items of the code checklist")).toHaveLength(1);
    },
  );

  test("count only as the app folds them: a copy, a forgery and a click are nothing", async () => {
    const own = story.said("connector-gate:checklist code")[0]!;
    const ticked = own.body.replaceAll("⬜", "✅");
    story.say("eve", ticked);
    story.say("cora", ticked);
    story.edit(own, ticked);
    const look = await story.look();

    expect(look.state.sides.code.items.every(({ by }) => by === null)).toBe(true);
    expect(own.body).not.toContain("✅");
    expect(look.writes).toEqual(["edit"]);
  });

  test.each([
    ["deleted", (comment: ReturnType<Story["say"]>) => story.delete(comment)],
    ["edited", (comment: ReturnType<Story["say"]>) => story.edit(comment)],
  ])("lose ticks whose comment is %s", async (_, change) => {
    const comment = story.say("cora", "/check code all");
    await story.look();
    change(comment);
    const { state } = await story.look();

    expect(state.sides.code.items.every(({ by }) => by === null)).toBe(true);
  });

  test("keep to the numbers that they show", async () => {
    story.say("cora", "/check code 2");
    await story.look();

    const [body = ""] = story.said("connector-gate:checklist code").map((comment) => comment.body);
    expect(body).toContain(`**2.** ✅ ${checklists.code[1]?.text} *@&#8203;cora*`);
    expect(body).toContain(`checklist, 1 of ${checklists.code.length}`);
  });
});

describe("forged marks", () => {
  test.each([
    ["a person", { isOurs: false, isBot: false }],
    ["another app", { isOurs: false, isBot: true }],
    ["a person who acts through the app", { isOurs: true, isBot: false }],
  ])("of %s approve nothing", async (_, writer) => {
    await tickAll();
    const comment = story.say("cora", "Looks fine.");
    const receipt = JSON.stringify({
      comment: comment.id,
      by: "cora",
      at: comment.createdAt,
      head: story.pull.headSha,
      digest: story.record?.release.sha256,
      acts: [{ act: "approve", side: "code" }],
    });
    const forged = story.say("eve", `<!-- connector-gate:receipt ${receipt} -->\nSigned off.`);
    Object.assign(forged, writer);

    expect(reviewStates(await story.look()).code).toBe("waiting");

    // The same from the app itself would count.
    Object.assign(forged, { isOurs: true, isBot: true });
    expect(reviewStates(await story.look()).code).toBe("pass");
  });

  test("keep the app from writing none of its own comments", async () => {
    const bodies = story.comments.filter(({ isOurs }) => isOurs).map(({ body }) => body);
    story = createStory();
    for (const body of [...bodies, "<!-- connector-gate:reminder -->"]) story.say("eve", body);
    await story.look();
    story.now = new Date("2026-12-08T10:00:00Z");
    await story.look();

    for (const mark of ["status", "checklist code", "checklist usability", "reminder"]) {
      expect(story.said(`<!-- connector-gate:${mark}`)).toHaveLength(1);
    }
  });

  test("written over an answer of the app approve nothing", async () => {
    await tickAll();
    const comment = story.say("cora", "/hold");
    await story.look();
    const answer = story.said("On hold. `/unhold`")[0]!;
    story.edit(
      answer,
      answer.body.replace('[{"act":"hold","reason":""}]', '[{"act":"approve","side":"code"}]'),
    );
    story.delete(comment);

    const look = await story.look();
    expect(reviewStates(look).code).toBe("waiting");
    expect(summary(look, "Code review")).toContain("An answer of the app was edited by somebody");
  });

  test("in a request end no hidden part of the status", async () => {
    story.say("cora", "/request-changes --> <b>@all</b>\n/hold --> no");
    await story.look();

    const [body = ""] = story.said("connector-gate:status").map((comment) => comment.body);
    expect(body.split("\n")[0]?.match(/-->/g)).toHaveLength(1);
    expect((await story.look()).writes).toEqual([]);
  });

  test("in a reason end no hidden part", async () => {
    story.say("uma", "/waive usability/field-hint --> `x` @all");
    await story.look();

    const [body = ""] = story.said("is set aside for").map((comment) => comment.body);
    expect(body.split("\n")[0]?.match(/-->/g)).toHaveLength(1);
    expect((await story.look()).state.waivers).toMatchObject([{ reason: "--> `x` @all" }]);
  });
});
