import { type BranchPort, githubBranches } from "../github/branches.ts";
import type { CommentPort } from "../github/comments.ts";
import type { CommitPort } from "../github/commits.ts";
import type { GitFilePort } from "../github/git-files.ts";
import { githubIssues, type IssuePort } from "../github/issues.ts";
import { githubLabels, type LabelPort } from "../github/labels.ts";
import { githubMerges, type MergePort } from "../github/merges.ts";
import { githubOrganisations, type OrganisationPort } from "../github/organisations.ts";
import { githubTeams, type TeamPort } from "../github/teams.ts";
import type { ListingsContext } from "../submission/context.ts";

/** What requests for accounts need of GitHub. */
export interface AccountPorts {
  readonly issues: IssuePort;
  readonly comments: CommentPort;
  readonly labels: LabelPort;
  readonly files: Pick<GitFilePort, "find" | "read">;
  readonly branches: BranchPort;
  readonly commits: CommitPort;
  readonly merges: Pick<MergePort, "close">;
  readonly organisations: OrganisationPort;
  readonly teams: TeamPort;
}

export function accountPorts({ call, repository, appId, ports }: ListingsContext): AccountPorts {
  return {
    issues: githubIssues(call, repository, appId),
    comments: ports.comments,
    labels: githubLabels(call, repository),
    files: ports.files,
    branches: githubBranches(call, repository),
    commits: ports.commits,
    merges: githubMerges(call, repository),
    organisations: githubOrganisations(call),
    teams: githubTeams(call),
  };
}
