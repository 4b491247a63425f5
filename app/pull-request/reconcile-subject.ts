import { openAccountRequests, reconcileAccount } from "../account/reconcile.ts";
import { assertNever } from "../assert-never.ts";
import { answerComment, mayUse, pendingComments, type PendingComment } from "../commands/answer.ts";
import { pullRequestCommands } from "../commands/pull-request-commands.ts";
import { fix } from "../commands/fix.ts";
import { recheck } from "../commands/recheck.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import type { ListingsContext } from "../submission/context.ts";
import { reconcileListings } from "../submission/reconcile.ts";
import { reconcileListingsGroup } from "../submission/reconcile-group.ts";
import { reconcileSource } from "../submission/reconcile-source.ts";
import { isListings, isSubmissionBranch } from "../submission/role.ts";
import type { FixSubject, RerunSubject, Subject } from "../subjects/subject.ts";
import { configPath } from "../subjects/subjects.ts";
import type { ChangeContext } from "./check-change.ts";
import { commitFixes } from "./commit-fixes.ts";
import type { Locks } from "./locks.ts";
import { changeSetOf, glance, type Glance } from "./observe.ts";
import { parseSettings, reconcileChange, type ChangeOutcome } from "./reconcile-change.ts";

export interface SubjectContext extends ChangeContext {
  /** Remembers comments that were answered, so that GitHub need not be asked again. */
  readonly answered: Set<number>;
  /** Lets one piece of work at a time at a pull request, whichever subject brought it. */
  readonly locks: Locks;
  /** `owner/name` of the repository that all of this is about. */
  readonly repository: string;
  /** What there is to do in a repository of listings. */
  readonly listings: ListingsContext;
}

export type SubjectOutcome =
  | { readonly kind: "done"; readonly follow: readonly Subject[] }
  | { readonly kind: "retry"; readonly reason: string; readonly retryAfterMs: number | null };

const done: SubjectOutcome = { kind: "done", follow: [] };

/** GitHub tells of new commits before it shows them everywhere. */
const vanishedRetryMs = 3000;

export async function reconcileSubject(subject: Subject, context: SubjectContext): Promise<SubjectOutcome> {
  const { pulls } = context.ports;
  switch (subject.kind) {
    case "pull-request":
      return reconcilePullRequest(subject.number, null, context);
    case "merge-group": {
      const { headSha, baseSha } = subject;
      const seen = await glance({ headSha, baseSha, baseRef: baseSha }, context.ports);
      if (isListings(seen.config?.bytes ?? null)) return reconcileListingsGroup(seen, context.listings);
      return toOutcome(await reconcileChange(seen, null, null, context));
    }
    case "repository":
      return reconcileRepository(subject, await pulls.open(), context);
    case "rerun":
      return reconcileRerun(subject, context);
    case "fix":
      return reconcileFix(subject, context);
    case "issue":
      return context.locks.hold(`${context.repository}#${subject.number}`, () =>
        reconcileAccount(subject.number, context.listings),
      );
    case "source":
      return reconcileSource(context.listings);
    default:
      return assertNever(subject);
  }
}

function reconcilePullRequest(
  number: number,
  rerunSince: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  return context.locks.hold(`${context.repository}#${number}`, () =>
    reconcileHeld(number, rerunSince, context),
  );
}

async function reconcileHeld(
  number: number,
  rerunSince: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const { ports } = context;
  const pull = await ports.pulls.read(number);
  if (!pull.isOpen) {
    if (!isSubmissionBranch(pull.headRef)) return done;
    const config = await ports.files.find(configPath, pull.baseRef);
    if (!isListings(config?.bytes ?? null)) return done;
  }
  const [seen, comments] = await Promise.all([glance(changeSetOf(pull), ports), ports.comments.list(number)]);
  if (isListings(seen.config?.bytes ?? null))
    return reconcileListings({ pull, seen, comments, since: rerunSince }, context.listings);
  const pending = await pendingComments(comments, pullRequestCommands, (id) => isAnswered(id, context));
  const since = latest(rerunSince, await recheckedSince(pending, context));
  const { isDraft, isFork } = pull;
  const outcome = await reconcileChange(seen, since, { number, isDraft, isFork, comments }, context);
  for (const comment of pending) {
    await answerComment(comment, number, comments, ports.comments, {
      rules: context.rules,
      commands: pullRequestCommands,
      fix: () => fixNow(pull, comment.comment.author, seen, context),
    });
    remember(comment.comment.id, context.answered);
  }
  return toOutcome(outcome);
}

/** How many answered comments are remembered. */
const maxAnswered = 10_000;

async function isAnswered(id: number, { answered, ports }: SubjectContext): Promise<boolean> {
  if (answered.has(id)) return true;
  const is = await ports.comments.isAnswered(id, ports.checkRuns.ownLogin());
  if (is) remember(id, answered);
  return is;
}

function remember(id: number, answered: Set<number>): void {
  answered.add(id);
  for (const oldest of answered) {
    if (answered.size <= maxAnswered) break;
    answered.delete(oldest);
  }
}

/** When the newest of those who may asked for the checks to run again. */
async function recheckedSince(
  pending: readonly PendingComment[],
  { ports }: SubjectContext,
): Promise<number | null> {
  for (const { comment, commands } of pending.toReversed()) {
    const asks = commands.some(({ name }) => name === recheck.name);
    if (asks && (await mayUse(recheck, comment.author, ports.comments))) return comment.createdAt;
  }
  return null;
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a;
}

async function reconcileRerun(
  { sha, since }: RerunSubject,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const [number] = await context.ports.pulls.withHead(sha);
  return number === undefined ? done : reconcilePullRequest(number, since, context);
}

/** The button: void once the branch has moved on, so pressing it twice commits once. */
async function reconcileFix({ sha, actor }: FixSubject, context: SubjectContext): Promise<SubjectOutcome> {
  const { ports } = context;
  const [number] = await ports.pulls.withHead(sha);
  if (number === undefined || !(await mayUse(fix, actor, ports.comments))) return done;
  return context.locks.hold(`${context.repository}#${number}`, async () => {
    const pull = await ports.pulls.read(number);
    if (!pull.isOpen || pull.headSha !== sha) return done;
    await fixNow(pull, actor, await glance(changeSetOf(pull), ports), context);
    return done;
  });
}

async function fixNow(pull: PullRequest, actor: string, seen: Glance, context: SubjectContext) {
  const parsed = parseSettings(seen, context);
  return parsed.ok ? commitFixes(pull, actor, parsed.settings, context) : { kind: "nothing" as const };
}

/** Everything open in a repository, after something changed that all of it depends on. */
async function reconcileRepository(
  subject: Subject,
  open: readonly number[],
  { listings, ports }: SubjectContext,
): Promise<SubjectOutcome> {
  const config = await ports.files.find(configPath, null);
  if (!isListings(config?.bytes ?? null)) {
    await listings.unwatch();
    return { kind: "done", follow: subjectsAt(subject, "pull-request", open) };
  }
  await listings.watch();
  const requests = await openAccountRequests(listings);
  return {
    kind: "done",
    follow: [...subjectsAt(subject, "pull-request", open), ...subjectsAt(subject, "issue", requests)],
  };
}

function subjectsAt(
  { installationId, owner, repo }: Subject,
  kind: "pull-request" | "issue",
  numbers: readonly number[],
): readonly Subject[] {
  return numbers.map((number) => ({ kind, installationId, owner, repo, number }));
}

function toOutcome(outcome: ChangeOutcome): SubjectOutcome {
  if (outcome !== "vanished") return done;
  return { kind: "retry", reason: "the head commit is not there", retryAfterMs: vanishedRetryMs };
}
