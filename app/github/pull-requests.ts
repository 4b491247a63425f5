import type { Call, Repository } from "./client.ts";

export interface PullRequest {
  readonly number: number;
  /** Its page, for people. */
  readonly url: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  readonly author: string;
  /** Seconds since the epoch. */
  readonly createdAt: number;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  /** Logins; teams are not among them. */
  readonly requestedReviewers: readonly string[];
  readonly headSha: string;
  readonly headRef: string;
  /** Null where the fork is gone. */
  readonly headRepository: Repository | null;
  readonly isFork: boolean;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly defaultBranch: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  /** The path before a renaming, otherwise null. */
  readonly previousPath: string | null;
  /** The unified diff; null where GitHub leaves it out. */
  readonly patch: string | null;
  /** The name of the file's content after the change; of a link or a submodule, of what it names. */
  readonly sha?: string | null;
}

/** What a change set is about. */
export interface Comparison {
  /** The commit where the two histories parted. */
  readonly mergeBaseSha: string;
  readonly files: readonly ChangedFile[];
  /** Whether there may be more files than GitHub lists. */
  readonly isCut: boolean;
}

/** GitHub lists at most this many files of a comparison. */
const maxComparedFiles = 300;

/** More pull requests than these are not looked for at once. */
const maxPages = 10;

/** A pull request that may have its head commit in common with others. */
export type SharedHead = Pick<PullRequest, "number" | "baseRef" | "isFork">;

export interface PullRequestPort {
  read(number: number): Promise<PullRequest>;
  /** Null where the commits have nothing in common. */
  compare(base: string, head: string): Promise<Comparison | null>;
  /** The numbers of open pull requests whose head is the commit, the lowest first. */
  withHead(sha: string): Promise<readonly number[]>;
  /** The open pull requests whose head is the commit. */
  sharing(sha: string): Promise<readonly SharedHead[]>;
  open(): Promise<readonly number[]>;
  /** The numbers of open pull requests from branches of this name, in this repository and its forks. */
  openFrom(branch: string): Promise<readonly number[]>;
}

export function githubPullRequests(call: Call, repository: Repository): PullRequestPort {
  async function list(fits: (pull: { readonly head: { readonly ref: string } }) => boolean) {
    const numbers: number[] = [];
    for (let page = 1; page <= maxPages; page++) {
      const { data } = await call("GET /repos/{owner}/{repo}/pulls", {
        ...repository,
        state: "open",
        per_page: 100,
        page,
      });
      numbers.push(...data.filter(fits).map(({ number }) => number));
      if (data.length < 100) break;
    }
    return numbers;
  }

  return {
    async read(number) {
      const { data } = await call("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
        ...repository,
        pull_number: number,
      });
      return toPullRequest(data);
    },
    async compare(base, head) {
      const found = await orUnrelated(
        call("GET /repos/{owner}/{repo}/compare/{basehead}", {
          ...repository,
          basehead: `${base}...${head}`,
          // The commits are paged and not needed; the files all come with the first page.
          per_page: 1,
        }),
      );
      if (!found) return null;
      const files = found.data.files ?? [];
      return {
        mergeBaseSha: found.data.merge_base_commit.sha,
        isCut: files.length >= maxComparedFiles,
        files: files.map(({ filename, status, previous_filename, patch, sha }) => ({
          path: filename,
          ...(sha !== undefined && { sha }),
          status: toStatus(status),
          previousPath: previous_filename ?? null,
          patch: patch ?? null,
        })),
      };
    },
    async sharing(sha) {
      const { data } = await call("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
        ...repository,
        commit_sha: sha,
        per_page: 100,
      });
      return data
        .filter(({ state, head }) => state === "open" && head.sha === sha)
        .map(({ number, head, base }) => ({
          number,
          baseRef: base.ref,
          // GitHub answers null once the fork is deleted, which its description leaves out.
          isFork: (head.repo as { readonly id: number } | null)?.id !== base.repo.id,
        }));
    },
    async withHead(sha) {
      const { data } = await call("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
        ...repository,
        commit_sha: sha,
        per_page: 100,
      });
      return data
        .filter(({ state, head }) => state === "open" && head.sha === sha)
        .map(({ number }) => number);
    },
    open: () => list(() => true),
    openFrom: (branch) => list(({ head }) => head.ref === branch),
  };
}

/** Gives null for histories that share nothing. A commit that is missing may be late, which is for the caller to judge. */
async function orUnrelated<Result>(request: Promise<Result>): Promise<Result | null> {
  try {
    return await request;
  } catch (error) {
    // Both are a 404; nothing but the text tells them apart.
    if (error instanceof Error && /no common ancestor/i.test(error.message)) return null;
    throw error;
  }
}

interface GitHubPull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly state: string;
  readonly merged_at: string | null;
  readonly draft?: boolean;
  readonly user: { readonly login: string } | null;
  readonly created_at: string;
  readonly labels: readonly { readonly name?: string }[];
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly requested_reviewers?: readonly { readonly login: string }[] | null;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: {
      readonly id: number | bigint;
      readonly name: string;
      readonly owner: { readonly login: string };
    } | null;
  };
  readonly base: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly id: number | bigint; readonly default_branch?: string };
  };
}

function toPullRequest(pull: GitHubPull): PullRequest {
  const { number, state, draft, user, head, base } = pull;
  const logins = (users: GitHubPull["assignees"]) => (users ?? []).map(({ login }) => login);
  return {
    number,
    url: pull.html_url,
    title: pull.title,
    isOpen: state === "open",
    isMerged: pull.merged_at !== null,
    isDraft: draft ?? false,
    author: user?.login ?? "ghost",
    createdAt: Date.parse(pull.created_at) / 1000,
    labels: pull.labels.map(({ name = "" }) => name),
    assignees: logins(pull.assignees),
    requestedReviewers: logins(pull.requested_reviewers),
    headSha: head.sha,
    headRef: head.ref,
    headRepository: head.repo && { owner: head.repo.owner.login, repo: head.repo.name },
    isFork: head.repo?.id !== base.repo.id,
    baseSha: base.sha,
    baseRef: base.ref,
    defaultBranch: base.repo.default_branch ?? base.ref,
  };
}

function toStatus(status: string): ChangedFile["status"] {
  switch (status) {
    case "added":
    case "copied":
      return "added";
    case "removed":
    case "renamed":
      return status;
    default:
      return "modified";
  }
}
