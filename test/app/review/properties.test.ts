import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import type { Comment } from "../../../app/github/comments.ts";
import type { Review } from "../../../app/github/pull-reviews.ts";
import { decideReview } from "../../../app/review/decide.ts";
import { foldReview } from "../../../app/review/fold.ts";
import { approvals, everybody, lookNow, lookWhenAsked, others, play, signedOff, steps } from "./people.ts";
import { automaticGates, reviewStates, rules, type Story } from "./story.ts";

describe("people without the role", () => {
  test("turn no gate green, whatever they write, edit, delete, dismiss and push", async () => {
    const outsiders = ["ann", "eve", "lisa", "mallory"];
    await fc.assert(
      fc.asyncProperty(steps(outsiders, [...approvals, ...others]), async (script) => {
        await play(script, async (story) => {
          const look = await story.look();
          expect(Object.values(reviewStates(look))).not.toContain("pass");
          expect(story.pull.isMerged).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("turn no gate green with the help of reviewers who only ask, hold and take back", async () => {
    const words = [
      "/request-changes No.",
      "/hold",
      "/unhold",
      "/uncheck code all",
      "/assign @cora",
      "/approve usability",
    ];
    const scripts = steps(["ann", "eve", "cora", "carl"], words).map((script) =>
      script
        .filter((step) => step.kind !== "review" || step.state !== "approved")
        .filter(({ kind }) => kind !== "team"),
    );
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const story = await play(script, lookWhenAsked);
        expect(Object.values(reviewStates(await story.look()))).not.toContain("pass");
      }),
      { numRuns: 100 },
    );
  });
});

test("no edit, deletion or dismissal, and no word of others, turns a gate green that was not", async () => {
  const words = ["/request-changes No.", "/hold", "/uncheck code 2", "/uncheck usability all", "Hm."];
  let losses = 0;
  await fc.assert(
    fc.asyncProperty(signedOff(steps(["cora", "carl", "uma"], words)), async (script) => {
      let before: readonly (string | undefined)[] = [];
      const tampering = script.filter(
        (step) =>
          !["push", "insider"].includes(step.kind) &&
          (step.kind !== "team" || !step.joins) &&
          (step.kind !== "review" || step.state !== "approved"),
      );
      await play(tampering, async (story, step) => {
        const states = Object.values(reviewStates(await story.look()));
        if (before.includes("pass") && !states.includes("pass")) losses++;
        const isWord = step.kind === "say" && step.text.includes("approve");
        const isFirst = before.length === 0;
        const greened = states.filter((state, index) => state === "pass" && before[index] !== "pass");
        const isAllowed = isWord || isFirst || isAnythingErased(story);
        expect(isAllowed ? [] : greened).toEqual([]);
        before = states;
      });
    }),
    { numRuns: 100 },
  );
  expect(losses).toBeGreaterThan(2);
});

/**
 * Whether a command, the app's answer to it and what the status keeps of it are all gone, which nobody can see any more; or whether a note that
 * somebody had changed is gone, so that the command itself is asked again.
 */
function isAnythingErased(story: Story): boolean {
  const there = new Set(story.comments.map(({ id }) => id));
  for (const comment of story.ever) {
    if (!story.isStatusTouched || comment.isOurs || (there.has(comment.id) && !comment.isEdited)) continue;
    const noted = story.ever.find(({ isOurs, body }) => isOurs && body.includes(`"comment":${comment.id},`));
    if (noted && !there.has(noted.id)) return true;
  }
  for (const { isOurs, isEdited, id, body } of story.ever) {
    if (isOurs && isEdited && !there.has(id) && body.includes(":receipt")) return true;
  }
  return false;
}

/** What one side's reviewers really did, written down beside the app. */
interface Deed {
  readonly kind: "approval" | "request" | "tick" | "hold" | "unhold";
  readonly by: string;
  readonly at: number;
  readonly digest: string;
  readonly sees: boolean;
  readonly comment: Comment | null;
  readonly review: Review | null;
  readonly wasReviewer: boolean;
}

test("a green code review always rests on a reviewer's word for this very connector", async () => {
  let greens = 0;
  await fc.assert(
    fc.asyncProperty(signedOff(steps(everybody, [...approvals, ...approvals, ...others])), async (script) => {
      const deeds: Deed[] = [];
      let seenHead = "";
      await play(script, async (story, step) => {
        const digest = story.record?.release.sha256 ?? "";
        // The app looked at the first head before all of this.
        if (seenHead === "" && step.kind !== "push") seenHead = story.pull.headSha;
        const eligible = (login: string) =>
          story.teams.get("@programme/code")?.has(login) === true && !story.insiders.has(login);
        if (step.kind === "say" || step.kind === "review") {
          const review = step.kind === "review" ? (story.reviews.at(-1) ?? null) : null;
          const comment = step.kind === "say" ? (story.comments.at(-1) ?? null) : null;
          const common = {
            by: step.by,
            at: review?.submittedAt ?? comment?.createdAt ?? 0,
            digest: review ? (story.observe().digestAt(review.commit ?? "") ?? "") : digest,
            sees: review !== null || seenHead === story.pull.headSha,
            comment,
            review,
            wasReviewer: eligible(step.by),
          };
          const says = (word: string) =>
            step.kind === "say" && step.text.includes(word) && !step.text.startsWith(">");
          if (says("/approve code") || says("/approve") || review?.state === "approved")
            deeds.push({ ...common, kind: "approval" });
          if (says("/request-changes") || review?.state === "changes-requested")
            deeds.push({ ...common, kind: "request" });
          if (says("/check code")) deeds.push({ ...common, kind: "tick" });
        }
        const look = await story.look();
        seenHead = story.pull.headSha;
        if (reviewStates(look).code !== "pass" || look.desired.stage === "listed") return;
        greens++;
        const isThere = ({ comment, review, sees }: Deed) =>
          sees &&
          (review ? review.state === "approved" : story.comments.includes(comment!) && !comment!.isEdited);
        const counts = (deed: Deed) => isThere(deed) && eligible(deed.by) && deed.digest === digest;
        const ticked = deeds.some((deed) => deed.kind === "tick" && counts(deed));
        const signed = deeds.some(
          (deed) =>
            deed.kind === "approval" &&
            counts(deed) &&
            deeds.every(
              (request) =>
                request.kind !== "request" ||
                !request.wasReviewer ||
                isErased(request, story) ||
                request.at < deed.at ||
                deeds.some(({ kind, by, at }) => kind === "approval" && by === request.by && at > request.at),
            ),
        );
        expect({ ticked, signed }).toEqual({ ticked: true, signed: true });
      });
    }),
    { numRuns: 200 },
  );
  expect(greens).toBeGreaterThan(20);
});

/** Whether somebody removed the request, the app's answer to it, and what the status keeps of it. */
function isErased({ comment }: Deed, story: Story): boolean {
  if (!comment || !story.isStatusTouched) return false;
  if (story.comments.includes(comment) && !comment.isEdited) return false;
  return !story.comments.some(({ isOurs, body }) => isOurs && body.includes(`"comment":${comment.id},`));
}

describe("the state", () => {
  test("is the same in whatever order comments and reviews are listed", async () => {
    await fc.assert(
      fc.asyncProperty(
        signedOff(steps(everybody, [...approvals, ...others])),
        fc.nat(),
        async (script, seed) => {
          const story = await play(script, lookWhenAsked);
          const observation = story.observe();
          const mixed = {
            ...observation,
            comments: shuffled(observation.comments, seed),
            reviews: shuffled(observation.reviews, seed),
          };
          const options = { rules, authorInformed: true };
          const gates = automaticGates({});
          const [plain, other] = [observation, mixed].map((each) => {
            const state = foldReview(each, rules);
            const { statusAfter, ...desired } = decideReview(each, state, gates, options);
            return {
              ...desired,
              status: statusAfter({
                requestedReviewers: [],
                refused: [],
                mergeRefusal: null,
                areWaiversRefused: false,
              }),
            };
          });
          expect(other).toEqual(plain);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("is the same however often the app looks, and looking again writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(signedOff(steps(everybody, [...approvals, ...others])), async (script) => {
        const [once, often] = await Promise.all([
          play(script, lookNow),
          play(script, async (story) => {
            await story.look();
            await story.look();
          }),
        ]);
        const [a, b] = await Promise.all([once.look(), often.look()]);

        expect(b.desired.stage).toBe(a.desired.stage);
        expect(reviewStates(b)).toEqual(reviewStates(a));
        expect(often.labels.toSorted()).toEqual(once.labels.toSorted());
        expect((await once.look()).writes).toEqual([]);
        expect((await often.look()).writes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("is the same whenever the app hears of words that nobody takes back", async () => {
    const scripts = signedOff(steps(everybody, [...approvals, ...others])).map((script) =>
      script.filter(({ kind }) => kind === "say" || kind === "review" || kind === "look"),
    );
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const late = script.filter((step) => step.kind !== "say" || step.text !== "/list");
        const [sometimes, always] = await Promise.all([play(late, lookWhenAsked), play(late, lookNow)]);
        const [a, b] = await Promise.all([sometimes.look(), always.look()]);

        expect(reviewStates(a)).toEqual(reviewStates(b));
        expect(a.desired.stage).toBe(b.desired.stage);
        expect(a.state.requests.map(({ by, text }) => [by, text])).toEqual(
          b.state.requests.map(({ by, text }) => [by, text]),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return items
    .map((item, index) => ({ item, key: (index * 2_654_435_761 + seed * 40_503) % 1009 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
