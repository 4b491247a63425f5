import type { Repository } from "../github/client.ts";

/** Something that the author should hear of, and not only find when they look. */
export interface News {
  /** The same news always has the same key. */
  readonly key: string;
  /** Markdown. */
  readonly text: string;
}

/** The issue that an author should find in their own repository. */
export interface DesiredAuthorIssue {
  /** The listings repository. */
  readonly listings: Repository;
  /** The submission's pull request there. */
  readonly number: number;
  /** The connector repository. */
  readonly source: Repository;
  readonly title: string;
  /** Markdown, without the marker. */
  readonly body: string;
  readonly state: "open" | "completed" | "not_planned";
  readonly news: readonly News[];
  /** Who submitted: the issue is theirs where they work on the connector. */
  readonly author: string;
  /** Whether the programme itself vouches for the submission; otherwise its author has to work on the connector. */
  readonly isVouchedFor: boolean;
}
