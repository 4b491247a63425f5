import { openAccountRequests, reconcileAccount } from "../account/reconcile.ts";
import { assertNever } from "../assert-never.ts";
import { answerComment, mayUse, pendingComments, type PendingComment } from "../commands/answer.ts";
import { pullRequestCommands } from "../commands/pull-request-commands.ts";
import { fix } from "../commands/fix.ts";
import { recheck } from "../commands/recheck.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import { reconcileListings } from "../submission/reconcile.ts";
import { reconcileSource } from "../submission/reconcile-source.ts";
import { isListings, isSubmissionBranch } from "../submission/role.ts";
import type { FixSubject, RerunSubject, Subject } from "../subjects/subject.ts";
import { configPath } from "../subjects/subjects.ts";
import { commitFixes } from "./commit-fixes.ts";
import { changeSetOf, glance, type Glance } from "./observe.ts";
import { parseSettings, reconcileChange } from "./reconcile-change.ts";
import { reconcileGroup, rerunGroup } from "./reconcile-group.ts";
import { reconcileOldHead } from "./reconcile-old-head.ts";
import { isSpokenFor, sharingHead } from "./shared-head.ts";
import { done, type SubjectContext, type SubjectOutcome, toOutcome } from "./subject-context.ts";

export type { SubjectContext, SubjectOutcome } from "./subject-context.ts";

export async function reconcileSubject(subject: Subject, context: SubjectContext): Promise<SubjectOutcome> {
  const { pulls } = context.ports;
  switch (subject.kind) {
    case "pull-request":
      return reconcilePullRequest(subject, subject.number, null, context);
    case "merge-group":
      return reconcileGroup(subject.headSha, subject.baseSha, null, context);
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
    case "old-head": {
      const others = await context.locks.hold(`${context.repository}#${subject.number}`, () =>
        reconcileOldHead(subject, context.ports),
      );
      return { kind: "done", follow: subjectsAt(subject, "pull-request", others) };
    }
    case "source":
      return reconcileSource(context.listings);
    default:
      return assertNever(subject);
  }
}

function reconcilePullRequest(
  subject: Subject,
  number: number,
  rerunSince: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  return context.locks.hold(`${context.repository}#${number}`, () =>
    reconcileHeld(subject, number, rerunSince, context),
  );
}

async function reconcileHeld(
  subject: Subject,
  number: number,
  rerunSince: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const { ports } = context;
  const pull = await ports.pulls.read(number);
  if (!pull.isOpen) {
    const config = isSubmissionBranch(pull.headRef) && (await ports.files.find(configPath, pull.baseRef));
    if (!config || !isListings(config.bytes)) {
      // Another pull request may have the same head, and now speaks for it.
      const sharing = await sharingHead(pull.headSha, ports.pulls);
      return { kind: "done", follow: subjectsAt(subject, "pull-request", sharing) };
    }
  }
  // Pull requests with the same head share its check runs.
  return context.locks.hold(`${context.repository}@${pull.headSha}`, () =>
    reconcilePull(subject, pull, rerunSince, context),
  );
}

async function reconcilePull(
  subject: Subject,
  pull: PullRequest,
  rerunSince: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const { ports } = context;
  const { number, headSha, isDraft, isFork } = pull;
  const [seen, comments] = await Promise.all([glance(changeSetOf(pull), ports), ports.comments.list(number)]);
  if (isListings(seen.config?.bytes ?? null))
    return reconcileListings({ pull, seen, comments, since: rerunSince }, context.listings);
  const pending = await pendingComments(comments, pullRequestCommands, (id) => isAnswered(id, context));
  const since = latest(rerunSince, await recheckedSince(pending, context));
  const isShared = await isSpokenFor(number, seen, ports.pulls);
  const outcome = isShared
    ? "settled"
    : await reconcileChange(seen, since, { number, isDraft, isFork, comments }, context);
  for (const comment of pending) {
    await answerComment(comment, number, comments, ports.comments, {
      rules: context.rules,
      commands: pullRequestCommands,
      fix: () => fixNow(pull, comment.comment.author, seen, context),
    });
    remember(comment.comment.id, context.answered);
  }
  if (isShared && since !== null) {
    const { installationId, owner, repo } = subject;
    return { kind: "done", follow: [{ kind: "rerun", installationId, owner, repo, sha: headSha, since }] };
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

async function reconcileRerun(subject: RerunSubject, context: SubjectContext): Promise<SubjectOutcome> {
  const { sha, since } = subject;
  const [number] = await context.ports.pulls.withHead(sha);
  if (number === undefined) return rerunGroup(sha, since, context);
  return reconcilePullRequest(subject, number, since, context);
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
