import { type Checker, type CheckOptions, type ProjectResult, stoppedResult } from "../checker.ts";
import type { ConnectorProject } from "../project.ts";
import { loadChecker } from "./load-checker.ts";
import { withinTime } from "./time-limit.ts";

const analysisSeconds = 10;

/** Checks a project, or says that it took too long; a checker that was stopped is not used again. */
export type CheckBounded = (project: ConnectorProject, options: CheckOptions) => Promise<ProjectResult>;

export function createBoundedCheck(first: Checker, seconds: number = analysisSeconds): CheckBounded {
  let checker = first;
  return async (project, options) => {
    const done = withinTime(seconds * 1000, () => checker.check(project, options));
    if (done.ok) return done.value;
    checker = await loadChecker(project.source.length);
    return stoppedResult(
      project,
      options,
      `Checking this connector takes more than ${seconds} seconds, so it was stopped, and nothing else is known of it.`,
    );
  };
}

export interface BoundedSearch {
  /** The checker to go on with; a new one after one had to be stopped. */
  checker(): Checker;
  /** Whether a file is a connector. One that cannot be told in time is taken for one, so that its check says why. */
  isConnector(bytes: Uint8Array): Promise<boolean>;
}

/** Tells connectors from other files, each within some time. */
export function createBoundedSearch(first: Checker, seconds: number = analysisSeconds): BoundedSearch {
  let checker = first;
  return {
    checker: () => checker,
    async isConnector(bytes) {
      const done = withinTime(seconds * 1000, () => checker.isConnector(bytes));
      if (done.ok) return done.value;
      checker = await loadChecker(bytes.length);
      return true;
    },
  };
}
