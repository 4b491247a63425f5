import type { BranchPort } from "../github/branches.ts";
import { type Comment, type CommentPort, maxComments } from "../github/comments.ts";
import type { CommitPort } from "../github/commits.ts";
import { faultOf } from "../github/faults.ts";
import type { GitFilePort } from "../github/git-files.ts";
import type { LabelPort } from "../github/labels.ts";
import type { MergePort } from "../github/merges.ts";
import type { ReviewRequestPort } from "../github/review-requests.ts";
import { unlessRefused } from "../pull-request/apply.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { checklistMark } from "./checklist-comment.ts";
import type { DesiredReview, WaiversFile, Written } from "./decide.ts";
import { delist } from "./delist.ts";
import { findStatus } from "./memory.ts";
import { isOwn } from "./receipt.ts";
import { chooseReviewers } from "./reviewers.ts";
import { sides } from "./side.ts";
import { overdueLabel, stageLabel, stages } from "./stage.ts";

/** What the people's part of a submission needs of the listings repository. */
export interface ReviewPorts {
  readonly comments: Pick<CommentPort, "create" | "update" | "react">;
  readonly labels: LabelPort;
  readonly requests: ReviewRequestPort;
  readonly merges: MergePort;
  readonly files: Pick<GitFilePort, "find">;
  readonly commits: CommitPort;
  readonly branches: BranchPort;
}

/** `again` asks for another look at once, since the pull request itself is another one now. */
export interface ReviewOutcome {
  readonly again: boolean;
}

/** Whom GitHub is asked for at most, until it takes one. */
const maxTries = 3;

/**
 * Writes the difference between what is there and what should be. Safe to stop between any two steps: receipts come
 * first, since the rest rests on them, and the merge last.
 */
export async function applyReview(
  observation: SubmissionObservation,
  desired: DesiredReview,
  ports: ReviewPorts,
): Promise<ReviewOutcome> {
  const { pull } = observation;
  if (desired.withdrawal === "close") await ports.merges.close(pull.number);
  if (desired.withdrawal === "delist") await delist(observation, ports);
  for (const { comment, react, reply } of desired.answers) {
    await unlessRefused(ports.comments.react(comment, react));
    if (reply !== null) await unlessRefused(ports.comments.create(pull.number, reply));
  }
  if (desired.withdrawal === "close") return { again: true };
  await applyLabels(observation, desired, ports);
  const asked = await applyReviewers(observation, desired, ports);
  const status = findStatus(observation.comments)?.comment;
  // People look at the top, so that the first comment tells them where the submission is.
  const soFar = { ...asked, mergeRefusal: null, areWaiversRefused: false };
  if (!status) await writeComment(status, desired.statusAfter(soFar), observation, ports);
  await applyChecklists(observation, desired, ports);
  if (desired.reminder !== null) await unlessRefused(ports.comments.create(pull.number, desired.reminder));
  const merged = await applyMerge(observation, desired, ports);
  if (merged.again) return merged;
  const { waiversFile } = desired;
  const areWaiversRefused =
    waiversFile?.place === "base" && (await writeWaivers(waiversFile, pull, ports)) === "refused";
  const body = desired.statusAfter({ ...asked, mergeRefusal: merged.reason, areWaiversRefused });
  if (status) await writeComment(status, body, observation, ports);
  return { again: false };
}

async function applyLabels(
  { pull }: SubmissionObservation,
  { labels }: DesiredReview,
  ports: ReviewPorts,
): Promise<void> {
  const ours = new Set([...stages.map((stage) => stageLabel(stage).name), overdueLabel.name]);
  // GitHub takes names in any case for the same, and keeps that of whoever made the label.
  const there = new Set(pull.labels.map((name) => name.toLowerCase()));
  for (const label of labels) if (!there.has(label.name)) await ports.labels.add(pull.number, label);
  for (const name of pull.labels) {
    const isWanted = labels.some((label) => label.name === name.toLowerCase());
    if (ours.has(name.toLowerCase()) && !isWanted) await ports.labels.remove(pull.number, name);
  }
}

/** Says who is asked for a review in the end, and whom GitHub did not take, so that they are not tried for ever. */
async function applyReviewers(
  { pull }: SubmissionObservation,
  { reviewers: { needs, withdraw } }: DesiredReview,
  { requests }: ReviewPorts,
): Promise<Pick<Written, "requestedReviewers" | "refused">> {
  const refused: string[] = [];
  const requested: string[] = [];
  if (needs.length > 0) {
    for (const { order } of chooseReviewers(needs, await requests.loads(), pull.number)) {
      for (const login of order.slice(0, maxTries)) {
        if (requested.includes(login) || (await requests.request(pull.number, login))) {
          requested.push(login);
          break;
        }
        refused.push(login);
      }
    }
  }
  if (withdraw.length > 0) await requests.withdraw(pull.number, withdraw);
  const kept = pull.requestedReviewers.filter((login) => !withdraw.includes(login.toLowerCase()));
  return { requestedReviewers: [...new Set([...kept, ...requested])], refused };
}

async function applyChecklists(
  observation: SubmissionObservation,
  { checklists }: DesiredReview,
  ports: ReviewPorts,
): Promise<void> {
  for (const side of sides) {
    const body = checklists[side];
    if (body === undefined) continue;
    const mark = checklistMark(side);
    const own = observation.comments.filter((comment) => isOwn(comment) && comment.body.startsWith(mark));
    await writeComment(own.toSorted((a, b) => a.id - b.id)[0], body, observation, ports);
  }
}

async function applyMerge(
  { pull }: SubmissionObservation,
  { waiversFile, merge }: DesiredReview,
  ports: ReviewPorts,
): Promise<{ readonly again: boolean; readonly reason: string | null }> {
  // Where GitHub does not take the file, the merge's message names the waivers too.
  const written =
    waiversFile?.place === "head" && (await writeWaivers(waiversFile, pull, ports)) === "written";
  if (written) return { again: true, reason: null };
  if (!merge) return { again: false, reason: null };
  const outcome = await ports.merges.merge(pull.number, merge);
  // A head that moved is another matter, which its own event brings.
  return { again: outcome.kind === "merged", reason: outcome.kind === "refused" ? outcome.reason : null };
}

/** Puts what was set aside beside the record, so that the listing tells. */
async function writeWaivers(
  { place, path, text, isNeeded }: WaiversFile,
  { headRef, headSha, baseRef }: SubmissionObservation["pull"],
  { files, commits, branches }: ReviewPorts,
): Promise<"fine" | "written" | "refused"> {
  const name = place === "head" ? headRef : baseRef;
  const at = place === "head" ? headSha : (await branches.find(baseRef))?.sha;
  if (at === undefined) return "fine";
  const known = await files.find(path, at);
  if (known ? Buffer.from(known.bytes).toString() === text : !isNeeded) return "fine";
  try {
    await commits.commit({
      branch: name,
      parent: at,
      message: "chore: note what reviewers set aside",
      files: [{ path, mode: "100644", bytes: Buffer.from(text) }],
    });
    return "written";
  } catch (error) {
    // A branch that is protected, or has moved.
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind !== "denied" && kind !== "refused") throw error;
    return "refused";
  }
}

async function writeComment(
  existing: Comment | undefined,
  body: string,
  { pull, comments: known }: SubmissionObservation,
  { comments }: ReviewPorts,
): Promise<void> {
  if (!existing) {
    // Beyond these it would not be found again.
    if (known.length < maxComments) await unlessRefused(comments.create(pull.number, body));
  } else if (normalise(existing.body) !== normalise(body))
    await unlessRefused(comments.update(existing.id, body));
}

/** As GitHub may give back what it was given. */
function normalise(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
