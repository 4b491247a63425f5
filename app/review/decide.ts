import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { sha256 } from "../../checks/digest.ts";
import { formatRecord } from "../../checks/listing/submission-record.ts";
import { waiversPath } from "../../checks/listing/listing-waivers.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import { formatDue } from "../calendar/working-days.ts";
import type { Label } from "../github/labels.ts";
import type { NewMerge } from "../github/merges.ts";
import { automaticGateNames, type Gate, isPassing } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { waiversText } from "../submission/waivers-text.ts";
import { type Answer, answerComments } from "./answers.ts";
import { checklistBody, checklistMark } from "./checklist-comment.ts";
import { type Clock, clockOf, reminderMark, waitingSides } from "./clock.ts";
import { asWritten, type ReviewState } from "./fold.ts";
import { maxRefused, type Memory, rememberActs } from "./memory.ts";
import { isOwn } from "./receipt.ts";
import { areTextsSeen } from "./texts-seen.ts";
import { reviewGates } from "./review-gates.ts";
import { busyWith, reviewerChanges, type ReviewerChanges } from "./reviewers.ts";
import { type Side, sideNames, sides } from "./side.ts";
import { overdueLabel, type Stage, stageLabel, stageOf } from "./stage.ts";
import { statusBody } from "./status.ts";
import { called, listed } from "./words.ts";

/** What reviewing a submission should come to, given what is known of it. */
export interface DesiredReview {
  /** All seven, in order; those for people are the last two. */
  readonly gates: readonly Gate[];
  readonly stage: Stage;
  readonly answers: readonly Answer[];
  /** Labels of ours that it should have; it should have no others of ours. */
  readonly labels: readonly Label[];
  /** The body of the one status comment, which also tells of what came of writing the rest. */
  readonly statusAfter: (written: Written) => string;
  /** Absent where there is nothing to tick yet. */
  readonly checklists: Readonly<Partial<Record<Side, string>>>;
  readonly reviewers: ReviewerChanges;
  /** A comment to be written now; null where nobody is to be reminded. */
  readonly reminder: string | null;
  /** The waivers as they should be beside the record; where they are not needed, only if there is such a file. */
  readonly waiversFile: WaiversFile | null;
  readonly merge: NewMerge | null;
  /** `close`: the submission ends here. `delist`: a pull request is to take the listing away. */
  readonly withdrawal: "close" | "delist" | null;
}

/** The waivers in force, as a file beside the record. */
export interface WaiversFile {
  /** On the submission's own branch before it is merged, on the base branch after. */
  readonly place: "head" | "base";
  readonly path: string;
  readonly text: string;
  /** Whether it has to be there; otherwise it only has to be right where it is there. */
  readonly isNeeded: boolean;
}

/** What came of writing, as far as the status tells of it. */
export interface Written {
  /** Logins that are asked for a review now, of all. */
  readonly requestedReviewers: readonly string[];
  /** Logins that GitHub did not take. */
  readonly refused: readonly string[];
  /** Why GitHub did not merge; null where it did, or was not asked. */
  readonly mergeRefusal: string | null;
  /** Whether GitHub did not let the app write beside the listing what was set aside. */
  readonly areWaiversRefused: boolean;
}

export interface ReviewOptions {
  readonly rules: RuleCatalogue;
  /** Whether the author is told in their own repository. */
  readonly authorInformed: boolean;
}

/** Decides about the people's part of a submission: a pure function, which leaves what is there to `applyReview`. */
export function decideReview(
  observed: SubmissionObservation,
  state: ReviewState,
  automaticGates: readonly Gate[],
  { rules, authorInformed }: ReviewOptions,
): DesiredReview {
  const observation = asWritten(observed);
  const { pull } = observation;
  const { roles, receipts } = state;
  const gates = pull.isOpen ? [...automaticGates, ...reviewGates(observation, state)] : [];
  const isReady = pull.isOpen && !pull.isDraft && isAllGreen(automaticGates, automaticGateNames.length);
  const { answers, acts } = answerComments({ observation, roles, rules, receipts }, gates);
  const stage = stageOf(observation, state, gates);
  const clock = clockOf(observation, state, automaticGates, isReady);
  const answered = new Set(answers.map(({ comment }) => comment));
  const isWithdrawn = acts.some(({ act, comment }) => act.act === "withdraw" && answered.has(comment));
  const memory = memoryOf(observation, state, clock);
  const canList = stage === "approved" && !isWithdrawn;
  return {
    gates,
    stage,
    answers,
    labels: [stageLabel(stage), ...(clock.isOverdue ? [overdueLabel] : [])],
    statusAfter: ({ requestedReviewers, refused, mergeRefusal, areWaiversRefused }) =>
      statusBody({
        observation: { ...observation, pull: { ...pull, requestedReviewers } },
        memory: { ...memory, refused: [...new Set([...memory.refused, ...refused])].slice(0, maxRefused) },
        state,
        gates,
        stage,
        clock,
        authorInformed,
        mergeRefusal,
        areWaiversRefused,
      }),
    checklists: checklistsOf(observation, state, isReady),
    reviewers: isReady && !state.hold ? reviewerChanges(observation, state) : { needs: [], withdraw: [] },
    reminder: clock.isReminding ? reminderOf(observation, state, clock) : null,
    waiversFile: waiversFileOf(observation, state, canList),
    merge: canList && isListed(observation, state, acts) ? mergeOf(observation, state) : null,
    withdrawal: isWithdrawn ? withdrawalOf(pull) : null,
  };
}

function withdrawalOf({ isMerged, isOpen }: SubmissionObservation["pull"]): DesiredReview["withdrawal"] {
  if (isMerged) return "delist";
  return isOpen ? "close" : null;
}

function isAllGreen(gates: readonly Gate[], count: number): boolean {
  return gates.length === count && gates.every(isPassing);
}

/** Whether somebody who may has said so for this very record, texts and all, after any hold; or nobody has to. */
function isListed(
  observation: SubmissionObservation,
  state: ReviewState,
  acts: ReviewState["acts"],
): boolean {
  const { policy, digest, record } = observation;
  const { roles, resumedAt } = state;
  if (policy.listing.automatic && areTextsSeen(observation, state)) return true;
  return acts.some(
    ({ act, by, at, isIntact, digest: about }) =>
      act.act === "list" &&
      isIntact &&
      roles.isLister(by) &&
      about !== null &&
      about === digest &&
      record !== null &&
      act.record === sha256(formatRecord(record)) &&
      at >= (resumedAt ?? 0),
  );
}

function memoryOf(
  { digest, reviews, now }: SubmissionObservation,
  { memory, roles, acts }: ReviewState,
  clock: Clock,
): Memory {
  const asked = (side: Side) => {
    const ids = reviews
      .filter(({ state, author }) => state === "changes-requested" && roles.sidesOf(author).includes(side))
      .map(({ id }) => id);
    return [...new Set([...memory.asked[side], ...ids])].sort((a, b) => a - b).slice(-200);
  };
  return {
    digest,
    since: clock.since,
    refused: memory.digest === digest ? memory.refused : [],
    reminded: clock.isReminding ? Math.floor(now.getTime() / 1000) : memory.reminded,
    asked: { code: asked("code"), usability: asked("usability") },
    acts: [...rememberActs(acts)],
  };
}

/** The checklists appear when there is something to review, and stay. */
function checklistsOf(
  observation: SubmissionObservation,
  { sides: judged }: ReviewState,
  isReady: boolean,
): Readonly<Partial<Record<Side, string>>> {
  const { pull, record, comments } = observation;
  const isThere = comments.some(
    (comment) => isOwn(comment) && comment.body.startsWith(checklistMark("code")),
  );
  if (!pull.isOpen || record === null || !(isReady || isThere)) return {};
  return Object.fromEntries(sides.map((side) => [side, checklistBody(judged[side], observation)]));
}

function reminderOf(observation: SubmissionObservation, state: ReviewState, { due }: Clock): string {
  const { policy, record } = observation;
  const lines = waitingSides(state).map((side) => {
    const busy = busyWith(side, observation, state);
    const people = busy.length > 0 ? busy.map(called) : policy.reviewers[side];
    return `- ${sideNames[side]}: ${listed(people)}`;
  });
  const day = due === null ? "" : `, and was due on ${formatDue(due, policy.calendar)}`;
  return `${reminderMark}\nThe review of ${markdownCode(`${record?.slug ?? ""} ${record?.version ?? ""}`)} is still open${day}:\n\n${lines.join("\n")}\n\n\`/assign @user\` hands it to somebody else; \`/hold\` stops the clock.\n`;
}

/**
 * Once it can be listed; and where one was written before, it has to be true as long as the submission is open. What
 * came from a fork gets it after the merge, since a fork's branch is not the app's to write to.
 */
function waiversFileOf(
  { record, pull, listed, digest }: SubmissionObservation,
  { waivers, acts }: ReviewState,
  canList: boolean,
): WaiversFile | null {
  if (record === null) return null;
  const mayBeThere = pull.isOpen && !pull.isFork && (canList || acts.some(({ act }) => act.act === "waive"));
  const isListed = pull.isMerged && listed?.version === record.version && listed.release.sha256 === digest;
  if (!mayBeThere && !isListed) return null;
  const text = waiversText(waivers);
  const isNeeded = (canList || isListed) && waivers.length > 0;
  return { path: waiversPath(record.slug), text, isNeeded, place: isListed ? "base" : "head" };
}

function mergeOf(
  { pull, record, policy }: SubmissionObservation,
  { sides: judged, waivers }: ReviewState,
): NewMerge | null {
  if (record === null) return null;
  const message = [
    ...sides.flatMap((side) => {
      const { signer } = judged[side];
      return signer ? [`${sideNames[side]}: ${signer.by}`] : [];
    }),
    ...waivers.map(({ rule, by }) => `Set aside: ${rule} (${by})`),
    `Connector: ${record.release.sha256}`,
  ];
  return {
    headSha: pull.headSha,
    method: policy.listing["merge-method"],
    title: `List ${record.slug} ${record.version} (#${pull.number})`,
    message: message.join("\n"),
  };
}
