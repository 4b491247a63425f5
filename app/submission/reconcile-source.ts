import { parseAuthorIssueMarker } from "../author-issue/marker.ts";
import { githubOwnIssues } from "../github/own-issues.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import type { Subject } from "../subjects/subject.ts";
import type { ListingsContext } from "./context.ts";

/** More submissions from one repository are found by the clock. */
const maxFollowed = 50;

/** Finds the submissions from a repository of connectors, since something about its releases changed. */
export async function reconcileSource(context: ListingsContext): Promise<SubjectOutcome> {
  const { call, repository, appId, ports } = context;
  const issues = await githubOwnIssues(call, repository, appId, ports.checkRuns.ownLogin()).list();
  const follow: Subject[] = [];
  for (const { body, isOpen } of issues) {
    const marker = isOpen ? parseAuthorIssueMarker(body) : null;
    if (!marker || follow.length >= maxFollowed) continue;
    const { owner, repo, number } = marker;
    const installationId = await context.installationOf({ owner, repo });
    if (installationId !== null) follow.push({ kind: "pull-request", installationId, owner, repo, number });
  }
  return { kind: "done", follow };
}
