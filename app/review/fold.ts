import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { parseCommands } from "../commands/parse.ts";
import type { GrantedWaiver } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { type GivenAct, inOrder } from "./act.ts";
import { answerComments } from "./answers.ts";
import { recheck } from "./commands/recheck.ts";
import { type Hold, holdsOf } from "./hold.ts";
import { emptyMemory, findStatus, type Memory } from "./memory.ts";
import { readReceipts, type Receipts } from "./receipt.ts";
import { type Roles, rolesOf } from "./roles.ts";
import { isSame, reviewSide, type SideReview } from "./side-review.ts";
import { type Side, sides } from "./side.ts";
import { type Statement, statementsOf, type StatementSources } from "./statements.ts";
import { ticksOf } from "./ticks.ts";
import { waiversOf } from "./waivers.ts";
import { named } from "./words.ts";

/** A request for changes, for whoever tells the author of it. */
export interface RequestedChanges {
  /** Stays the same: of the comment or review. */
  readonly id: string;
  readonly by: string;
  readonly sides: readonly Side[];
  /** As it was written; not escaped. */
  readonly text: string;
  readonly url: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** The version that came after it; null while there is none. */
  readonly answeredBy: string | null;
  /** Whether the person who asked has approved since, on every side. */
  readonly isSettled: boolean;
}

/** One side's review, with what the other side and the whole submission mean for it. */
export interface JudgedSide extends SideReview {
  /** The sign-off that counts; null where there is none. */
  readonly signer: Statement | null;
}

/** Everything that people said and did about a submission, as it counts now. */
export interface ReviewState {
  readonly roles: Roles;
  readonly receipts: Receipts;
  readonly acts: readonly GivenAct[];
  readonly sides: Readonly<Record<Side, JudgedSide>>;
  readonly hold: Hold | null;
  /** When the last hold ended, in seconds. */
  readonly resumedAt: number | null;
  readonly waivers: readonly GrantedWaiver[];
  readonly requests: readonly RequestedChanges[];
  /** To whom each side was handed, in lower case. */
  readonly assigned: Readonly<Partial<Record<Side, string>>>;
  /** Check runs that started up to here, in seconds, are to be made anew. */
  readonly recheckSince: number | null;
  readonly memory: Memory;
}

/**
 * Folds comments, reviews and receipts into what counts. Pure, and independent of the order in which they are listed.
 * Commands that are answered in this very look already count.
 */
export function foldReview(observed: SubmissionObservation, rules: RuleCatalogue): ReviewState {
  const observation = asWritten(observed);
  const roles = rolesOf(observation);
  const memory = findStatus(observation.comments)?.memory ?? emptyMemory;
  const receipts = readReceipts(observation.comments, memory.acts);
  const { acts } = answerComments({ observation, roles, rules, receipts }, null);
  const sources: StatementSources = {
    observation,
    roles,
    acts,
    spoilt: receipts.spoilt,
    remembered: { code: new Set(memory.asked.code), usability: new Set(memory.asked.usability) },
  };
  const folded = {
    code: foldSide("code", sources),
    usability: foldSide("usability", sources),
  };
  return {
    roles,
    receipts,
    acts,
    sides: observation.policy.reviewers["same-person"] ? eachAlone(folded) : twoPeople(folded),
    ...holdsOf(acts, roles),
    waivers: waiversOf(acts, roles, observation.digest),
    requests: requestsOf(folded, observation),
    assigned: assignedOf(acts, roles),
    recheckSince: recheckedSince(observation, roles),
    memory,
  };
}

/** The same observation with comments and reviews in the order in which they were made. */
export function asWritten(observation: SubmissionObservation): SubmissionObservation {
  const { comments, reviews } = observation;
  return {
    ...observation,
    comments: comments.toSorted((a, b) => a.id - b.id),
    reviews: reviews.toSorted((a, b) => a.submittedAt - b.submittedAt || a.id - b.id),
  };
}

function foldSide(side: Side, sources: StatementSources): SideReview {
  const { observation, roles, acts } = sources;
  const items = ticksOf(side, acts, roles, observation.digest);
  const statements = statementsOf(side, sources);
  const people = observation.policy.reviewers[side];
  return reviewSide(side, statements, items, roles.reviewers[side], people);
}

type Folded = Readonly<Record<Side, SideReview>>;

function eachAlone({ code, usability }: Folded): Readonly<Record<Side, JudgedSide>> {
  return {
    code: { ...code, signer: code.signers[0] ?? null },
    usability: { ...usability, signer: usability.signers[0] ?? null },
  };
}

/** Finds two people for the two sides. Where the same one signed both, the first sign-off counts. */
function twoPeople(folded: Folded): Readonly<Record<Side, JudgedSide>> {
  const { code, usability } = folded;
  for (const coder of code.signers) {
    const other = usability.signers.find(({ by }) => !isSame(by, coder.by));
    if (other) return { code: { ...code, signer: coder }, usability: { ...usability, signer: other } };
  }
  const [coder, user] = [code.signers[0], usability.signers[0]];
  if (!coder || !user) return eachAlone(folded);
  const isCodeFirst = coder.at < user.at || (coder.at === user.at && coder.order <= user.order);
  return isCodeFirst
    ? { code: { ...code, signer: coder }, usability: without(usability, user) }
    : { code: without(code, coder), usability: { ...usability, signer: user } };
}

function without(side: SideReview, { by }: Statement): JudgedSide {
  const sentence = `${named(by)} signed off the other review already, and this programme wants two people: somebody else has to give this one.`;
  return { ...side, signer: null, missing: [...side.missing, sentence] };
}

/** Each request once, though it may be about both sides. */
function requestsOf(folded: Folded, { record }: SubmissionObservation): readonly RequestedChanges[] {
  const requests = new Map<string, RequestedChanges>();
  for (const side of sides) {
    for (const { by, at, text, url, state } of folded[side].requests) {
      const id = /(\d+)$/.exec(url)?.[1] ?? url;
      const known = requests.get(id);
      requests.set(id, {
        id,
        by,
        sides: [...(known?.sides ?? []), side],
        text,
        url,
        at,
        answeredBy: state === "open" ? null : (record?.version ?? null),
        isSettled: state === "settled" && (known?.isSettled ?? true),
      });
    }
  }
  return [...requests.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function assignedOf(acts: readonly GivenAct[], roles: Roles): Partial<Record<Side, string>> {
  const assigned: Partial<Record<Side, string>> = {};
  for (const { act, by, isIntact } of inOrder(acts)) {
    if (act.act !== "assign" || !isIntact || !roles.mayHold(by)) continue;
    if (roles.sidesOf(act.login).includes(act.side)) assigned[act.side] = act.login;
  }
  return assigned;
}

/** When the newest of those who may asked for all checks to be made anew. */
function recheckedSince({ comments }: SubmissionObservation, roles: Roles): number | null {
  const times = comments
    .filter(({ isBot, isEdited, author }) => !isBot && !isEdited && roles.isInvolved(author))
    .filter(({ body }) => parseCommands(body).some(({ name }) => name === recheck.name))
    .map(({ createdAt }) => createdAt);
  return times.length === 0 ? null : Math.max(...times);
}
