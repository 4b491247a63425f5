import { type Account, accountPath, coversOwner } from "../../checks/listing/account.ts";
import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { isSlug, slugHint } from "../../checks/listing/slug.ts";
import { markdownCode, shorten } from "../../checks/report/escape.ts";
import { isoDay } from "../calendar/working-days.ts";
import type { Comment } from "../github/comments.ts";
import type { AccountObservation } from "./observation.ts";
import type { AccountRequest, RequestProblem } from "./request.ts";
import { slugOf } from "./slug-of.ts";

/** What the state of the accounts says against a request. */
export function problemsOf(
  observation: AccountObservation,
  request: AccountRequest,
): readonly RequestProblem[] {
  const { owner, known, siblings, issue } = observation;
  const problems = [...request.problems];
  const covering = owner && known.accounts.find((account) => coversOwner(account, owner.id));
  if (request.ownerName !== null && !owner) {
    problems.push({
      field: "owner",
      text: "is nobody on GitHub; is it spelled as in the address of your repository?",
      isHard: true,
    });
  } else if (covering) {
    problems.push({
      field: "owner",
      text: `has an account already: ${markdownCode(covering.slug)}. Submit with \`publisher: ${covering.slug}\`; there is nothing to ask for`,
      isHard: true,
    });
  }
  const earlier = Math.min(...siblings);
  if (earlier < issue.number)
    problems.push({
      field: "owner",
      text: `is asked for in #${earlier} already; that one is decided first`,
      isHard: false,
    });
  return problems;
}

export type Approval =
  | { readonly ok: true; readonly account: Account }
  /** Markdown: why not, and what to do. */
  | { readonly ok: false; readonly reason: string };

/** The account that an approval makes, with the name that it gives or the company's own. */
export function approve(
  { comment, args }: { readonly comment: Comment; readonly args: string },
  observation: AccountObservation,
  request: AccountRequest,
  policy: ListingsPolicy,
): Approval {
  const { owner, known, issue } = observation;
  const hard = problemsOf(observation, request).filter(({ isHard }) => isHard);
  if (hard.length > 0 || !owner || request.company === null)
    return no("No account can be made of this request yet: my answer above says what it lacks.");
  const [broken] = known.broken;
  if (broken)
    return no(
      `${markdownCode(broken.path)} cannot be read (${broken.reason}), so nobody knows whom it covers. Mend it, then write the command again.`,
    );
  const wanted = args.replaceAll("`", "").trim();
  const slug = wanted === "" ? slugOf(request.company) : wanted;
  if (slug === null)
    return no("The company's name gives no slug. Name one, such as `/approve-account help-desk`.");
  if (!isSlug(slug)) return no(`${markdownCode(shorten(slug, 60))} ${slugHint}.`);
  if (known.accounts.some((account) => account.slug === slug))
    return no(
      `${markdownCode(accountPath(slug))} is another account. Name another slug, such as \`/approve-account ${freeSlug(slug, observation)}\`.`,
    );
  // Whoever gets the slug gets its listings.
  if (observation.publishers.has(slug))
    return no(
      `${markdownCode(slug)} publishes connectors that are listed, and its account is gone. Name another slug, such as \`/approve-account ${freeSlug(slug, observation)}\`; if these listings are this company's, add ${markdownCode(accountPath(slug))} by hand.`,
    );
  const at = isoDay(new Date(comment.createdAt * 1000), policy.calendar);
  return {
    ok: true,
    account: {
      slug,
      company: request.company,
      owners: [{ login: owner.login, id: owner.id, type: owner.type }],
      approved: { by: comment.author, at, issue: issue.number },
    },
  };
}

function no(reason: string): Approval {
  return { ok: false, reason };
}

function freeSlug(slug: string, { known, publishers }: AccountObservation): string {
  const taken = new Set([...known.accounts.map((account) => account.slug), ...publishers]);
  for (let number = 2; ; number++) {
    const free = `${slug.slice(0, 45).replace(/-+$/, "")}-${number}`;
    if (!taken.has(free)) return free;
  }
}
