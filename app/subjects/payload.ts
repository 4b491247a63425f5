import { z } from "zod";
import { isLogin, isOwner, isRepositoryName, isSha } from "./subject.ts";

/** The parts of webhook payloads that are looked at. Everything else is ignored, and nothing is taken on trust. */

const Id = z.int().positive();
const Sha = z.string().refine(isSha);
const FullName = z.string().refine((name) => {
  const [owner = "", repo = "", ...rest] = name.split("/");
  return rest.length === 0 && isOwner(owner) && isRepositoryName(repo);
});

/** Seconds since the epoch; 0 where GitHub says nothing. */
const Seconds = z.iso
  .datetime()
  .transform((text) => Date.parse(text) / 1000)
  .nullish()
  .transform((seconds) => seconds ?? 0);

/** What all events of a repository have. */
export const RepositoryPayload = z.object({
  installation: z.object({ id: Id }),
  repository: z.object({
    id: Id,
    name: z.string().refine(isRepositoryName),
    default_branch: z.string(),
    owner: z.object({ login: z.string().refine(isOwner) }),
  }),
  sender: z.object({ login: z.string().refine(isLogin), type: z.string() }),
});
export type RepositoryPayload = z.output<typeof RepositoryPayload>;

export const PullRequestPayload = z.object({
  action: z.string(),
  pull_request: z.object({
    number: Id,
    state: z.string(),
    head: z.object({ ref: z.string() }).optional(),
  }),
  changes: z.object({ base: z.object({}).optional(), title: z.object({}).optional() }).optional(),
  /** The head before and after a push. */
  before: z.string().optional(),
  after: z.string().optional(),
});

/** A review of a pull request, or one of its comments on lines. */
export const PullReviewPayload = z.object({
  action: z.string(),
  pull_request: z.object({ number: Id, head: z.object({ ref: z.string() }) }),
});

const PullRequests = z.array(z.object({ number: Id, base: z.object({ repo: z.object({ id: Id }) }) }));

export const CheckRunPayload = z.object({
  action: z.string(),
  check_run: z.object({ head_sha: Sha, completed_at: Seconds }),
  requested_action: z.object({ identifier: z.string() }).optional(),
});

export const CheckSuitePayload = z.object({
  action: z.string(),
  check_suite: z.object({ head_sha: Sha, updated_at: Seconds, pull_requests: PullRequests }),
});

export const IssueCommentPayload = z.object({
  action: z.string(),
  issue: z.object({ number: Id, pull_request: z.object({}).optional() }),
  comment: z.object({ body: z.string(), user: z.object({ type: z.string() }).nullable() }),
  /** What an edited comment said before. */
  changes: z.object({ body: z.object({ from: z.string() }).optional() }).optional(),
});

export const IssuePayload = z.object({ action: z.string(), issue: z.object({ number: Id }) });

export const ActionPayload = z.object({ action: z.string() });

/** A branch or tag that was made or deleted. */
export const RefPayload = z.object({ ref_type: z.string() });

export const MergeGroupPayload = z.object({
  action: z.string(),
  merge_group: z.object({ head_sha: Sha, base_sha: Sha }),
});

const Paths = z.array(z.string()).default([]);

export const PushPayload = z.object({
  ref: z.string(),
  commits: z.array(z.object({ added: Paths, modified: Paths, removed: Paths })),
});

const Repositories = z.array(z.object({ full_name: FullName }));

export const InstallationPayload = z.object({
  action: z.string(),
  installation: z.object({ id: Id }),
  repositories: Repositories.optional(),
  repositories_added: Repositories.optional(),
});
