import type { Inspection } from "../../checks/connector/inspect.ts";
import type { Account } from "../../checks/listing/account.ts";
import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { ProjectReport } from "../../checks/report/report.ts";
import type { ObservedCheckRun } from "../github/check-runs.ts";
import type { Repository } from "../github/client.ts";
import type { Comment } from "../github/comments.ts";
import type { LineComment, Review } from "../github/pull-reviews.ts";
import type { PullRequest } from "../github/pull-requests.ts";

/** The submission's pull request. */
export type SubmissionPull = PullRequest;

/** What is known of a submission, for the decisions of people and about them. */
export interface SubmissionObservation {
  /** The listings repository. */
  readonly repository: Repository;
  readonly pull: SubmissionPull;
  /** A policy that cannot be used never gets here: it fails `Submission` and stops everything else. */
  readonly policy: ListingsPolicy;
  /** As at the head commit; null where it is no record. */
  readonly record: SubmissionRecord | null;
  /** What the base branch lists under the same slug. */
  readonly listed: SubmissionRecord | null;
  /** The publisher's account on the base branch. */
  readonly account: Account | null;
  /** What a sign-off binds to: the SHA-256 of the connector, as the record at the head says. */
  readonly digest: string | null;
  /** The same at another commit of this pull request, for those that reviews name; null where it cannot be known. */
  readonly digestAt: (commit: string) => string | null;
  /** What stands for all texts of the listing at a commit that was signed off, or at the head; null where it cannot be known. */
  readonly textAt: (commit: string) => string | null;
  /**
   * Whether the check `Submission` of a commit had passed at a moment, in seconds: only then did people see the
   * connector that its record names. For the head, and for commits that reviews name.
   */
  readonly hadPassed: (commit: string, at: number) => boolean;
  /** A person or team, as the policy writes it, to logins in lower case. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Teams of the policy whose members cannot be read; they count as empty. */
  readonly unreadableTeams: readonly string[];
  /** Logins in lower case of those who belong to the submitting side, and so decide nothing here. */
  readonly insiders: ReadonlySet<string>;
  /** All of them, oldest first. */
  readonly comments: readonly Comment[];
  readonly reviews: readonly Review[];
  readonly reviewComments: readonly LineComment[];
  /** Our check runs on the head commit; since the first of them started, people could see this head. */
  readonly runs: readonly ObservedCheckRun[];
  /** The app's own report of the tagged commit; null where it could not be read. */
  readonly report: ProjectReport | null;
  readonly inspection: Inspection | null;
  readonly now: Date;
}
