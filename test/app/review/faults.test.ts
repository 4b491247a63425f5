import { describe, expect, test } from "vitest";
import { type PlannedFault, plannedMessage } from "./faulty.ts";
import { createStory, type Story } from "./story.ts";

/** What people see in the end, without what differs by the second. */
function seen(story: Story) {
  const kinds = story.comments
    .filter(({ isOurs }) => isOurs)
    .map(({ body }) =>
      body.replace(/^(<!-- [\w:-]+)(?: (code|usability))?.*-->/, "$1 $2").replaceAll(/\d{5,}/g, "#"),
    );
  return {
    comments: kinds.toSorted(),
    labels: story.labels.toSorted(),
    requested: story.requested.toSorted(),
    isMerged: story.pull.isMerged,
    isOpen: story.pull.isOpen,
    files: [...story.files.values()].map((text) => text.replaceAll(/"(?:at|digest)": "[^"]*"/g, "")),
  };
}

const scripts = {
  listing: (story: Story) => {
    story.say("uma", "/waive usability/field-hint Fine.\n/check all\n/approve usability");
    story.say("cora", "/check all\n/approve code");
    story.say("lisa", "/list");
  },
  objection: (story: Story) => {
    story.say("lisa", "/assign @carl");
    story.say("cora", "/request-changes No.\n/hold");
    story.say("eve", "/deploy");
  },
  withdrawal: (story: Story) => void story.say("ann", "/withdraw"),
} as const;

/** Lets the app look until it is done, whatever fails on the way; gives how many writes that took. */
async function play(script: (story: Story) => void, fault: PlannedFault): Promise<[Story, number]> {
  const story = createStory();
  let writes = 0;
  const look = async () => {
    try {
      writes += (await story.look()).writes.length;
    } catch (error) {
      if (!(error instanceof Error) || error.message !== plannedMessage) throw error;
    }
  };
  story.fault = fault;
  await look();
  await look();
  script(story);
  for (let round = 0; round < 4; round++) await look();
  return [story, writes];
}

describe.each(Object.entries(scripts))("a failure anywhere in a %s", (_, script) => {
  test.each([
    ["before", false],
    ["after", true],
  ])("%s a write ends where none would have", async (__, isDone) => {
    const [clean, count] = await play(script, null);
    for (let at = 1; at <= count; at++) {
      const [story] = await play(script, { at, isDone });
      expect(story.fault).toBeNull();
      expect({ at, ...seen(story) }).toEqual({ at, ...seen(clean) });
      expect((await story.look()).writes).toEqual([]);
    }
  });
});
