import { accountPath, formatAccount } from "../../checks/listing/account.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import type { ListingsContext } from "../submission/context.ts";
import { applyAccount } from "./apply.ts";
import { decideAccount, type DesiredAccount, type NewAccount } from "./decide.ts";
import { isAccountRequest, observeRequest, type SeenRequest } from "./observe.ts";
import type { AccountObservation } from "./observation.ts";
import { type AccountPorts, accountPorts } from "./ports.ts";
import { writeAccount } from "./write-account.ts";

/** Brings a request for an account into the state it should have; other issues are left alone. */
export async function reconcileAccount(number: number, context: ListingsContext): Promise<SubjectOutcome> {
  const { installationId, repository, rules, clock } = context;
  const result = await reconcileRequest(number, accountPorts(context), {
    ruleIds: [...rules.keys()],
    now: clock(),
  });
  switch (result.kind) {
    case "none":
      return { kind: "done", follow: [] };
    case "moved":
      return { kind: "retry", reason: "the default branch moved on", retryAfterMs: null };
    case "done": {
      await context.watch();
      const { owner, repo } = repository;
      const follow = result.follow.map((other) => ({ installationId, owner, repo, number: other }));
      return { kind: "done", follow: follow.map((subject) => ({ kind: "issue", ...subject })) };
    }
  }
}

export type RequestOutcome =
  /** It is no request. */
  | { readonly kind: "none" }
  /** Another look has to come first. */
  | { readonly kind: "moved" }
  /** With the numbers of requests that may be different now. */
  | { readonly kind: "done"; readonly follow: readonly number[] };

export async function reconcileRequest(
  number: number,
  ports: AccountPorts,
  context: { readonly ruleIds: readonly string[]; readonly now: Date },
): Promise<RequestOutcome> {
  const seen = await observeRequest(number, ports, context);
  if (!seen) return { kind: "none" };
  const carried = await carryOut(seen, ports);
  if (!carried) return { kind: "moved" };
  await applyAccount(carried.observation, carried.desired, ports);
  const isOver = carried.desired.close !== null || !seen.observation.issue.isOpen;
  return { kind: "done", follow: isOver ? seen.observation.siblings : [] };
}

/** The open requests of a repository, for when something changed that all of them depend on. */
export async function openAccountRequests(context: ListingsContext): Promise<readonly number[]> {
  const open = await accountPorts(context).issues.open();
  return open.filter(isAccountRequest).map(({ number }) => number);
}

interface Carried {
  readonly observation: AccountObservation;
  readonly desired: DesiredAccount;
}

/**
 * Makes the account where one is to be made, and decides again, just as after a crash: what follows the file depends
 * on the file alone. Null where another look has to come first.
 */
async function carryOut({ observation, branch }: SeenRequest, ports: AccountPorts): Promise<Carried | null> {
  const desired = decideAccount(observation);
  const { create } = desired;
  if (!create) return { observation, desired };
  const outcome = await writeAccount(create.account, branch, ports);
  switch (outcome.kind) {
    case "moved":
      return null;
    case "written": {
      const { accounts, broken } = observation.known;
      const after = { ...observation, known: { accounts: [...accounts, create.account], broken } };
      return { observation: after, desired: decideAccount(after) };
    }
    case "proposed": {
      const after = { ...observation, waiting: { number: outcome.number, url: outcome.url } };
      return { observation: after, desired: decideAccount(after) };
    }
    case "refused":
      return { observation, desired: withRefusal(desired, create, branch.name) };
  }
}

/** Where the app may write nothing at all, people get to know what to write. */
function withRefusal(
  desired: DesiredAccount,
  { account, comment }: NewAccount,
  branch: string,
): DesiredAccount {
  const body = [
    `GitHub does not let the app write to ${markdownCode(branch)}, nor propose it. Give the app the permission to write contents and pull requests, or put it on the list of those who may bypass the branch's rules; then write the command again. Or add ${markdownCode(accountPath(account.slug))} by hand:`,
    "",
    "```yaml",
    `${formatAccount(account)}\`\`\``,
  ].join("\n");
  return {
    ...desired,
    replies: [...desired.replies, { comment, kind: "blocked", reaction: "confused", body }],
  };
}
