import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { UserError } from "../user-error.ts";
import { apply, type Written } from "./apply.ts";
import { decide, type Plan, type Wanted } from "./decide.ts";
import { isAppToken } from "./failures.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observe.ts";
import { persist, type Wait } from "./persist.ts";

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

/**
 * Brings the listings repository to the wanted state: look, decide, write the difference. After a passing fault, or
 * where another run wrote in the same moment, it looks again instead of guessing what was done.
 */
export async function reconcile(
  github: GitHubClient,
  { slug, target, token, want }: Submission,
  wait: Wait,
): Promise<Submitted> {
  let state: Plan["state"] = "unchanged";
  return persist(async () => {
    const observed = await observe(github, target, slug, isAppToken(token));
    const wanted = want(observed);
    const plan = decide(observed, wanted);
    if (plan.kind === "refused") throw new UserError(`Not submitted: ${plan.reason}.`);
    // What an earlier try of this run began counts as this run's.
    if (state === "unchanged" || plan.state === "created") state = plan.state;
    const written = await apply(github, observed, plan, wanted, wait);
    return { ...written, state };
  }, wait);
}
