import { beforeEach, describe, expect, test } from "vitest";
import { isoDay } from "../../../app/calendar/working-days.ts";
import { createStory, type Look, signOff, type Story } from "./story.ts";

let story: Story;

beforeEach(() => {
  story = createStory();
});

/** Lets the app look at a moment of Berlin's winter. */
async function at(time: string): Promise<Look> {
  story.now = new Date(`${time}+01:00`);
  return story.look();
}

function status(): string {
  return story.said("connector-gate:status")[0]?.body ?? "";
}

function reminders(): readonly string[] {
  return story.said("connector-gate:reminder").map(({ body }) => body);
}

describe("the reviewers' clock", () => {
  test("begins when the automatic gates are green, and is a date in the status", async () => {
    story.gates = { Guidelines: "fail" };
    await at("2026-11-23T10:00:00");
    expect(status()).not.toContain("until");

    story.gates = {};
    await at("2026-11-24T10:00:00");
    // Three working days later.
    expect(status()).toContain("waits for @&#8203;cora until **Friday, 27 November 2026**");
  });

  test("counts no weekends and no holidays", async () => {
    await at("2026-12-23T10:00:00");

    expect(status()).toContain("until **Tuesday, 29 December 2026**");
  });

  test("labels and reminds once it has run out, calling those who are asked", async () => {
    await at("2026-11-23T10:00:00");
    await at("2026-11-26T23:30:00");
    expect(story.labels).toEqual(["submission: in review"]);

    await at("2026-11-27T00:30:00");
    expect(story.labels).toEqual(["submission: in review", "review: overdue"]);
    expect(reminders()).toEqual([
      expect.stringMatching(
        /`helpdesk 1\.2\.0` is still open, and was due on Thursday, 26 November 2026:\n\n- Code review: @cora\n- Usability review: @uma\n/,
      ),
    ]);
    expect(status()).toContain("**Thursday, 26 November 2026**, which has passed");
  });

  test("never reminds twice on a working day, nor on a day off", async () => {
    await at("2026-11-23T10:00:00");
    const days = [];
    for (let hour = 0; hour < 24 * 21; hour += 3) {
      const now = new Date(Date.parse("2026-11-27T00:30:00+01:00") + hour * 3_600_000);
      const before = reminders().length;
      story.now = now;
      await story.look();
      if (reminders().length > before) days.push(isoDay(now, story.policy.calendar));
    }

    expect(days).toEqual(["2026-11-27", "2026-12-02", "2026-12-07", "2026-12-10", "2026-12-15"]);
  });

  test("labels on a day off, and reminds on the next working day", async () => {
    await at("2026-11-24T10:00:00");
    await at("2026-11-28T10:00:00");
    expect(story.labels).toContain("review: overdue");
    expect(reminders()).toEqual([]);

    await at("2026-11-30T08:00:00");
    expect(reminders()).toHaveLength(1);
  });

  test("reminds no more on the same day where somebody deleted the reminder", async () => {
    await at("2026-11-23T10:00:00");
    await at("2026-11-27T10:00:00");
    for (const comment of story.said("connector-gate:reminder")) story.delete(comment);

    expect((await at("2026-11-27T12:00:00")).writes).toEqual([]);
  });

  test("begins anew with another connector, and stays with the same one", async () => {
    await at("2026-11-23T10:00:00");
    await at("2026-11-27T10:00:00");
    story.push(story.record?.release.sha256);
    await at("2026-11-27T11:00:00");
    expect(story.labels).toContain("review: overdue");

    story.push();
    await at("2026-11-27T12:00:00");
    expect(story.labels).not.toContain("review: overdue");
    expect(status()).toContain("until **Wednesday, 2 December 2026**");
  });

  test("stands still on hold, and begins anew after it", async () => {
    await at("2026-11-23T10:00:00");
    story.say("cora", "/hold");
    await at("2026-12-10T10:00:00");
    expect(story.labels).toEqual(["submission: on hold"]);

    story.say("cora", "/unhold");
    await at("2026-12-10T11:00:00");
    expect(story.labels).toEqual(["submission: in review"]);
    expect(status()).toContain("until **Tuesday, 15 December 2026**");
  });

  test("does not run for the author", async () => {
    await at("2026-11-23T10:00:00");
    story.review("cora", "changes-requested");
    story.review("uma", "changes-requested");
    await at("2026-12-10T10:00:00");

    expect(story.labels).toEqual(["submission: needs author"]);
    expect(reminders()).toEqual([]);
  });

  test("begins anew after a red gate, and goes on after one that only waited", async () => {
    await at("2026-11-23T10:00:00");
    story.gates = { Submission: "waiting" };
    await at("2026-11-24T10:00:00");
    story.gates = {};
    await at("2026-11-25T10:00:00");
    expect(status()).toContain("until **Thursday, 26 November 2026**");

    story.gates = { "Developer account": "fail" };
    await at("2026-11-26T10:00:00");
    story.gates = {};
    await at("2026-12-10T10:00:00");
    expect(status()).toContain("until **Tuesday, 15 December 2026**");
    expect(story.labels).toEqual(["submission: in review"]);
  });

  test("ends with the sign-offs", async () => {
    await at("2026-11-23T10:00:00");
    await at("2026-11-27T10:00:00");
    await signOff(story);

    expect(story.labels).toEqual(["submission: approved"]);
  });

  test("calls the teams of the policy where nobody can be asked", async () => {
    for (const login of ["cora", "carl", "uma", "ugo"]) story.strangers.add(login);
    await at("2026-11-23T10:00:00");
    expect(status()).toContain("waits for `@programme/code`");

    await at("2026-11-27T10:00:00");
    expect(reminders()[0]).toContain("- Code review: @programme/code");
  });

  test("is only moved by whoever edits the status", async () => {
    await at("2026-11-23T10:00:00");
    const [comment] = story.said("connector-gate:status");
    story.edit(comment!, comment!.body.replace(/"since":\d+/, '"since":"soon"'));
    await at("2026-11-24T10:00:00");

    expect(status()).toContain("until **Friday, 27 November 2026**");
  });
});

describe("reviewers", () => {
  test("are asked once a submission is ready, one a side, and stay", async () => {
    story.gates = { Submission: "waiting" };
    await story.look();
    expect(story.requested).toEqual([]);

    story.gates = {};
    await story.look();
    expect(story.requested).toEqual(["cora", "uma"]);
    story.gates = { Usability: "fail" };
    await story.look();
    story.gates = {};
    story.loads.set("cora", 5);
    expect((await story.look()).writes).not.toContain("request carl");
    expect(story.requested).toEqual(["cora", "uma"]);
  });

  test.each([
    ["a draft", () => (story.pull.isDraft = true)],
    ["what is on hold", () => story.say("lisa", "/hold")],
  ])("are not asked for %s", async (_, change) => {
    change();
    await story.look();
    await story.look();

    expect(story.requested).toEqual([]);
  });

  test("are those with the fewest open requests", async () => {
    story.loads = new Map([
      ["cora", 2],
      ["carl", 1],
      ["uma", 1],
      ["ugo", 1],
    ]);
    await story.look();

    expect(story.requested).toEqual(["carl", "uma"]);
  });

  test("take turns where they have equally much to do", async () => {
    const asked = new Set<string | undefined>();
    for (const number of [6, 7]) {
      story = createStory();
      story.pull.number = number;
      await story.look();
      asked.add(story.requested[0]);
    }

    expect(asked).toEqual(new Set(["carl", "cora"]));
  });

  test("are never of the submitting side", async () => {
    story.insiders.add("cora");
    await story.look();

    expect(story.requested).toEqual(["carl", "uma"]);
  });

  test("are two people where the policy wants two and has them", async () => {
    story.teams.set("@programme/usability", new Set(["cora", "uma"]));
    await story.look();
    expect(story.requested).toEqual(["cora", "uma"]);

    story = createStory();
    story.teams.set("@programme/code", new Set(["cora"]));
    story.teams.set("@programme/usability", new Set(["cora"]));
    await story.look();
    expect(story.requested).toEqual(["cora"]);
  });

  test("whom GitHub does not take are passed over, and not tried again", async () => {
    story.strangers.add("cora");
    const { writes } = await story.look();

    expect(writes).toEqual(expect.arrayContaining(["request cora", "request carl", "request uma"]));
    expect(story.requested).toEqual(["carl", "uma"]);
    story.strangers.add("uma");
    expect((await story.look()).writes).toEqual([]);
  });

  test("are asked again by a new connector, the same ones", async () => {
    await story.look();
    story.review("cora", "changes-requested");
    await story.look();
    expect(story.requested).toEqual(["uma"]);

    story.loads.set("cora", 9);
    story.push();
    await story.look();
    expect(story.requested).toEqual(["uma", "cora"]);
  });

  test("are left alone once they speak, whatever GitHub forgets", async () => {
    await story.look();
    story.review("cora", "commented", { body: "Reading." });

    expect((await story.look()).writes).toEqual([]);
  });

  test("stay asked for their other side when one is handed on", async () => {
    story.teams.set("@programme/usability", new Set(["cora"]));
    story.teams.set("@programme/code", new Set(["carl", "cora"]));
    await story.look();
    (story.requested as string[]).splice(0, 9, "cora");
    story.say("lisa", "/assign @carl code");
    await story.look();

    expect(story.requested).toEqual(["cora", "carl"]);
  });

  test("to whom a side was handed are left alone once they speak, too", async () => {
    story.say("lisa", "/assign @carl");
    await story.look();
    expect(story.requested).toContain("carl");
    story.review("carl", "commented", { body: "Reading." });

    expect((await story.look()).writes).toEqual([]);
  });

  test("are not handed on by a comment that is gone", async () => {
    const comment = story.say("lisa", "/assign @carl");
    expect((await story.look()).state.assigned).toEqual({ code: "carl" });
    story.delete(comment);

    expect((await story.look()).state.assigned).toEqual({});
  });

  test("who left are followed by others", async () => {
    await story.look();
    story.teams.get("@programme/code")?.delete("cora");
    await story.look();

    expect(story.requested).toContain("carl");
  });
});
