import { Buffer } from "node:buffer";

import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { parseMarker } from "../../checks/listing/marker.ts";
import { parseRecord, recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { submissionBranch } from "../../checks/listing/submission-text.ts";
import { UserError } from "../user-error.ts";
import { isStatus } from "./failures.ts";
import {
  type Branch,
  type Home,
  type Observation,
  type PullRequest,
  sameRepository,
  type StoredRecord,
} from "./observation.ts";

const maxPages = 20;

/** Who writes the submission. */
export interface Writer {
  /** Whether the token belongs to no user. */
  readonly isApp: boolean;
  /** The user's fork, where it is known already. */
  readonly fork: Repository | null;
}

/** Reads what there is of a connector's submissions. */
export async function observe(
  github: GitHubClient,
  named: Repository,
  slug: string,
  writer: Writer,
): Promise<Observation> {
  const { data: repository } = await github.request("GET /repos/{owner}/{repo}", { ...named });
  if (repository.archived) {
    throw new UserError(`${repository.full_name} is archived: ask the programme for its present repository.`);
  }
  // A former name leads here too, but pull requests only know the present one.
  const target = { owner: repository.owner.login, repo: repository.name };
  const defaultBranch = repository.default_branch;
  const base = await readBranch(github, target, defaultBranch, slug);
  if (!base)
    throw new UserError(`${repository.full_name} has no commit yet: ask the programme to set it up.`);
  const pulls = await findOpen(github, target, slug, defaultBranch);
  // What a user may do is told with the repository; what an app may do is only told by trying.
  const canPush = writer.isApp || repository.permissions?.push === true;
  const { home, open } = await findHome(github, target, pulls, canPush, writer);
  const elsewhere = open ? [] : await readElsewhere(github, target, slug, pulls);
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
    isFresh: place !== null && branch !== null && !open && (await isOn(github, place, branch.sha, base.sha)),
    open,
    elsewhere,
    closed,
    told: told?.record ?? null,
    findComments: (marker) =>
      open ? findComments(github, target, open.number, marker) : Promise.resolve([]),
  };
}

interface Found {
  readonly home: Home;
  readonly open: PullRequest | null;
}

/** Where the branch is, and the pull request from there. Anybody may open one from a branch of the same name. */
async function findHome(
  github: GitHubClient,
  target: Repository,
  pulls: readonly PullRequest[],
  canPush: boolean,
  { isApp, fork }: Writer,
): Promise<Found> {
  const inListings = pulls.find(({ head }) => head && sameRepository(head, target)) ?? null;
  const inForks = pulls.some(({ head }) => head && !sameRepository(head, target));
  if (canPush && (isApp || inListings || !inForks)) {
    return { home: { kind: "listings" }, open: inListings };
  }
  const { data: user } = await github.request("GET /user");
  const { login } = user;
  const own = pulls.find(({ head }) => head?.owner.toLowerCase() === login.toLowerCase());
  if (own) return { home: { kind: "fork", login, fork: own.head }, open: own };
  if (canPush) return { home: { kind: "listings" }, open: null };
  return {
    home: { kind: "fork", login, fork: fork ?? (await findFork(github, target, login)) },
    open: null,
  };
}

/** More pull requests from elsewhere are not looked into, since each costs a request. */
const maxElsewhere = 50;

/** What the pull requests that this token can't write to submit; GitHub has their commits in the listings repository too. */
async function readElsewhere(
  github: GitHubClient,
  target: Repository,
  slug: string,
  pulls: readonly PullRequest[],
): Promise<Observation["elsewhere"]> {
  const found: { pull: PullRequest; record: SubmissionRecord | null }[] = [];
  for (const pull of pulls.toSorted((a, b) => a.number - b.number).slice(0, maxElsewhere)) {
    const stored = await readRecord(github, target, slug, `refs/pull/${pull.number}/head`);
    found.push({ pull, record: stored?.record ?? null });
  }
  return found;
}

/** The fork where it has the name of the original; any other is only found by asking to make one. */
async function findFork(github: GitHubClient, target: Repository, login: string): Promise<Repository | null> {
  const fork = { owner: login, repo: target.repo };
  const found = await optional(github.request("GET /repos/{owner}/{repo}", fork));
  const parent = found?.data.parent?.full_name.toLowerCase();
  return parent === `${target.owner}/${target.repo}`.toLowerCase() ? fork : null;
}

async function isOn(
  github: GitHubClient,
  repository: Repository,
  commit: string,
  parent: string,
): Promise<boolean> {
  const found = await optional(
    github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
      ...repository,
      commit_sha: commit,
    }),
  );
  return found?.data.parents.length === 1 && found.data.parents[0]?.sha === parent;
}

/** The branch's head and the record there; null where there is no such branch. */
async function readBranch(
  github: GitHubClient,
  repository: Repository,
  branch: string,
  slug: string,
): Promise<Branch | null> {
  // GitHub answers 409 for a repository without commits.
  const found = await optional(
    github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${branch}` }),
    409,
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

/** The open pull requests for a slug, from wherever they come. */
async function findOpen(
  github: GitHubClient,
  target: Repository,
  slug: string,
  base: string,
): Promise<readonly PullRequest[]> {
  const found: PullRequest[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/pulls", {
      ...target,
      state: "open",
      base,
      per_page: 100,
      page,
    });
    found.push(...data.filter((pull) => pull.head.ref === submissionBranch(slug)).map(toPullRequest));
    if (data.length < 100) break;
  }
  return found;
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

async function findComments(
  github: GitHubClient,
  target: Repository,
  number: number,
  marker: string,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...target,
      issue_number: number,
      per_page: 100,
      page,
    });
    found.push(...data.filter(({ body }) => body?.includes(marker)).map(({ id }) => Number(id)));
    if (data.length < 100) break;
  }
  return found;
}

async function optional<T>(request: Promise<T>, ...statuses: readonly number[]): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isStatus(error, 404, ...statuses)) return null;
    throw error;
  }
}
