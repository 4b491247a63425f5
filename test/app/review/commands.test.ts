import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { reviewCommands } from "../../../app/review/commands.ts";
import { reviewCommandTable } from "../../../app/review/commands/help.ts";
import { createStory, reviewStates, signOff, type Story } from "./story.ts";

let story: Story;

beforeEach(async () => {
  story = createStory();
  await story.look();
});

/** Says something, and gives what the app answered. */
async function ask(author: string, body: string): Promise<string> {
  const comment = story.say(author, body);
  const before = story.comments.length;
  await story.look();
  const replies = story.comments.slice(before).filter(({ isOurs }) => isOurs);
  expect(replies.length).toBeLessThan(2);
  expect(comment.answers).toBe(1);
  return replies[0]?.body.replace(/^.*\n/, "") ?? "";
}

test("the documentation has the commands as they are", async () => {
  const page = await readFile(new URL("../../../docs/reviewing.md", import.meta.url), "utf8");
  const written = /<!-- commands -->\n\n([\s\S]*?)\n\n<!-- \/commands -->/.exec(page)?.[1];

  expect(written).toBe(reviewCommandTable(reviewCommands));
});

describe("any command", () => {
  test("is answered once, however often the app looks", async () => {
    await ask("cora", "/check code 1");
    const { writes } = await story.look();

    expect(writes).toEqual([]);
  });

  test("shares one reply with the others of its comment", async () => {
    const reply = await ask("cora", "/check code all\n/approve code\n/hold");

    expect(reply).toContain("items ticked, the list is complete");
    expect(reply).toContain("signed off");
    expect(reply).toContain("On hold");
  });

  test.each([
    ["an edited comment", (comment: ReturnType<Story["say"]>) => story.edit(comment, "/hold")],
    ["a bot", (comment: ReturnType<Story["say"]>) => void Object.assign(comment, { isBot: true })],
  ])("of %s is none", async (_, change) => {
    change(story.say("cora", "/hold"));

    expect((await story.look()).state.hold).toBeNull();
  });

  test("in a quote or in code is none", async () => {
    story.say("cora", "> /hold\n\n```\n/hold\n```\nI would not /hold this");

    expect((await story.look()).writes).toEqual([]);
  });

  test("that is not known is answered with the list, once", async () => {
    expect(await ask("eve", "/deploy")).toContain("There is no command `/deploy` here");
    story.say("eve", "/deploy");
    expect((await story.look()).writes).toEqual([]);
  });

  test("of people without a part gets no more than three replies", async () => {
    for (let index = 0; index < 6; index++) story.say("eve", "/approve code");
    await story.look();

    expect(story.said("The code review is given by")).toHaveLength(3);
    expect(story.comments.filter(({ author, answers }) => author === "eve" && answers === 1)).toHaveLength(6);
  });

  test("on a closed submission does nothing", async () => {
    story.pull.isOpen = false;

    expect(await ask("cora", "/approve code")).toContain("This submission is closed");
    expect(await ask("cora", "/help")).toContain("/request-changes");
  });

  test("of which there are hundreds is answered in portions", async () => {
    for (let index = 0; index < 45; index++) story.say("cora", "/check code 1");

    const counts = [];
    for (let index = 0; index < 4; index++) {
      const { writes } = await story.look();
      counts.push(writes.filter((what) => what === "comment").length);
    }
    expect(counts).toEqual([20, 20, 5, 0]);
  });
});

describe("/waive", () => {
  test("sets a rule aside for this connector, with who and why", async () => {
    expect(await ask("uma", "/waive `usability/field-hint` The labels say it.")).toContain(
      "`usability/field-hint` (1 finding) is set aside for 1.2.0.",
    );
    const { state } = await story.look();
    expect(state.waivers).toMatchObject([
      { rule: "usability/field-hint", by: "uma", reason: "The labels say it." },
    ]);
    expect(story.said("connector-gate:status")[0]?.body).toContain("### Set aside");

    story.push();
    expect((await story.look()).state.waivers).toEqual([]);
  });

  test("counts in the very look that answers it", async () => {
    story.say("uma", "/waive usability/field-hint Fine.");

    expect((await story.look()).state.waivers).toHaveLength(1);
  });

  test.each([
    ["uma", "/waive", "Name a rule"],
    ["uma", "/waive usability/field-hint", "Say why"],
    ["uma", "/waive usability/field-hnit because", "Is it `usability/field-hint`?"],
    ["uma", "/waive usability/label because", "There is no finding of `usability/label`"],
    ["uma", "/waive security/eval because", "the policy names nobody for it"],
    ["cora", "/waive usability/field-hint because", "by `@programme/usability` only"],
    ["eve", "/waive usability/field-hint because", "by `@programme/usability` only"],
    ["ann", "/waive usability/field-hint because", "of their own side"],
  ])("of %s as `%s` is refused", async (author, body, words) => {
    expect(await ask(author, body)).toContain(words);
    expect((await story.look()).state.waivers).toEqual([]);
  });

  test.each([
    ["/unwaive", () => story.say("ugo", "/unwaive usability/field-hint")],
    ["the loss of its comment", () => story.delete(story.comments.find(({ author }) => author === "uma")!)],
    ["its author's leaving", () => story.teams.get("@programme/usability")?.delete("uma")],
    ["its author's change of sides", () => story.insiders.add("uma")],
  ])("ends by %s", async (_, end) => {
    await ask("uma", "/waive usability/field-hint Fine.");
    end();

    expect((await story.look()).state.waivers).toEqual([]);
  });

  test("that was taken back stays so when that comment is deleted", async () => {
    await ask("uma", "/waive usability/field-hint Fine.");
    const comment = story.say("ugo", "/unwaive usability/field-hint");
    await story.look();
    story.delete(comment);

    expect((await story.look()).state.waivers).toEqual([]);
    expect(await ask("ugo", "/unwaive usability/field-hint")).toContain("is not set aside here");
  });
});

describe("/hold", () => {
  test("stops everything until /unhold", async () => {
    await signOff(story);
    await ask("lisa", "/hold Legal has a question.");
    let look = await story.look();

    expect(reviewStates(look)).toEqual({ code: "waiting", usability: "waiting" });
    expect(look.desired.stage).toBe("on hold");
    expect(story.labels).toEqual(["submission: on hold"]);
    expect(await ask("lisa", "/list")).toContain("It is on hold");

    await ask("cora", "/unhold");
    look = await story.look();
    expect(look.desired.stage).toBe("approved");
  });

  test("is not ended by deleting its comment", async () => {
    const comment = story.say("cora", "/hold");
    await story.look();
    story.delete(comment);

    expect((await story.look()).state.hold).toMatchObject({ by: "cora" });
  });

  test("is not ended by deleting its comment and the app's answer", async () => {
    const comment = story.say("cora", "/hold Legal.");
    await story.look();
    story.delete(story.said("On hold. `/unhold`")[0]!);
    story.delete(comment);
    await story.look();

    expect((await story.look()).state.hold).toMatchObject({ by: "cora", reason: "Legal." });
    await ask("carl", "/unhold");
    expect((await story.look()).state.hold).toBeNull();
  });

  test("comes back where the comment that ended it goes", async () => {
    await ask("cora", "/hold");
    const comment = story.say("cora", "/unhold");
    expect((await story.look()).state.hold).toBeNull();
    story.delete(comment);

    expect((await story.look()).state.hold).not.toBeNull();
  });

  test("comes back where somebody edits the answer to what ended it", async () => {
    await ask("cora", "/hold");
    await ask("cora", "/unhold");
    story.edit(story.said("It goes on.")[0]!);

    expect((await story.look()).state.hold).not.toBeNull();
  });

  test.each(["ann", "eve"])("is not for %s", async (author) => {
    expect(await ask(author, "/hold")).toContain("by reviewers and by those who list");
    await ask("cora", "/hold");
    expect(await ask(author, "/unhold")).toContain("by reviewers and by those who list");
    expect((await story.look()).state.hold).not.toBeNull();
  });
});

describe("/assign", () => {
  test("hands a side to another reviewer", async () => {
    expect(story.requested).toEqual(["cora", "uma"]);
    expect(await ask("lisa", "/assign @Carl")).toContain("handed to @&#8203;Carl");

    expect(story.requested).toEqual(["uma", "carl"]);
    expect((await story.look()).writes).toEqual([]);
  });

  test.each([
    ["cora", "/assign", "Name one reviewer"],
    ["cora", "/assign @eve", "`eve` is no reviewer for that"],
    ["cora", "/assign @uma code", "`uma` is no reviewer for that"],
    ["cora", "/assign @ann", "`ann` belongs to the submitting side"],
    ["eve", "/assign @cora", "Reviews are handed over by reviewers"],
  ])("of %s as `%s` is refused", async (author, body, words) => {
    expect(await ask(author, body)).toContain(words);
  });
});

describe("/recheck", () => {
  test("asks for new check runs, and is answered by a reaction", async () => {
    expect(await ask("ann", "/recheck")).toBe("");
    const asked = story.comments.at(-1)?.createdAt;

    expect((await story.look()).state.recheckSince).toBe(asked);
    expect((await story.look()).writes).toEqual([]);
  });

  test("is not for everybody", async () => {
    expect(await ask("eve", "/recheck")).toContain("is for the author and the people");
    expect((await story.look()).state.recheckSince).toBeNull();
  });
});

describe("/list", () => {
  test("says which gates are not green", async () => {
    story.gates = { Guidelines: "fail" };
    const reply = await ask("lisa", "/list");

    expect(reply).toContain("- *Guidelines*: Guidelines: fail");
    expect(reply).toContain("- *Code review*: Waits for a reviewer");

    story.gates = {};
    await signOff(story);
    // What was refused is not done later.
    expect(story.pull.isMerged).toBe(false);
  });

  test("merges the head that was approved", async () => {
    await signOff(story);
    const head = story.pull.headSha;
    const { merge } = await last("lisa", "/list");

    expect(merge).toEqual({
      headSha: head,
      method: "squash",
      title: "List helpdesk 1.2.0 (#5)",
      message: `Code review: cora\nUsability review: uma\nConnector: ${story.record?.release.sha256}`,
    });
  });

  async function last(author: string, body: string) {
    story.mergeOutcome = { kind: "refused", reason: 'Required status check "x" is expected. @all' };
    story.say(author, body);
    return (await story.look()).desired;
  }

  test("tries again where GitHub refused, and says why", async () => {
    await signOff(story);
    await last("lisa", "/list");
    expect(story.said("connector-gate:status")[0]?.body).toContain(
      'GitHub does not merge it: Required status check "x" is expected. @&#8203;all',
    );
    expect((await story.look()).writes).toEqual(["merge"]);

    story.mergeOutcome = { kind: "merged" };
    await story.look();
    expect(story.labels).toEqual(["submission: listed"]);
    expect(story.said("connector-gate:status")[0]?.body).toContain("🎉 Listed");
  });

  test.each([
    ["another connector", () => story.push()],
    ["another version", () => story.push(story.record?.release.sha256, "1.2.1")],
    ["a hold in between", () => (story.say("cora", "/hold"), story.say("cora", "/unhold"))],
    ["the loss of its comment", () => story.delete(story.comments.find(({ body }) => body === "/list")!)],
    ["its author's leaving", () => story.teams.get("@lisa")?.clear()],
  ])("is void by %s", async (_, change) => {
    await signOff(story);
    await last("lisa", "/list");
    change();
    await story.look();
    story.mergeOutcome = { kind: "merged" };
    await signOff(story);

    expect(story.pull.isMerged).toBe(false);
    expect((await story.look()).desired.stage).toBe("approved");
  });

  test.each([
    ["ann", "`/list` is for those"],
    ["cora", "`/list` is for those whom the policy names: `@lisa`"],
  ])("is not for %s", async (author, words) => {
    story.insiders.add("nobody");
    await signOff(story);
    story.insiders.delete("ann");

    expect(await ask(author, "/list")).toContain(words);
    expect(story.pull.isMerged).toBe(false);
  });

  test("is not needed where the policy lists by itself", async () => {
    story.policy = { ...story.policy, listing: { ...story.policy.listing, automatic: true } };
    await signOff(story);

    expect(story.pull.isMerged).toBe(true);
  });

  test("puts what was set aside beside the record first", async () => {
    story.say("uma", "/waive usability/field-hint The labels say it.");
    await signOff(story);
    const head = story.pull.headSha;

    const [[path, text] = []] = [...story.files];
    expect(path).toBe("listings/helpdesk/waivers.json");
    expect(JSON.parse(text ?? "")).toMatchObject({
      waivers: [{ rule: "usability/field-hint", by: "uma", reason: "The labels say it." }],
    });
    expect((await story.look()).writes).toEqual([]);

    await ask("lisa", "/list");
    expect(story.pull).toMatchObject({ isMerged: true, headSha: head });
  });

  test("puts it there afterwards where the submission came from a fork", async () => {
    story.pull.isFork = true;
    story.say("uma", "/waive usability/field-hint The labels say it.");
    await signOff(story);
    story.say("lisa", "/list");
    const { writes } = await story.look();

    expect(writes.slice(0, 3)).toEqual(["react", "comment", "merge"]);
    expect(writes).toContain("commit main");
    expect(story.files.get("listings/helpdesk/waivers.json")).toContain("The labels say it.");
    expect((await story.look()).writes).toEqual([]);
  });

  test("leaves nothing of an earlier version's waivers", async () => {
    story.files.set("listings/helpdesk/waivers.json", '{"waivers":["old"]}');
    await signOff(story);

    expect(JSON.parse(story.files.get("listings/helpdesk/waivers.json") ?? "")).toMatchObject({
      waivers: [],
    });
  });
});

describe("/withdraw", () => {
  test.each(["ann", "lisa"])("of %s closes the submission", async (author) => {
    story.say(author, "/withdraw");
    await story.look();

    expect(story.pull).toMatchObject({ isOpen: false, isMerged: false });
    expect(story.labels).toEqual(["submission: withdrawn"]);
    expect(story.said("closed without being listed")).toHaveLength(1);
    expect((await story.look()).writes).toEqual([]);
  });

  test.each(["eve", "cora"])("is not for %s", async (author) => {
    expect(await ask(author, "/withdraw")).toContain("for the publisher of the connector");
    expect(story.pull.isOpen).toBe(true);
  });

  test("does not close what somebody opens again", async () => {
    story.say("ann", "/withdraw");
    await story.look();
    story.pull.isOpen = true;
    const { writes } = await story.look();

    expect(writes).not.toContain("close");
    expect(story.labels).toEqual(["submission: in review"]);
  });

  test("of a listed connector opens the pull request that takes it away", async () => {
    await signOff(story);
    await ask("lisa", "/list");
    story.say("ann", "/withdraw");
    const { writes } = await story.look();

    expect(writes).toEqual([
      "branch withdraw/helpdesk",
      "commit withdraw/helpdesk",
      "propose withdraw/helpdesk",
      "react",
      "comment",
    ]);
    expect((await story.look()).writes).toEqual([]);

    story.listed = null;
    await story.look();
    expect(story.labels).toEqual(["submission: withdrawn"]);
  });

  test("in an earlier submission names the one of today", async () => {
    await signOff(story);
    await ask("lisa", "/list");
    story.listed = story.listed && { ...story.listed, version: "2.0.0" };

    expect(await ask("ann", "/withdraw")).toContain("Version 2.0.0 is listed by now");
    expect(await ask("lisa", "/withdraw")).toContain("A pull request that takes the listing away follows");
  });
});
