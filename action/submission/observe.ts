import { Buffer } from "node:buffer";

import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { parseMarker } from "../../checks/listing/marker.ts";
import { parseRecord, recordPath } from "../../checks/listing/submission-record.ts";
import { submissionBranch } from "../../checks/listing/submission-text.ts";
import { UserError } from "../user-error.ts";
import { isStatus } from "./failures.ts";
import {
  type Branch,
  type Home,
  type Observation,
  type PullRequest,
  type StoredRecord,
} from "./observation.ts";

const maxPages = 20;

/** Reads what there is of a connector's submissions. `isAppToken` tells that the token belongs to no user. */
export async function observe(
  github: GitHubClient,
  target: Repository,
  slug: string,
  isAppToken: boolean,
): Promise<Observation> {
  const { data: repository } = await github.request("GET /repos/{owner}/{repo}", { ...target });
  if (repository.archived) {
    throw new UserError(`${repository.full_name} is archived: ask the programme for its present repository.`);
  }
  const defaultBranch = repository.default_branch;
  const base = await readBranch(github, target, defaultBranch, slug);
  if (!base)
    throw new UserError(`${repository.full_name} has no commit yet: ask the programme to set it up.`);
  const open = await findOpen(github, target, slug, defaultBranch);
  // What a user may do is told with the repository; what an app may do is only told by trying.
  const canPush = isAppToken || repository.permissions?.push === true;
  const home: Home = canPush ? { kind: "listings" } : await findFork(github, target, open);
  const place = home.kind === "listings" ? target : home.fork;
  const branch = place && (await readBranch(github, place, submissionBranch(slug), slug));
  const owner = place?.owner ?? (home.kind === "fork" ? home.login : target.owner);
  const closed = open ? [] : await findClosed(github, target, owner, slug, defaultBranch);
  const toldAt = open?.marker?.commit;
  const told =
    place && toldAt !== undefined && toldAt !== branch?.sha && /^[0-9a-f]{40,64}$/.test(toldAt)
      ? await readRecord(github, place, slug, toldAt)
      : (branch?.stored ?? null);
  return {
    target,
    defaultBranch,
    baseSha: base.sha,
    listed: base.stored,
    home,
    branch,
    open,
    closed,
    told: told?.record ?? null,
    hasComment: (marker) => (open ? hasComment(github, target, open.number, marker) : Promise.resolve(false)),
  };
}

async function findFork(github: GitHubClient, target: Repository, open: PullRequest | null): Promise<Home> {
  const { data: user } = await github.request("GET /user");
  const { login } = user;
  if (open?.head?.owner.toLowerCase() === login.toLowerCase())
    return { kind: "fork", login, fork: open.head };
  const fork = { owner: login, repo: target.repo };
  const found = await optional(github.request("GET /repos/{owner}/{repo}", fork));
  const parent = found?.data.parent?.full_name.toLowerCase();
  const ours = parent === `${target.owner}/${target.repo}`.toLowerCase();
  return { kind: "fork", login, fork: ours ? fork : null };
}

/** The branch's head and the record there; null where there is no such branch. */
async function readBranch(
  github: GitHubClient,
  repository: Repository,
  branch: string,
  slug: string,
): Promise<Branch | null> {
  const found = await optional(
    github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${branch}` }),
  );
  if (!found) return null;
  const { sha } = found.data.object;
  return { sha, stored: await readRecord(github, repository, slug, sha) };
}

async function readRecord(
  github: GitHubClient,
  repository: Repository,
  slug: string,
  ref: string,
): Promise<StoredRecord | null> {
  const text = await readText(github, repository, recordPath(slug), ref);
  return text === null ? null : { text, record: parseRecord(text) };
}

export async function readText(
  github: GitHubClient,
  repository: Repository,
  path: string,
  ref?: string,
): Promise<string | null> {
  const found = await optional(
    github.request("GET /repos/{owner}/{repo}/contents/{path}", {
      ...repository,
      path,
      ...(ref !== undefined && { ref }),
    }),
  );
  if (!found || Array.isArray(found.data) || found.data.type !== "file" || !("content" in found.data))
    return null;
  return Buffer.from(found.data.content, "base64").toString("utf8");
}

/** The open pull request for a slug, from wherever it comes. */
async function findOpen(
  github: GitHubClient,
  target: Repository,
  slug: string,
  base: string,
): Promise<PullRequest | null> {
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
      ...target,
      state: "open",
      base,
      per_page: 100,
      page,
    });
    const found = data.find((pull) => pull.head.ref === submissionBranch(slug));
    if (found) return toPullRequest(found);
    if (data.length < 100) break;
  }
  return null;
}

async function findClosed(
  github: GitHubClient,
  target: Repository,
  owner: string,
  slug: string,
  base: string,
): Promise<readonly PullRequest[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
    ...target,
    state: "closed",
    head: `${owner}:${submissionBranch(slug)}`,
    base,
    per_page: 100,
  });
  return data.filter((pull) => pull.merged_at === null).map(toPullRequest);
}

/** The fields that are used of a pull request in GitHub's lists. */
interface ListedPull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly { readonly name?: string }[];
  // GitHub's description leaves out that the repository of a deleted fork is null.
  readonly head: {
    readonly repo: { readonly name: string; readonly owner: { readonly login: string } } | null;
  };
}

function toPullRequest(pull: ListedPull): PullRequest {
  const body = pull.body ?? "";
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    body,
    labels: pull.labels.map(({ name = "" }) => name),
    head: pull.head.repo && { owner: pull.head.repo.owner.login, repo: pull.head.repo.name },
    marker: parseMarker(body),
  };
}

async function hasComment(
  github: GitHubClient,
  target: Repository,
  number: number,
  marker: string,
): Promise<boolean> {
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...target,
      issue_number: number,
      per_page: 100,
      page,
    });
    if (data.some(({ body }) => body?.includes(marker))) return true;
    if (data.length < 100) return false;
  }
  return false;
}

async function optional<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}
