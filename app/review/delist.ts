import { recordPath } from "../../checks/listing/submission-record.ts";
import type { BranchPort } from "../github/branches.ts";
import type { CommitPort } from "../github/commits.ts";
import type { SubmissionObservation } from "../submission/observation.ts";

function withdrawalBranch(slug: string): string {
  return `withdraw/${slug}`;
}

/** Opens the pull request that takes a listing away, unless it is open already. People merge it. */
export async function delist(
  { listed, pull }: SubmissionObservation,
  { branches, commits }: { readonly branches: BranchPort; readonly commits: CommitPort },
): Promise<void> {
  if (!listed) return;
  const branch = withdrawalBranch(listed.slug);
  if (await branches.pullFrom(branch)) return;
  const base = await branches.find(pull.baseRef);
  if (!base) return;
  const folder = recordPath(listed.slug).replace(/\/[^/]*$/, "");
  const files = await branches.folder(folder, base.sha);
  if (files.length === 0) return;
  await branches.point(branch, base.sha);
  const title = `Take the listing of ${listed.slug} away`;
  await commits.commit({
    branch,
    parent: base.sha,
    message: title,
    files: [],
    removed: files.map(({ name }) => `${folder}/${name}`),
  });
  await branches.propose({
    head: branch,
    base: pull.baseRef,
    title,
    body: `Asked for in #${pull.number}. After the merge, \`${listed.slug}\` ${listed.version} is no longer in the catalogue.\n`,
  });
}
