import type { SubmissionObservation } from "../submission/observation.ts";
import type { GivenAct } from "./act.ts";
import type { SpoiltReceipt } from "./receipt.ts";
import type { Roles } from "./roles.ts";
import { sideNames, type Side } from "./side.ts";
import { named } from "./words.ts";

/** What somebody said for one side, by a GitHub review or by a command. */
export interface Statement {
  /**
   * `request` asks for changes. `doubt` is what may have been a request, and cannot be asked any more: a dismissed
   * review, a request of somebody who no longer reviews, a changed receipt.
   */
  readonly kind: "approval" | "request" | "doubt";
  readonly by: string;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly source: "review" | "command" | "receipt";
  /** Orders statements of one source within a second. */
  readonly order: number;
  /** The head that it is about; null where that is not known. */
  readonly commit: string | null;
  /** Whether it is about the connector as it is now. */
  readonly isCurrent: boolean;
  readonly text: string;
  readonly url: string;
  /** What a doubt keeps from counting, as a sentence of Markdown. */
  readonly note?: string;
}

/** Statements of a side, and what was said there and does not count, each as a sentence of Markdown. */
export interface SideStatements {
  readonly statements: readonly Statement[];
  readonly notes: readonly string[];
  /** The same of people without any part in this, which is of less interest. */
  readonly asides: readonly string[];
}

/** What is known of a submission that statements are read from. */
export interface StatementSources {
  readonly observation: SubmissionObservation;
  readonly roles: Roles;
  readonly acts: readonly GivenAct[];
  readonly spoilt: readonly SpoiltReceipt[];
  /** GitHub reviews that asked for changes when their authors were reviewers, as the app noted then. */
  readonly remembered: Readonly<Record<Side, ReadonlySet<number>>>;
}

export function statementsOf(side: Side, sources: StatementSources): SideStatements {
  const notes: string[] = [];
  const asides: string[] = [];
  const statements = [
    ...fromReviews(side, sources, notes, asides),
    ...fromActs(side, sources, notes),
    ...fromSpoilt(sources),
  ];
  return { statements, notes: [...new Set(notes)], asides: [...new Set(asides)] };
}

function fromReviews(
  side: Side,
  { observation, roles, remembered }: StatementSources,
  notes: string[],
  asides: string[],
): readonly Statement[] {
  const { reviews, digest, digestAt, hadPassed, pull } = observation;
  return reviews.flatMap((review): readonly Statement[] => {
    const { id, author, state, commit, body } = review;
    if (state === "commented") return [];
    const [own, ...others] = roles.sidesOf(author);
    const isReviewer = own === side || others.includes(side);
    const about = commit === null ? null : digestAt(commit);
    const isCurrent = about === null ? commit === pull.headSha : about === digest;
    const base = { by: author, at: review.submittedAt, source: "review", order: id, text: body } as const;
    const common = { ...base, commit, isCurrent, url: review.url };
    if (state === "approved") {
      if (!isReviewer) {
        const told = roles.isInvolved(author) ? notes : asides;
        if (own === undefined && isCurrent) told.push(cannotApprove(author, roles, side));
        return [];
      }
      if (others.length > 0) {
        if (isCurrent) notes.push(unclear(author));
        return [];
      }
      // Where the connector of a commit cannot be known, nobody can have approved it.
      const isKnown = about !== null && about === digest;
      const sawTruth = commit !== null && hadPassed(commit, review.submittedAt);
      if (isKnown && !sawTruth) notes.push(tooEarly(author));
      return [{ ...common, kind: "approval", isCurrent: isKnown && sawTruth }];
    }
    if (state === "changes-requested" && isReviewer) return [{ ...common, kind: "request" }];
    if (!isReviewer && !remembered[side].has(id)) return [];
    const note =
      state === "dismissed"
        ? `A review by ${named(author)} was dismissed, and GitHub does not tell what it said: a sign-off counts only if it is given after that review.`
        : leftRequest(author);
    return [{ ...common, kind: "doubt", note }];
  });
}

function cannotApprove(author: string, roles: Roles, side: Side): string {
  return roles.isInsider(author)
    ? `The approval of ${named(author)} does not count: nobody signs off a connector of their own side.`
    : `The approval of ${named(author)} does not count: only reviewers of this programme give the ${sideNames[side].toLowerCase()}.`;
}

/** A record that is not true yet may name a connector that nobody was shown. */
function tooEarly(author: string): string {
  return `${named(author)} approved before *Submission* had passed, so it is not sure that they saw the connector which the record names: only an approval after that counts.`;
}

function unclear(author: string): string {
  return `${named(author)} reviews both code and usability, so GitHub's *Approve* does not tell which is meant: write \`/approve code\` or \`/approve usability\` as a comment.`;
}

function fromActs(
  side: Side,
  { observation, roles, acts }: StatementSources,
  notes: string[],
): readonly Statement[] {
  const { digest, pull } = observation;
  return acts.flatMap((given): readonly Statement[] => {
    const { act, by, isIntact } = given;
    if (act.act !== "approve" && act.act !== "request") return [];
    if (act.act === "approve" ? act.side !== side : !act.sides.includes(side)) return [];
    const isReviewer = roles.sidesOf(by).includes(side);
    const isCurrent = given.digest !== null && given.digest === digest;
    const order = given.comment + given.index / 100;
    const url = `${pull.url}#issuecomment-${given.comment}`;
    const common = { by, at: given.at, source: "command", order, url, commit: given.head } as const;
    if (act.act === "approve") {
      if (isReviewer && isIntact) return [{ ...common, kind: "approval", isCurrent, text: "" }];
      if (isCurrent) notes.push(isReviewer ? touched(by) : leftApproval(by, roles));
      return [];
    }
    // A request stays although its comment was edited or deleted: that must not be a way to get rid of it.
    if (isReviewer) return [{ ...common, kind: "request", isCurrent, text: act.text }];
    return [{ ...common, kind: "doubt", isCurrent, text: act.text, note: leftRequest(by) }];
  });
}

function leftRequest(by: string): string {
  return `${named(by)} asked for changes and is no longer a reviewer here: a sign-off counts only if it is given after that.`;
}

function touched(by: string): string {
  return `An approval of ${named(by)} does not count any more, since the comment was edited or deleted. A new comment does.`;
}

function leftApproval(by: string, roles: Roles): string {
  return roles.isInsider(by)
    ? `The approval of ${named(by)} does not count: nobody signs off a connector of their own side.`
    : `The approval of ${named(by)} does not count any more: they are no longer a reviewer here.`;
}

/** A receipt that somebody edited may have been one of a request. */
function fromSpoilt({ spoilt, observation }: StatementSources): readonly Statement[] {
  return spoilt.map(({ answer, at }) => ({
    kind: "doubt",
    by: "",
    at,
    source: "receipt",
    order: answer,
    commit: null,
    isCurrent: false,
    text: "",
    url: `${observation.pull.url}#issuecomment-${answer}`,
    note: "An answer of the app was edited by somebody, so it proves nothing any more: a sign-off counts only if it is given after it.",
  }));
}

/** Whether a statement was surely made after another: within the same second, only those of one source tell. */
export function isAfter(later: Statement, earlier: Statement): boolean {
  if (later.at !== earlier.at) return later.at > earlier.at;
  return later.source === earlier.source && later.order > earlier.order;
}
