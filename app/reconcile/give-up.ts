import { githubCheckRuns } from "../github/check-runs.ts";
import { createCaller, type Call, type GitHubClient } from "../github/client.ts";
import { githubPullRequests } from "../github/pull-requests.ts";
import type { SpeaksFor } from "../pull-request/check-run.ts";
import { endWithoutResult, openRunsOf } from "../pull-request/open-runs.ts";
import { startTimeout } from "../start-timeout.ts";
import { subjectKey, type Subject } from "../subjects/subject.ts";
import { describeDefect } from "./describe-defect.ts";
import type { Log } from "./reconcile.ts";

/** Tells people that a subject was given up, as far as GitHub lets it. Never rejects, and takes no longer than a moment. */
export type GiveUp = (subject: Subject, signal: AbortSignal) => Promise<void>;

export interface GiveUpDependencies {
  readonly clientFor: (installationId: number) => Promise<GitHubClient>;
  readonly appId: number;
  readonly log: Log;
  readonly timeoutMs?: number;
}

const output = {
  title: "The gate could not finish",
  summary:
    "This is no verdict about the change: the app tried many times and met a failure each time, so it stopped. Comment `/recheck`, or re-run this check, to have it try again.",
};

/** Check runs must not wait for ever for a result that nobody works on any more. */
export function createGiveUp({ clientFor, appId, log, timeoutMs = 10_000 }: GiveUpDependencies): GiveUp {
  return async (subject, signal) => {
    const late = startTimeout(timeoutMs);
    try {
      const { call } = createCaller(
        await clientFor(subject.installationId),
        AbortSignal.any([signal, late.signal]),
      );
      const commit = await commitOf(subject, call);
      if (commit === null) return;
      const checkRuns = githubCheckRuns(call, subject, appId);
      const open = await openRunsOf(commit.sha, checkRuns);
      await endWithoutResult(open, "cancelled", output, commit.speaksFor, checkRuns);
    } catch (error) {
      log.warn(
        { subject: subjectKey(subject), error: describeDefect(error) },
        "check runs of a subject that was given up stay open",
      );
    } finally {
      late.done();
    }
  };
}

interface Commit {
  readonly sha: string;
  readonly speaksFor: SpeaksFor | null;
}

/** The commit whose check runs a subject is about; null where it is about none. */
async function commitOf(subject: Subject, call: Call): Promise<Commit | null> {
  switch (subject.kind) {
    case "pull-request": {
      const { number } = subject;
      const { headSha } = await githubPullRequests(call, subject).read(number);
      return { sha: headSha, speaksFor: { pull: number } };
    }
    case "merge-group":
      return { sha: subject.headSha, speaksFor: { base: subject.baseSha } };
    case "rerun":
    case "old-head":
      return { sha: subject.sha, speaksFor: null };
    default:
      return null;
  }
}
