import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import type { ListingsContext } from "./context.ts";
import { gateNames } from "./gate.ts";
import { type GateRun, sameRuns } from "./gate-runs.ts";
import { readPeople } from "./people.ts";
import { nameOf } from "./words.ts";

/**
 * A pull request that only takes a listing away passes where the app itself opened it, as it does for `/withdraw`, or
 * one of those who may list. People merge it.
 */
export async function runsOfWithdrawal(
  slug: string,
  pull: PullRequest,
  policy: ListingsPolicy,
  context: ListingsContext,
): Promise<readonly GateRun[]> {
  const [submission, ...others] = gateNames;
  const title = "Takes a listing away";
  const summary = `This takes the listing of ${markdownCode(slug)} away, and changes nothing else. There is no connector to check.\n`;
  if (await mayTakeAway(pull, policy, context)) return sameRuns(gateNames, "neutral", title, summary);
  return [
    ...sameRuns(
      [submission],
      "failure",
      "Not yours to take away",
      `${nameOf(pull.author)} is none of those who may list connectors here (\`listing: listed-by\` in the policy). If the listing is yours, comment \`/withdraw\` on the submission that was merged; the app then opens such a pull request itself.\n`,
    ),
    ...sameRuns(others, "neutral", title, summary),
  ];
}

async function mayTakeAway(
  { author }: PullRequest,
  policy: ListingsPolicy,
  context: ListingsContext,
): Promise<boolean> {
  const login = author.toLowerCase();
  // Nobody but the app has a login with brackets.
  if (author.includes("[bot]") && login === context.ports.checkRuns.ownLogin()?.toLowerCase()) return true;
  const { members } = await readPeople(policy, context);
  return policy.listing["listed-by"].some((name) => members.get(name)?.has(login));
}
