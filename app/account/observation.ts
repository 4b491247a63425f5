import type { Account } from "../../checks/listing/account.ts";
import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import type { Validated } from "../../checks/yaml/validate.ts";
import type { Comment } from "../github/comments.ts";
import type { Issue } from "../github/issues.ts";
import type { Owner } from "../github/organisations.ts";

/** The accounts of the default branch. */
export interface KnownAccounts {
  readonly accounts: readonly Account[];
  /** Files that hold no account, each with one line that says why. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
}

/** Who may decide on requests. */
export interface Deciders {
  /** In lower case. */
  readonly logins: ReadonlySet<string>;
  /** Teams of the policy whose members the app cannot read. */
  readonly unreadable: readonly string[];
}

/** Everything that the decisions about a request are made from. */
export interface AccountObservation {
  readonly issue: Issue;
  readonly policy: Validated<ListingsPolicy>;
  /** All of the issue's comments, oldest first. */
  readonly comments: readonly Comment[];
  /** Comments that the app has answered by a reaction. */
  readonly reacted: ReadonlySet<number>;
  readonly deciders: Deciders;
  /** Whom the request names; null where it names nobody who exists. */
  readonly owner: Owner | null;
  /** Whether the requester is the owner, or shown to be a member of it. */
  readonly belongs: boolean;
  readonly known: KnownAccounts;
  /** The publishers of what is listed, by their accounts' slugs. */
  readonly publishers: ReadonlySet<string>;
  /** Open requests for the same owner, without this one. */
  readonly siblings: readonly number[];
  /** The pull request that adds the account, where the app may not push. */
  readonly waiting: { readonly number: number; readonly url: string } | null;
  readonly now: Date;
}

/** The account that came of a request: the file is the proof, whatever else was done or forgotten. */
export function accountOf({ known, issue }: AccountObservation): Account | null {
  return known.accounts.find(({ approved }) => approved.issue === issue.number) ?? null;
}
