import type { Call } from "../github/client.ts";
import { faultOf } from "../github/faults.ts";
import type { GitFilePort } from "../github/git-files.ts";
import { githubComments, type Permission, permissions } from "../github/comments.ts";
import { githubReleases, type Release } from "../github/releases.ts";
import { githubRepositories, repositoryById, type RepositoryInfo } from "../github/repositories.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { ListingsContext } from "./context.ts";

/** The repository that a submission comes from, opened for reading. */
export interface OpenSource {
  readonly info: RepositoryInfo;
  /** The app's installation there, by which it is read; null where it is public and read as anybody may. */
  readonly installationId: number | null;
  readonly call: Call;
  readonly files: GitFilePort;
  /** What somebody may do there; null where it cannot be asked. */
  readonly permissionOf: (login: string) => Promise<Permission | null>;
}

export type SourceAccess =
  | { readonly kind: "open"; readonly source: OpenSource }
  /**
   * There is no such repository; or it is private, and the app is not installed there, or who submits may not write there.
   * These are not told apart: whether somebody's private repository exists is nobody else's business.
   */
  | { readonly kind: "unseen"; readonly now: RepositoryInfo | null }
  /** Another repository has the name now. `now` is what the right one is called today, if it can be seen. */
  | { readonly kind: "replaced"; readonly now: RepositoryInfo | null }
  /** The app is installed there, and GitHub does not let it read: a permission or an address is not allowed. */
  | { readonly kind: "denied" };

/**
 * Opens the repository that a record names: by the app's installation there, or else, where it is public, as anybody
 * may. What is private is opened only for those who may write there.
 */
export async function openSource(
  release: SubmissionRecord["release"],
  submitter: string,
  context: ListingsContext,
): Promise<SourceAccess> {
  const [owner = "", repo = ""] = release.repository.split("/");
  const installationId = await context.installationOf({ owner, repo });
  const call = installationId === null ? context.call : await context.callAs(installationId);
  const info = await githubRepositories(call, { owner, repo }).read();
  if (!info || (installationId === null && info.isPrivate)) {
    return { kind: "unseen", now: await publicById(release.repositoryId, context) };
  }
  const repository = { owner: info.owner, repo: info.repo };
  const comments = githubComments(call, repository, context.appId);
  const source: OpenSource = {
    info,
    installationId,
    call,
    files: context.filesOf(installationId ?? context.installationId, call, repository),
    permissionOf: async (login) =>
      installationId === null ? null : unlessDenied(comments.permissionOf(login)),
  };
  // Before anything is said of it, be it only that it is another one.
  const isHidden = info.isPrivate && !mayWrite(await source.permissionOf(submitter));
  if (isHidden || info.id !== release.repositoryId) {
    const now = await publicById(release.repositoryId, context);
    return { kind: isHidden ? "unseen" : "replaced", now };
  }
  return { kind: "open", source };
}

/** Does some work in a source; null where GitHub does not let the app do it there. */
export async function unlessDenied<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (faultOf(error, new Date(0))?.kind === "denied") return null;
    throw error;
  }
}

/** Names of private repositories are told to nobody. */
async function publicById(id: number, { call }: ListingsContext): Promise<RepositoryInfo | null> {
  const found = await repositoryById(call, id);
  return found && !found.isPrivate ? found : null;
}

export function mayWrite(permission: Permission | null): boolean {
  return permission !== null && permissions.indexOf(permission) >= permissions.indexOf("write");
}

/** The release that a record is about, as it is now. */
export interface SourceRelease {
  /** Where the tag points; null where it is gone. */
  readonly tagCommit: string | null;
  /** Null where there is none that is published. */
  readonly published: Release | null;
}

export async function readRelease({ call, info }: OpenSource, tag: string): Promise<SourceRelease> {
  const releases = githubReleases(call, { owner: info.owner, repo: info.repo });
  const [tagCommit, published] = await Promise.all([releases.commitOf(tag), releases.published(tag)]);
  return { tagCommit, published };
}
