import { assertNever } from "../assert-never.ts";
import { startTimeout } from "../start-timeout.ts";
import type { Coordination } from "../queue/coordination.ts";
import type { Claim, SubjectQueue } from "../queue/subject-queue.ts";
import { parseSubjectKey, type Subject, subjectKey } from "../subjects/subject.ts";
import { describeDefect } from "./describe-defect.ts";
import type { GiveUp } from "./give-up.ts";
import type { Log, Reconcile, ReconcileOutcome } from "./reconcile.ts";
import { backoffMs, type RetryPolicy } from "./retry-policy.ts";

export interface RunDependencies {
  readonly queue: Pick<SubjectQueue, "add">;
  readonly reconcile: Reconcile;
  /** Comes before a subject becomes a dead letter. */
  readonly giveUp: GiveUp;
  /** Remembers which installations GitHub wants to hear nothing from for a while. */
  readonly hushes: Pick<Coordination, "hush" | "hushedMs">;
  readonly log: Log;
  readonly policy: RetryPolicy;
  /** How long one run may take before it is interrupted and tried again later. */
  readonly runTimeoutMs: number;
  readonly random: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of every run, after its claim was settled. */
  readonly onRun: (run: Run) => void;
}

/** What is known of one run afterwards, for logs and metrics. */
export interface Run {
  readonly subject: string;
  readonly kind: Subject["kind"];
  readonly installation: number;
  readonly outcome: "done" | "retry" | "postponed" | "gone" | "dead" | "interrupted";
  /** How many runs in a row had failed before this one. */
  readonly failures: number;
  /** From the first hint to the start of the run. */
  readonly waitedMs: number;
  readonly durationMs: number;
  readonly reads?: number;
  readonly writes?: number;
  readonly reason?: string;
  readonly retryInMs?: number;
}

/** What happens next, and what the log says of it. */
type Verdict = Pick<Run, "outcome" | "reads" | "writes" | "reason" | "retryInMs">;

/**
 * Works on one claim and settles it. Never rejects: here, every failure becomes a retry or a dead letter. `interrupt`
 * puts the subject back untried.
 */
export type Runner = (claim: Claim, interrupt: AbortSignal) => Promise<void>;

export function createRunner(dependencies: RunDependencies): Runner {
  const { reconcile, log, now, onRun, runTimeoutMs, policy, hushes } = dependencies;

  async function look(claim: Claim, subject: Subject, interrupt: AbortSignal): Promise<Look> {
    if (claim.failures >= policy.maxFailures) return { kind: "hopeless" };
    const installation = String(subject.installationId);
    const quietMs = await hushes.hushedMs(installation);
    if (quietMs > 0) return { kind: "quiet", ms: quietMs };
    const late = startTimeout(runTimeoutMs);
    try {
      const outcome = await reconcile(subject, AbortSignal.any([interrupt, late.signal]));
      if (outcome.kind === "retry" && outcome.retryAfterMs !== null) {
        await hushes.hush(installation, outcome.retryAfterMs);
      }
      return outcome;
    } catch (error) {
      return { kind: "defect", error };
    } finally {
      late.done();
    }
  }

  return async (claim, interrupt) => {
    const waitedMs = Math.max(0, now() - claim.hintedAt);
    const started = performance.now();
    try {
      const subject = parseSubjectKey(claim.key);
      if (subject === null) {
        log.error({ subject: claim.key }, "the queue holds a key that names no subject");
        await claim.bury("the key names no subject");
        return;
      }
      const found = await look(claim, subject, interrupt);
      const verdict = await settle(dependencies, claim, subject, found, interrupt);
      const run: Run = {
        subject: claim.key,
        kind: subject.kind,
        installation: subject.installationId,
        failures: claim.failures,
        waitedMs,
        durationMs: Math.round(performance.now() - started),
        ...verdict,
      };
      logRun(log, run, found);
      onRun(run);
    } catch (error) {
      // The key is still claimed: the queue gives it back when it recovers, or with the next start.
      log.error({ subject: claim.key, error: describeDefect(error) }, "the queue failed");
    }
  };
}

/**
 * What came of the look: an outcome, something thrown, or nothing, since it was tried too often, or since GitHub asked
 * the installation to wait.
 */
type Look =
  | ReconcileOutcome
  | { readonly kind: "defect"; readonly error: unknown }
  | { readonly kind: "hopeless" }
  | { readonly kind: "quiet"; readonly ms: number };

async function settle(
  dependencies: RunDependencies,
  claim: Claim,
  subject: Subject,
  found: Look,
  interrupt: AbortSignal,
): Promise<Verdict> {
  const { queue, policy, giveUp } = dependencies;
  async function bury(reason: string): Promise<Verdict> {
    // Before the claim is let go of, so that it is made up for where the process ends in between.
    await giveUp(subject, interrupt);
    await claim.bury(reason);
    return { outcome: "dead", reason };
  }

  switch (found.kind) {
    case "done":
      if (found.follow.length > 0) {
        const background = subject.kind === "repository";
        await queue.add(found.follow.map(subjectKey), { background });
      }
      await claim.done();
      return { outcome: "done", reads: found.reads, writes: found.writes };
    case "gone":
      await claim.done();
      return { outcome: "gone", reason: found.reason };
    case "hopeless":
      return bury("the process ended during each run");
    case "quiet": {
      const retryInMs = politeDelayMs(dependencies, found.ms);
      await claim.postpone(retryInMs);
      return { outcome: "postponed", retryInMs };
    }
    case "retry":
    case "defect": {
      if (interrupt.aborted) {
        await claim.release();
        return { outcome: "interrupted" };
      }
      const reason = found.kind === "retry" ? found.reason : describeDefect(found.error).message;
      const most = found.kind === "retry" ? policy.maxFailures : policy.maxDefects;
      if (claim.failures + 1 >= most) return bury(reason);
      const retryInMs = delayMs(dependencies, claim, found.kind === "retry" ? found.retryAfterMs : null);
      await claim.retry(retryInMs, reason);
      return { outcome: "retry", reason, retryInMs };
    }
    default:
      return assertNever(found);
  }
}

/** GitHub's own wish wins over ours. */
function delayMs(dependencies: RunDependencies, claim: Claim, retryAfterMs: number | null): number {
  const { policy, random } = dependencies;
  if (retryAfterMs !== null) return politeDelayMs(dependencies, retryAfterMs);
  return backoffMs(policy, claim.failures + 1, random);
}

/** As long as GitHub asked for and a little more, so that not everything comes back in the same moment. */
function politeDelayMs({ policy, random }: RunDependencies, askedMs: number): number {
  return Math.ceil(Math.max(0, askedMs) + random() * policy.firstDelayMs);
}

function logRun(log: Log, run: Run, found: Look): void {
  const data = found.kind === "defect" ? { ...run, error: describeDefect(found.error) } : run;
  if (run.outcome === "dead") log.error(data, "subject given up");
  else if (found.kind === "defect") log.error(data, "run failed by a defect");
  else if (run.outcome === "retry") log.warn(data, "subject is tried again later");
  else if (run.outcome === "postponed") log.debug(data, "subject postponed, since GitHub asked to wait");
  else log.info(data, "subject reconciled");
}
