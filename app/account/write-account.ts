import { type Account, accountPath, formatAccount } from "../../checks/listing/account.ts";
import { escapeMarkdown, markdownCode } from "../../checks/report/escape.ts";
import type { Branch } from "../github/branches.ts";
import { faultOf } from "../github/faults.ts";
import { proposalBranch } from "./observe.ts";
import type { AccountPorts } from "./ports.ts";

export type WriteOutcome =
  | { readonly kind: "written" }
  /** The branch is protected: people have to merge this. */
  | { readonly kind: "proposed"; readonly number: number; readonly url: string }
  /** Somebody else's commit was quicker, and may have changed what was decided on. */
  | { readonly kind: "moved" }
  /** Neither is allowed. */
  | { readonly kind: "refused" };

/**
 * Adds an account's file to the default branch by one commit on the commit that the decision was made on, so that
 * nothing that is there is ever overwritten, and of two at once one has to look again.
 */
export async function writeAccount(
  account: Account,
  branch: Branch,
  ports: AccountPorts,
): Promise<WriteOutcome> {
  if (await isAllowed(() => commit(account, branch.name, branch.sha, ports))) return { kind: "written" };
  const now = await ports.branches.find(branch.name);
  if (now?.sha !== branch.sha) return { kind: "moved" };
  return propose(account, branch, ports);
}

async function propose(account: Account, branch: Branch, ports: AccountPorts): Promise<WriteOutcome> {
  const head = proposalBranch(account.approved.issue);
  const { company, slug, approved } = account;
  let pull: { readonly number: number; readonly url: string } | null = null;
  const isDone = await isAllowed(async () => {
    await ports.branches.point(head, branch.sha);
    await commit(account, head, branch.sha, ports);
    pull = await ports.branches.propose({
      head,
      base: branch.name,
      title: `Account ${slug}`,
      body: `Adds the developer account ${markdownCode(slug)} of ${escapeMarkdown(company)}: asked for in #${approved.issue}, approved by ${markdownCode(approved.by)}.\n\nThe default branch is protected, so somebody who may has to merge this. The request is then closed by itself.\n`,
    });
  });
  return isDone && pull !== null
    ? { kind: "proposed", ...(pull as { number: number; url: string }) }
    : { kind: "refused" };
}

async function commit(
  account: Account,
  branch: string,
  parent: string,
  { commits }: AccountPorts,
): Promise<void> {
  const { slug, approved } = account;
  await commits.commit({
    branch,
    parent,
    message: `Add the account ${slug}\n\nAsked for in #${approved.issue}, approved by ${approved.by}.`,
    files: [
      { path: accountPath(slug), mode: "100644", bytes: new TextEncoder().encode(formatAccount(account)) },
    ],
  });
}

/** False where GitHub refuses for good; everything that may work later is thrown. */
async function isAllowed(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind === "refused" || kind === "denied") return false;
    throw error;
  }
}
