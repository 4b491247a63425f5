import type { Account } from "../../checks/listing/account.ts";
import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { Repository } from "../github/client.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import type { Analysed } from "./analyse.ts";
import type { Change } from "./change.ts";
import type { SourceAccess, SourceRelease } from "./source.ts";

/** All that the automatic gates are decided by. */
export interface SubmissionFacts {
  /** The listings repository. */
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly change: Extract<Change, { kind: "submission" }>;
  readonly policy: ListingsPolicy;
  /** The record's file at the head: its text, and the record, null where it is none. Null where there is no file. */
  readonly head: HeadRecord | null;
  readonly listed: Listed;
  readonly account: FoundAccount;
  /** Null where there is no record that names a source. */
  readonly access: SourceAccess | null;
  /**
   * Whether who submits may write in the source, or has the trust of the programme, whose repository holds the branch;
   * null where GitHub does not tell.
   */
  readonly mayRelease: boolean | null;
  readonly release: SourceRelease | null;
  /** Null where the tag does not lead to the record's commit, so that there is nothing to judge. */
  readonly analysed: Analysed | null;
  /** Whether what the checks are set by has changed since the submission left the base branch. */
  readonly isPolicyChanged: boolean;
  /** Who brought the record, as it is, to the branch. */
  readonly pusher: Pusher | null;
  /** Older open pull requests for the same listing. */
  readonly rivals: readonly number[];
  /** `waivers.json` beside the record at the head, where the pull request changes it. */
  readonly waiverFile: string | null;
  /** The version of the rules here. */
  readonly version: string;
  /** Where the app is installed from; null where its name is not known yet. */
  readonly installUrl: string | null;
}

export interface HeadRecord {
  readonly text: string;
  readonly record: SubmissionRecord | null;
  /** The name of the file's content. */
  readonly sha: string;
}

/** What the base branch has under the same slug. */
export type Listed =
  | { readonly kind: "nothing" }
  | { readonly kind: "record"; readonly record: SubmissionRecord }
  | { readonly kind: "unreadable" };

/** The publisher's account on the base branch. */
export type FoundAccount =
  | { readonly kind: "missing" }
  | { readonly kind: "found"; readonly account: Account }
  /** Its file cannot be used: where and why. */
  | { readonly kind: "broken"; readonly path: string; readonly line: number; readonly message: string };

export interface Pusher {
  readonly login: string;
  /** Whether it is the author of the pull request, or somebody who may write in the source. */
  readonly isSubmitter: boolean;
}
