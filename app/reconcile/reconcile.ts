import type { Checker } from "../../checks/checker.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import type { GitHubClient } from "../github/client.ts";
import type { Subject } from "../subjects/subject.ts";

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

/** The checks as the app uses them: the `Checker` itself, or one that works in another thread. */
export interface Analysis {
  check(
    ...parameters: Parameters<Checker["check"]>
  ): ReturnType<Checker["check"]> | Promise<ReturnType<Checker["check"]>>;
  isConnector(source: Uint8Array): boolean | Promise<boolean>;
}

/** The part of a pino logger that is used: objects first, static text second. */
export interface Log {
  debug(data: object, message: string): void;
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

export interface ReconcileDependencies {
  /** A client that acts as the installation. May reject with GitHub's own errors. */
  readonly clientFor: (installationId: number) => Promise<GitHubClient>;
  /** The id of the GitHub App, by which its own check runs and comments are told from others. */
  readonly appId: number;
  readonly checker: Analysis;
  readonly rules: RuleCatalogue;
  /** The version of the checks; another version looks at everything again. */
  readonly version: string;
  readonly log: Log;
  readonly clock: () => Date;
}

export function createReconcile(_dependencies: ReconcileDependencies): Reconcile {
  return async () => ({ kind: "done", reads: 0, writes: 0, follow: [] });
}
