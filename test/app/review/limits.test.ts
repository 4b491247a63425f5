import { expect, test } from "vitest";
import { createStory, signOff } from "./story.ts";

test("a submission with more comments than are read is written to no more", async () => {
  const story = createStory();
  await story.look();
  for (let index = story.comments.length; index < 1000; index++) story.say("mallory", "/help");
  story.say("mallory", "/approve code");

  await story.look();
  const { writes, desired } = await story.look();

  expect(writes).toEqual([]);
  expect(desired.gates.find(({ name }) => name === "Code review")?.title).toBe(
    "Too many comments to be sure",
  );
});

test("one that nobody has looked at before gets no comment that would not be found again", async () => {
  const story = createStory();
  for (let index = 0; index < 1000; index++) story.say("mallory", "Me first.");

  await story.look();

  expect((await story.look()).writes).not.toContain("comment");
});

test("more reviewers than can be asked stop no clock", async () => {
  const story = createStory();
  const crowd = Array.from({ length: 80 }, (_, index) => `reader-${index}`);
  story.teams.set("@programme/code", new Set(crowd));
  for (const login of crowd) story.strangers.add(login);
  for (let round = 0; round < 40; round++) await story.look();

  const { writes, state } = await story.look();

  expect(writes).toEqual([]);
  expect(state.memory.refused).toHaveLength(80);
});

test("`/list` is for the record that was seen, texts and all", async () => {
  const story = createStory();
  await story.look();
  await signOff(story);
  story.mergeOutcome = { kind: "refused", reason: "Not now." };
  story.say("lisa", "/list");
  await story.look();
  story.mergeOutcome = { kind: "merged" };
  story.push(story.record?.release.sha256);
  story.record = { ...story.record!, description: "Buy at https://mallory.example" };

  const { desired, writes } = await story.look();

  expect(desired.stage).toBe("approved");
  expect(writes).not.toContain("merge");
  story.say("lisa", "/list");
  expect((await story.look()).writes).toContain("merge");
});

test("nothing is listed unasked whose texts nobody has seen", async () => {
  const story = createStory();
  story.policy = { ...story.policy, listing: { ...story.policy.listing, automatic: true } };
  await story.look();
  story.say("uma", "/check all\n/approve usability");
  await story.look();
  story.push(story.record?.release.sha256);
  story.record = { ...story.record!, description: "Buy at https://mallory.example" };
  await story.look();
  story.say("cora", "/check all\n/approve code");

  const { desired, writes } = await story.look();

  expect([desired.stage, writes.includes("merge")]).toEqual(["approved", false]);
  expect(story.said("its texts changed after usability was signed off")).toHaveLength(1);
  story.say("uma", "/approve usability");
  expect((await story.look()).writes).toContain("merge");
});

test("a label that somebody made in other letters is not set at every look", async () => {
  const story = createStory();
  await story.look();
  (story.labels as string[]).splice(0, 1, "Submission: In Review");

  expect((await story.look()).writes).toEqual([]);
});
