import * as fc from "../../support/properties.ts";
import { checklists } from "../../../checks/rules/checklists.ts";
import type { Review } from "../../../app/github/pull-reviews.ts";
import { formatReceipt } from "../../../app/review/receipt.ts";
import { createStory, type Story } from "./story.ts";

const sides = ["code", "usability"] as const;
type Side = (typeof sides)[number];

/** What people do, those with a role and those without, and those who may do more to comments than they should. */
export type Step =
  | { readonly kind: "say"; readonly by: string; readonly text: string }
  | { readonly kind: "review"; readonly by: string; readonly state: Review["state"]; readonly old: boolean }
  | { readonly kind: "dismiss" | "edit" | "delete"; readonly index: number }
  | { readonly kind: "forge"; readonly index: number; readonly writer: number; readonly side: Side }
  | { readonly kind: "push"; readonly connector: "new" | "same" | "first" }
  | { readonly kind: "team"; readonly side: Side; readonly login: string; readonly joins: boolean }
  | { readonly kind: "insider"; readonly login: string; readonly joins: boolean }
  | { readonly kind: "look" };

export const everybody = ["cora", "carl", "uma", "ann", "eve", "lisa"] as const;

export const approvals = [
  "/approve code",
  "/approve usability",
  "/approve",
  "/check code all",
  "/check usability all",
];
export const others = [
  "/check code all\n/approve code",
  "/request-changes No.",
  "/uncheck code 3",
  "/hold",
  "/unhold",
  "/list",
  "/assign @carl",
  "/help",
  "Fine by me.",
  "> /approve code",
  "/frobnicate",
];

export function steps(people: readonly string[], words: readonly string[]): fc.Arbitrary<readonly Step[]> {
  const index = fc.nat({ max: 40 });
  const by = fc.constantFrom(...people);
  const side = fc.constantFrom(...sides);
  const look = fc.record({ kind: fc.constant("look" as const) });
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant("say" as const), by, text: fc.constantFrom(...words) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("review" as const),
        by,
        state: fc.constantFrom("approved" as const, "changes-requested" as const, "commented" as const),
        old: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("dismiss", "edit", "delete"), index }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("forge" as const), index, writer: fc.nat(2), side }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("push" as const),
        connector: fc.constantFrom("new", "same", "first"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("team" as const),
        side,
        login: fc.constantFrom("carl", "cora", "uma"),
        joins: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("insider" as const),
        login: fc.constantFrom("cora", "uma"),
        joins: fc.boolean(),
      }),
    },
    { weight: 4, arbitrary: look },
  );
  return fc.array(step, { maxLength: 30 });
}

/** Mostly begins where both sides signed off, so that there is something to lose. */
export function signedOff(scripts: fc.Arbitrary<readonly Step[]>): fc.Arbitrary<readonly Step[]> {
  const start: readonly Step[] = [
    { kind: "say", by: "cora", text: "/check code all\n/approve code" },
    { kind: "say", by: "uma", text: "/check usability all\n/approve usability" },
    { kind: "look" },
  ];
  return fc
    .tuple(fc.nat({ max: 3 }), scripts)
    .map(([skip, script]) => [...(skip === 0 ? [] : start), ...script]);
}

interface Heads {
  readonly first: string;
  readonly before: string;
}

function act(story: Story, step: Step, heads: Heads): void {
  switch (step.kind) {
    case "say":
      story.say(step.by, step.text);
      return;
    case "review":
      story.review(step.by, step.state, step.old ? { commit: heads.before } : {});
      return;
    case "dismiss": {
      const review = story.reviews[step.index % Math.max(1, story.reviews.length)];
      if (review && review.state !== "commented") story.dismiss(review);
      return;
    }
    case "edit":
    case "delete": {
      const comment = story.comments[step.index % Math.max(1, story.comments.length)];
      if (!comment) return;
      if (step.kind === "delete") story.delete(comment);
      else story.edit(comment, comment.body.replace("request", "approve").replace("/hold", "/approve code"));
      return;
    }
    case "forge":
      forge(story, step.index, step.writer, step.side);
      return;
    case "push":
      if (step.connector === "new") story.push();
      else story.push(step.connector === "same" ? story.record?.release.sha256 : heads.first);
      return;
    case "team": {
      const team = story.teams.get(`@programme/${step.side}`);
      if (step.joins) team?.add(step.login);
      else team?.delete(step.login);
      return;
    }
    case "insider":
      if (step.joins) story.insiders.add(step.login);
      else story.insiders.delete(step.login);
      return;
    case "look":
  }
}

/** Writes the app's mark below somebody else's name, in each way in which a comment is not the app's own. */
function forge(story: Story, index: number, writer: number, side: Side): void {
  const target = story.comments[index % Math.max(1, story.comments.length)];
  if (!target) return;
  const comment = story.say(
    "mallory",
    formatReceipt({
      comment: target.id,
      by: target.author,
      at: target.createdAt,
      head: story.pull.headSha,
      digest: story.record?.release.sha256 ?? null,
      acts: [
        { act: "approve", side },
        { act: "check", side, items: checklists[side].map(({ id }) => id) },
        { act: "unhold" },
      ],
    }),
  );
  const writers = [
    { isOurs: false, isBot: false },
    { isOurs: true, isBot: false },
    { isOurs: false, isBot: true },
  ];
  Object.assign(comment, writers[writer]);
}

export async function play(
  script: readonly Step[],
  afterEach: (story: Story, step: Step) => Promise<void>,
): Promise<Story> {
  const story = createStory();
  const first = story.record?.release.sha256 ?? "";
  let before = story.pull.headSha;
  await story.look();
  for (const step of script) {
    const { headSha } = story.pull;
    act(story, step, { first, before });
    if (story.pull.headSha !== headSha) before = headSha;
    await afterEach(story, step);
  }
  return story;
}

export const lookNow = async (story: Story) => void (await story.look());
export const lookWhenAsked = async (story: Story, { kind }: Step) => {
  if (kind === "look") await story.look();
};
