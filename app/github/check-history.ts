import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

/** One of our own check runs as it ended. */
export interface EndedRun {
  readonly hasPassed: boolean;
  /** Seconds since the epoch. */
  readonly completedAt: number;
}

export interface CheckHistoryPort {
  /** All of our runs of a name on a commit that came to an end, the first of them first. */
  ended(sha: string, name: string): Promise<readonly EndedRun[]>;
}

/** Nobody but the app writes its check runs, so they tell for sure what could be seen, and when. */
export function githubCheckHistory(call: Call, repository: Repository, appId: number): CheckHistoryPort {
  return {
    async ended(sha, name) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
          ...repository,
          ref: sha,
          check_name: name,
          app_id: appId,
          filter: "all",
          per_page: 100,
        }),
      );
      return (found?.data.check_runs ?? [])
        .filter((run) => run.app?.id === appId && run.name === name)
        .flatMap(({ conclusion, completed_at: completed }) =>
          completed === null
            ? []
            : [{ hasPassed: conclusion === "success", completedAt: Date.parse(completed) / 1000 }],
        )
        .toSorted((a, b) => a.completedAt - b.completedAt);
    },
  };
}

/** Whether a check was green at a moment, in seconds: its last run that had ended before had passed. */
export function hadPassed(runs: readonly EndedRun[], at: number): boolean {
  return runs.findLast(({ completedAt }) => completedAt < at)?.hasPassed ?? false;
}
