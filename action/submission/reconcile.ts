import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { UserError } from "../user-error.ts";
import { apply, type Written } from "./apply.ts";
import { decide, type Plan, type Wanted } from "./decide.ts";
import { explainFailure, isAppToken, isConflict, isPassing, retryAfter } from "./failures.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observe.ts";

export interface Submission {
  readonly slug: string;
  readonly target: Repository;
  readonly token: string;
  /** What to submit, given what is listed already; it may refuse. */
  readonly want: (observed: Observation) => Wanted;
}

export interface Submitted extends Written {
  readonly state: Plan["state"];
}

/** Between tries, in milliseconds; a run that waits longer than people do only hides that GitHub is down. */
const pauses: readonly number[] = [1000, 4000, 10_000];

/**
 * Brings the listings repository to the wanted state: look, decide, write the difference. After a passing fault, or
 * where another run wrote in the same moment, it looks again instead of guessing what was done.
 */
export async function reconcile(
  github: GitHubClient,
  { slug, target, token, want }: Submission,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Submitted> {
  let state: Plan["state"] = "unchanged";
  for (let attempt = 0; ; attempt++) {
    try {
      const observed = await observe(github, target, slug, isAppToken(token));
      const wanted = want(observed);
      const plan = decide(observed, wanted);
      if (plan.kind === "refused") throw new UserError(`Not submitted: ${plan.reason}.`);
      // What an earlier try of this run began counts as this run's.
      if (state === "unchanged" || plan.state === "created") state = plan.state;
      const written = await apply(github, observed, plan, wanted, wait);
      return { ...written, state };
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || !(isPassing(error) || isConflict(error))) {
        throw explainFailure(error, {
          input: "listings-token",
          token,
          repository: `${target.owner}/${target.repo}`,
          needs: "Contents and Pull requests: read and write",
        });
      }
      await wait(Math.max(pause, retryAfter(error)));
    }
  }
}
