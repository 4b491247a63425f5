import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { UserError } from "../user-error.ts";
import { apply, type Written } from "./apply.ts";
import { decide, type Plan, type Wanted } from "./decide.ts";
import { isAppToken } from "./failures.ts";
import type { Observation } from "./observation.ts";
import { makeFork } from "./fork.ts";
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
  let fork: Repository | null = null;

  async function look() {
    const observed = await observe(github, target, slug, { isApp: isAppToken(token), fork });
    const wanted = want(observed);
    const plan = decide(observed, wanted);
    if (plan.kind === "refused") throw new UserError(`Not submitted: ${plan.reason}.`);
    return { observed, wanted, plan, place: placeOf(observed) };
  }

  return persist(async () => {
    let { observed, wanted, plan, place } = await look();
    if (!place) {
      fork = await makeFork(github, observed.target, wait);
      // It may be an old one under another name, with a branch of an earlier submission.
      ({ observed, wanted, plan, place = fork } = await look());
    }
    // What an earlier try of this run began counts as this run's.
    if (state === "unchanged" || plan.state === "created") state = plan.state;
    const written = await apply(github, observed, plan, wanted, place ?? observed.target);
    return { ...written, state };
  }, wait);
}

/** Where the branch is written; null where a fork has to be made first. */
function placeOf({ home, target }: Observation): Repository | null {
  return home.kind === "listings" ? target : home.fork;
}
