import { assertNever } from "../assert-never.ts";
import type { RerunSubject, Subject } from "../subjects/subject.ts";
import { changeSetOf } from "./observe.ts";
import { reconcileChange, type ChangeContext, type ChangeOutcome } from "./reconcile-change.ts";

export type SubjectContext = ChangeContext;

export type SubjectOutcome =
  | { readonly kind: "done"; readonly follow: readonly Subject[] }
  | { readonly kind: "retry"; readonly reason: string; readonly retryAfterMs: number | null };

/** GitHub tells of new commits before it shows them everywhere. */
const vanishedRetryMs = 3000;

export async function reconcileSubject(subject: Subject, context: SubjectContext): Promise<SubjectOutcome> {
  const { pulls } = context.ports;
  switch (subject.kind) {
    case "pull-request":
      return reconcilePullRequest(subject.number, null, context);
    case "merge-group": {
      const { headSha, baseSha } = subject;
      return toOutcome(await reconcileChange({ headSha, baseSha, baseRef: baseSha }, null, context));
    }
    case "repository":
      return follow(subject, await pulls.open());
    case "commit":
      return follow(subject, await pulls.withHead(subject.sha));
    case "rerun":
      return reconcileRerun(subject, context);
    case "fix":
      return { kind: "done", follow: [] };
    default:
      return assertNever(subject);
  }
}

async function reconcilePullRequest(
  number: number,
  since: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const pull = await context.ports.pulls.read(number);
  if (!pull.isOpen) return { kind: "done", follow: [] };
  return toOutcome(await reconcileChange(changeSetOf(pull), since, context));
}

async function reconcileRerun(
  { sha, since }: RerunSubject,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const [number] = await context.ports.pulls.withHead(sha);
  return number === undefined ? { kind: "done", follow: [] } : reconcilePullRequest(number, since, context);
}

function follow({ installationId, owner, repo }: Subject, numbers: readonly number[]): SubjectOutcome {
  const subjects = numbers.map((number) => ({
    kind: "pull-request" as const,
    installationId,
    owner,
    repo,
    number,
  }));
  return { kind: "done", follow: subjects };
}

function toOutcome(outcome: ChangeOutcome): SubjectOutcome {
  if (outcome !== "vanished") return { kind: "done", follow: [] };
  return { kind: "retry", reason: "the head commit is not there", retryAfterMs: vanishedRetryMs };
}
