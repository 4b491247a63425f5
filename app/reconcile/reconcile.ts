import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { rules as allRules } from "../../checks/rules/index.ts";
import { assertNever } from "../assert-never.ts";
import { githubCheckRuns } from "../github/check-runs.ts";
import { githubComments } from "../github/comments.ts";
import { githubCommits } from "../github/commits.ts";
import { githubReviews } from "../github/review-comments.ts";
import { createCaller, type Caller, type GitHubClient, type Repository } from "../github/client.ts";
import { faultOf, type Fault } from "../github/faults.ts";
import { installationOf } from "../github/installations.ts";
import { createAnswerMemory } from "../github/remembered.ts";
import { createBlobCache, githubFiles } from "../github/git-files.ts";
import { githubPullRequests } from "../github/pull-requests.ts";
import { digest } from "../pull-request/check-run.ts";
import { createLocks, type Locks } from "../pull-request/locks.ts";
import { reconcileSubject, type SubjectContext } from "../pull-request/reconcile-subject.ts";
import { createParseSettings, type ParseSettings } from "../pull-request/settings.ts";
import type { SubjectQueue } from "../queue/subject-queue.ts";
import { createAnalysisMemory } from "../submission/analyse.ts";
import type { ListingsContext } from "../submission/context.ts";
import { subjectKey, type Subject } from "../subjects/subject.ts";
import type { Analysis } from "./analysis.ts";

/** What became of one look at a subject. */
export type ReconcileOutcome =
  | {
      readonly kind: "done";
      /** Requests to GitHub that only read, and those that changed something. */
      readonly reads: number;
      readonly writes: number;
      /** Narrower subjects that were found and belong into the queue before this one leaves it. */
      readonly follow: readonly Subject[];
    }
  | {
      /** GitHub could not answer, or not yet. */
      readonly kind: "retry";
      /** Short, safe to log. */
      readonly reason: string;
      /** When GitHub said how long to wait. */
      readonly retryAfterMs: number | null;
    }
  | {
      /** The repository, pull request or installation is no longer there for us: nothing to do, ever. */
      readonly kind: "gone";
      readonly reason: string;
    };

/** Brings one subject into the state it should have. Safe to run again at any time; throws only on our own bugs. */
export type Reconcile = (subject: Subject, signal: AbortSignal) => Promise<ReconcileOutcome>;

/** The part of a pino logger that is used: objects first, static text second. */
export interface Log {
  debug(data: object, message: string): void;
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

export type { Analysis };

export interface ReconcileDependencies {
  /** A client that acts as the installation. May reject with GitHub's own errors. */
  readonly clientFor: (installationId: number) => Promise<GitHubClient>;
  /** A client that acts as the app; without it, the app counts as installed nowhere else. */
  readonly asApp?: () => Promise<GitHubClient>;
  /** Where the repositories are kept that the clock is to look at. */
  readonly watched?: Pick<SubjectQueue, "watch" | "unwatch">;
  /** The id of the GitHub App, by which its own check runs and comments are told from others. */
  readonly appId: number;
  readonly checker: Analysis;
  readonly rules: RuleCatalogue;
  /** The version of the checks; another version looks at everything again. */
  readonly version: string;
  /** Reads a repository's configuration; without it, every repository has the defaults. */
  readonly parseSettings?: ParseSettings;
  /** Lets one piece of work at a time at a pull request or commit; this process's own by default. */
  readonly locks?: Locks;
  readonly log: Log;
  readonly clock: () => Date;
}

/** Contents read from GitHub and kept for later runs. */
const maxCachedBytes = 64 * 1024 * 1024;
const maxAnswers = 2000;
const maxAnalyses = 30;

/** How long GitHub may take to show everywhere what it has told us of. */
const replicaLagMs = 2000;

export function createReconcile(dependencies: ReconcileDependencies): Reconcile {
  const { clientFor, asApp, watched, appId, checker, rules, version, log, clock } = dependencies;
  const { parseSettings = createParseSettings(allRules) } = dependencies;
  const cache = createBlobCache(maxCachedBytes);
  const answers = createAnswerMemory(maxAnswers);
  const analyses = createAnalysisMemory(maxAnalyses);
  const answered = new Set<number>();
  const unedited = new Set<number>();
  const { locks = createLocks() } = dependencies;
  const severities = [...rules.values()].map(({ id, severity }) => [id, severity]);
  const toolDigest = digest([version, severities]);

  /** Ways to ask as somebody else than the installation that the subject belongs to. */
  function elsewhere(
    caller: Caller,
    signal: AbortSignal,
  ): Pick<ListingsContext, "installationOf" | "callAs" | "filesOf"> {
    return {
      async installationOf(other) {
        if (!asApp) return null;
        const app = createCaller(await asApp(), signal, scoped(answers, "app"));
        caller.include(app);
        return installationOf(app.call, other);
      },
      async callAs(id) {
        const other = createCaller(await clientFor(id), signal, scoped(answers, id));
        caller.include(other);
        return other.call;
      },
      filesOf: (id, call, other) => githubFiles(call, other, scoped(cache, id)),
    };
  }

  function watching({ installationId, owner, repo }: Subject): Pick<ListingsContext, "watch" | "unwatch"> {
    const key = subjectKey({ kind: "repository", installationId, owner, repo });
    return {
      watch: async () => watched?.watch(key),
      unwatch: async () => watched?.unwatch(key),
    };
  }

  return async (subject, signal) => {
    const repository = { owner: subject.owner, repo: subject.repo };
    const { installationId } = subject;
    let caller: Caller | null = null;
    try {
      caller = createCaller(await clientFor(installationId), signal, scoped(answers, installationId));
      const { call } = caller;
      const ports = {
        pulls: githubPullRequests(call, repository),
        files: githubFiles(call, repository, scoped(cache, installationId)),
        checkRuns: githubCheckRuns(call, repository, appId),
        comments: githubComments(call, repository, appId),
        reviews: githubReviews(call, repository),
        commits: githubCommits(call, repository),
      };
      const listings: ListingsContext = {
        repository,
        installationId,
        call,
        ports,
        appId,
        checker,
        rules,
        allRules,
        version,
        toolDigest,
        clock,
        analyses: scoped(analyses, installationId),
        unedited,
        ...elsewhere(caller, signal),
        ...watching(subject),
      };
      const context: SubjectContext = {
        ports,
        listings,
        checker,
        rules,
        parseSettings,
        clock,
        toolDigest,
        answered,
        locks: { hold: (name, work) => locks.hold(name, work, signal) },
        repository: `${subject.owner}/${subject.repo}`,
      };
      const result = await reconcileSubject(subject, context);
      if (result.kind !== "done") return result;
      return { ...result, ...caller.counts() };
    } catch (error) {
      const fault = faultOf(error, clock());
      if (!fault) throw error;
      log.warn({ subject: subjectKey(subject), fault }, "GitHub refused");
      const outcome = await outcomeOf(fault, caller, repository, clock);
      // Once it is there again, the event that says so has it watched again.
      if (outcome.kind === "gone" && subject.kind === "repository")
        await watched?.unwatch(subjectKey(subject));
      return outcome;
    }
  };
}

/** The part of a memory that belongs to one installation. */
function scoped<Value>(all: Memory<Value>, installationId: number | "app"): Memory<Value> {
  return {
    get: (key) => all.get(`${installationId}:${key}`),
    set: (key, value) => all.set(`${installationId}:${key}`, value),
  };
}

interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

async function outcomeOf(
  fault: Fault,
  caller: Caller | null,
  repository: Repository,
  clock: () => Date,
): Promise<ReconcileOutcome> {
  switch (fault.kind) {
    case "temporary": {
      const answer = fault.status === null ? "did not answer" : `answered ${fault.status}`;
      return { kind: "retry", reason: `GitHub ${answer}`, retryAfterMs: fault.retryAfterMs };
    }
    case "denied":
      return {
        kind: "gone",
        reason: "GitHub does not let the app do this: it is suspended, or lacks a permission",
      };
    case "refused":
      // The state changed under our feet, so another look tells what is right now.
      return { kind: "retry", reason: `GitHub answered ${fault.status}`, retryAfterMs: null };
    case "missing":
      return (await isThere(caller, repository, clock))
        ? { kind: "retry", reason: "GitHub does not show it yet", retryAfterMs: replicaLagMs }
        : { kind: "gone", reason: "the repository is gone, or no longer ours to see" };
    default:
      return assertNever(fault);
  }
}

/** Whether the repository can still be seen. What cannot be found out counts as yes: nothing is dropped on a guess. */
async function isThere(caller: Caller | null, repository: Repository, clock: () => Date): Promise<boolean> {
  if (!caller) return false;
  try {
    await caller.call("GET /repos/{owner}/{repo}", { ...repository });
    return true;
  } catch (error) {
    const kind = faultOf(error, clock())?.kind;
    return kind !== "missing" && kind !== "denied";
  }
}
