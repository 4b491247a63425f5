import type { Marker } from "../../checks/listing/marker.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { Repository } from "../../app/github/client.ts";

/** Where the branch of a submission is, or will be. */
export type Home =
  | { readonly kind: "listings" }
  /** `fork` is null until it is made. */
  | { readonly kind: "fork"; readonly login: string; readonly fork: Repository | null };

/** A record as it stands somewhere; `record` is null where the text is not one. */
export interface StoredRecord {
  readonly text: string;
  readonly record: SubmissionRecord | null;
}

export interface Branch {
  readonly sha: string;
  readonly stored: StoredRecord | null;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Null where the fork was deleted. */
  readonly head: Repository | null;
  readonly marker: Marker | null;
}

/** All that is known of a connector's submissions before anything is written. */
export interface Observation {
  readonly target: Repository;
  readonly defaultBranch: string;
  /** The commit of the default branch. */
  readonly baseSha: string;
  readonly listed: StoredRecord | null;
  readonly home: Home;
  readonly branch: Branch | null;
  /** Whether the branch is one commit on top of the default branch; asked only where no pull request is open for it. */
  readonly isFresh: boolean;
  /** From where this token writes. */
  readonly open: PullRequest | null;
  /** The open ones from a branch of the same name elsewhere, with what they submit; asked only where none is here. */
  readonly elsewhere: readonly { readonly pull: PullRequest; readonly record: SubmissionRecord | null }[];
  /** Closed without a merge. */
  readonly closed: readonly PullRequest[];
  /** The record that the open pull request last told of; null where that isn't known. */
  readonly told: SubmissionRecord | null;
  /** The comments of the open pull request with a marker, the oldest first; asked only where one may be missing. */
  findComments(marker: string): Promise<readonly number[]>;
}

export function sameRepository(a: Repository, b: Repository): boolean {
  return a.owner.toLowerCase() === b.owner.toLowerCase() && a.repo.toLowerCase() === b.repo.toLowerCase();
}
