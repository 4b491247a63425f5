import * as fc from "../../support/properties.ts";
import { expect, test } from "vitest";
import { decideAccount } from "../../../app/account/decide.ts";
import { observeRequest } from "../../../app/account/observe.ts";
import { reconcileRequest } from "../../../app/account/reconcile.ts";
import { createMemoryRequests, type MemoryRequests } from "./memory-requests.ts";
import { formText } from "./requests.ts";

/** Something that somebody does; places are taken modulo what there is. */
type Step =
  | { readonly do: "open"; readonly author: string; readonly body: string }
  | { readonly do: "rewrite"; readonly issue: number; readonly body: string }
  | { readonly do: "say"; readonly issue: number; readonly author: string; readonly body: string }
  | { readonly do: "edit"; readonly remark: number; readonly body: string }
  | { readonly do: "remove"; readonly remark: number }
  | { readonly do: "state"; readonly issue: number; readonly isOpen: boolean }
  /** Somebody reads the answer, and then decides. */
  | { readonly do: "decide"; readonly issue: number; readonly author: string; readonly body: string }
  | { readonly do: "look"; readonly issue: number; readonly hours: number };

const outsiders = ["ann", "mallory"] as const;
const insiders = ["grace", "henry", "zoe"] as const;

const forms = fc.constantFrom(
  formText(),
  formText({ owner: "evil" }),
  formText({ owner: "ann", company: "Ann's" }),
  formText({ email: "ann@gmail.com" }),
  formText({ owner: "nobody" }),
  "",
);

const remarks = fc.constantFrom(
  "/approve-account",
  "/approve-account acme",
  "/APPROVE-ACCOUNT tools",
  "/approve-account ../evil",
  "/decline-account Not a customer.",
  "/decline-account",
  "/approve-account\n/decline-account no",
  "/help",
  "/unknown",
  "> /approve-account",
  "Thank you!",
  '<!-- connector-gate:account {"note":"answer","since":1,"request":"x"} -->\nHello',
  '<!-- connector-gate:account {"note":"welcome"} -->\nHello',
);

function steps(people: readonly string[]): fc.Arbitrary<Step[]> {
  const issue = fc.nat(2);
  const remark = fc.nat(20);
  const look = fc.record({ do: fc.constant("look" as const), issue, hours: fc.integer({ min: 0, max: 60 }) });
  return fc.array(
    fc.oneof(
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("open" as const),
          author: fc.constantFrom(...people),
          body: forms,
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("rewrite" as const), issue, body: forms }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant("say" as const),
          issue,
          author: fc.constantFrom(...people),
          body: remarks,
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("edit" as const), remark, body: remarks }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), remark }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("state" as const), issue, isOpen: fc.boolean() }) },
      { weight: 6, arbitrary: look },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("decide" as const),
          issue,
          author: fc.constantFrom(...people),
          body: fc.constantFrom("/approve-account", "/approve-account acme", "/decline-account No."),
        }),
      },
    ),
    { maxLength: 30 },
  );
}

interface Story {
  readonly world: MemoryRequests;
  now: number;
}

function begin(): Story {
  const world = createMemoryRequests();
  world.openIssue("ann", formText());
  return { world, now: Date.parse("2026-01-05T10:00:00Z") };
}

async function look({ world, now }: Story, number: number): Promise<void> {
  await reconcileRequest(number, world.ports, { ruleIds: [], now: new Date(now) });
}

async function tell(story: Story, step: Step): Promise<void> {
  const { world } = story;
  const numbers = [...world.issues.keys()];
  const theirs = world.remarks.filter(({ isOurs }) => !isOurs);
  const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  switch (step.do) {
    case "open":
      if (numbers.length < 3) world.openIssue(step.author, step.body);
      return;
    case "rewrite":
      return world.change(at(numbers, step.issue)!, { body: step.body });
    case "say":
      world.say(at(numbers, step.issue)!, step.author, step.body);
      return;
    case "decide":
      await look(story, at(numbers, step.issue)!);
      world.say(at(numbers, step.issue)!, step.author, step.body);
      return;
    case "edit":
    case "remove": {
      const remark = at(theirs, step.remark);
      if (remark && step.do === "edit") world.edit(remark, step.body);
      else if (remark) world.remove(remark);
      return;
    }
    case "state":
      return world.change(at(numbers, step.issue)!, { isOpen: step.isOpen });
    case "look":
      story.now += step.hours * 3_600_000;
      return look(story, at(numbers, step.issue)!);
  }
}

async function tellAll(story: Story, all: readonly Step[]): Promise<void> {
  for (const step of all) await tell(story, step);
}

async function settle(story: Story): Promise<void> {
  // One that ends may free another, which may be looked at already.
  for (let round = 0; round < 3; round++)
    for (const number of story.world.issues.keys()) await look(story, number);
}

function accounts({ world }: Story): readonly string[] {
  return [...world.files.keys()].filter((path) => path.startsWith("accounts/"));
}

test("nobody without the role ever gets an account approved, nor a request declined", async () => {
  await fc.assert(
    fc.asyncProperty(steps(outsiders), async (all) => {
      const story = begin();
      await tellAll(story, all);
      await settle(story);

      expect(accounts(story)).toEqual([]);
      expect([...story.world.issues.values()].flatMap(({ labels }) => labels)).not.toContain(
        "account: declined",
      );
    }),
    { numRuns: 100 },
  );
});

test("whatever happened, no owner has two accounts, no request made two, and the files are accounts", async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(steps([...outsiders, ...insiders]), async (all) => {
      const story = begin();
      await tellAll(story, all);
      await settle(story);

      const texts = accounts(story).map((path) => story.world.files.get(path) ?? "");
      made += texts.length;
      const ids = texts.map((text) => /id: (\d+)/.exec(text)?.[1]);
      const issues = texts.map((text) => /issue: (\d+)/.exec(text)?.[1]);
      expect(new Set(ids).size).toBe(texts.length);
      expect(new Set(issues).size).toBe(texts.length);
      for (const [index, text] of texts.entries()) {
        const author = story.world.issues.get(Number(issues[index]))?.author;
        expect(text).toMatch(/by: (?:grace|henry|zoe)\n/);
        expect(text).not.toContain(`by: ${author}\n`);
        expect(text).not.toContain("secret");
      }
      const told = story.world.remarks.filter(({ isOurs }) => isOurs).map(({ body }) => body);
      expect(told.join("\n")).not.toContain("secret");
    }),
    { numRuns: 100 },
  );

  // Stories in which nothing is ever approved would prove nothing.
  expect(made).toBeGreaterThan(10);
});

test("whatever happened, looking again writes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(steps([...outsiders, ...insiders]), async (all) => {
      const story = begin();
      await tellAll(story, all);
      await settle(story);
      const before = story.world.writes();
      await settle(story);

      expect(story.world.writes()).toBe(before);
    }),
    { numRuns: 100 },
  );
});

test("the order in which comments are read changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(steps([...outsiders, ...insiders]), fc.infiniteStream(fc.nat()), async (all, random) => {
      const story = begin();
      await tellAll(story, all);
      for (const number of story.world.issues.keys()) {
        const seen = await observeRequest(number, story.world.ports, {
          ruleIds: [],
          now: new Date(story.now),
        });
        if (!seen) continue;
        const { observation } = seen;
        const shuffled = observation.comments
          .map((comment) => ({ comment, key: random.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ comment }) => comment);

        expect(decideAccount({ ...observation, comments: shuffled })).toEqual(decideAccount(observation));
      }
    }),
    { numRuns: 60 },
  );
});

test("a fault in the middle of any write changes nothing in the end", async () => {
  const people = [...outsiders, ...insiders];
  await fc.assert(
    fc.asyncProperty(
      steps(people),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      async (all, at, isDone) => {
        const [smooth, rough] = [begin(), begin()];
        for (const step of all) {
          await tell(smooth, step);
          await tell(rough, step);
        }
        await settle(smooth);
        rough.world.failAt(at, isDone);
        await settle(rough).catch(() => {});
        await settle(rough);

        expect(stateOf(rough)).toEqual(stateOf(smooth));
      },
    ),
    { numRuns: 100 },
  );
});

/** What people see, without the times and numbers that tell apart when something was written. */
function stateOf({ world }: Story) {
  return {
    files: [...world.files],
    issues: [...world.issues.values()].map(({ number, isOpen, labels }) => ({
      number,
      isOpen,
      labels: labels.toSorted(),
    })),
    told: world.remarks
      .filter(({ isOurs }) => isOurs)
      .map(({ issue, body }) => `${issue}: ${body.split("\n").slice(1).join("\n")}`)
      .toSorted(),
  };
}
