import type { z } from "zod";
import { isSubmissionBranch } from "../submission/role.ts";
import {
  ActionPayload,
  CheckRunPayload,
  CheckSuitePayload,
  InstallationPayload,
  IssueCommentPayload,
  IssuePayload,
  MergeGroupPayload,
  PullRequestPayload,
  PullReviewPayload,
  PushPayload,
  RefPayload,
  RepositoryPayload,
} from "./payload.ts";
import { isSha, type Subject } from "./subject.ts";

/** Where a repository keeps its configuration. */
export const configPath = ".github/connector-gate.yml";

/** The button that commits all safe fixes, as its check run names it. */
export const fixButton = "fix";

/** The subjects that a webhook event may have changed. Never throws: payloads come from the network. */
export function subjectsOf(eventName: string, payload: unknown): readonly Subject[] {
  if (eventName === "installation" || eventName === "installation_repositories")
    return ofInstallation(payload);
  const handle = Object.hasOwn(handlers, eventName) ? handlers[eventName] : undefined;
  const context = RepositoryPayload.safeParse(payload);
  return handle && context.success ? handle(payload, context.data) : [];
}

type Handler = (payload: unknown, context: RepositoryPayload) => readonly Subject[];

const handlers: Readonly<Record<string, Handler>> = {
  pull_request: on(PullRequestPayload, (payload, context) => {
    const { action, pull_request, changes } = payload;
    const { number, state, head } = pull_request;
    const rebased = action === "edited" && changes?.base !== undefined;
    const relevant = state === "open" && (pullRequestActions.has(action) || rebased);
    // One that is closed may have spoken for a commit that is the head of another one too.
    const isHint = relevant || action === "closed";
    if (isHint || (maySubmit(head) && submissionEvent(action, changes, context)))
      return [pullRequest(context, number), ...oldHead(payload, context)];
    return [];
  }),

  pull_request_review: on(PullReviewPayload, ofReview),
  pull_request_review_comment: on(PullReviewPayload, ofReview),

  check_run: on(CheckRunPayload, ({ action, check_run, requested_action }, context) => {
    if (isBot(context)) return [];
    const sha = check_run.head_sha;
    if (action === "rerequested")
      return [{ kind: "rerun", ...names(context), sha, since: check_run.completed_at }];
    const fixes = action === "requested_action" && requested_action?.identifier === fixButton;
    return fixes ? [{ kind: "fix", ...names(context), sha, actor: context.sender.login }] : [];
  }),

  check_suite: on(CheckSuitePayload, ({ action, check_suite }, context) => {
    if (action === "rerequested") {
      // The suite was touched by the very click, and the answer may begin within the same second.
      const since = Math.max(0, check_suite.updated_at - 1);
      return [{ kind: "rerun", ...names(context), sha: check_suite.head_sha, since }];
    }
    if (action !== "requested") return [];
    // GitHub lists pull requests of forks too, whose numbers mean nothing here.
    const here = check_suite.pull_requests.filter(({ base }) => base.repo.id === context.repository.id);
    return here.map(({ number }) => pullRequest(context, number));
  }),

  issue_comment: on(IssueCommentPayload, ({ action, issue, comment, changes }, context) => {
    if (isBot(context)) return [];
    // A new comment matters where it may hold a command; an old one where it held one, or where a bot wrote it.
    const before = action === "edited" ? (changes?.body?.from ?? "") : comment.body;
    const isOld = action !== "created";
    if (!(mayHoldCommand(before) || (isOld && comment.user?.type === "Bot"))) return [];
    if (issue.pull_request !== undefined) return [pullRequest(context, issue.number)];
    return [{ kind: "issue", ...names(context), number: issue.number }];
  }),

  issues: on(IssuePayload, ({ action, issue }, context) =>
    issueActions.has(action) && !isBot(context)
      ? [{ kind: "issue", ...names(context), number: issue.number }]
      : [],
  ),

  release: on(ActionPayload, (_payload, context) => [source(context)]),
  create: on(RefPayload, ofRef),
  delete: on(RefPayload, ofRef),
  repository: on(ActionPayload, ({ action }, context) =>
    repositoryActions.has(action) ? [source(context)] : [],
  ),

  merge_group: on(MergeGroupPayload, ({ action, merge_group }, context) =>
    action === "checks_requested"
      ? [
          {
            kind: "merge-group",
            ...names(context),
            headSha: merge_group.head_sha,
            baseSha: merge_group.base_sha,
          },
        ]
      : [],
  ),

  push: on(PushPayload, ({ ref, commits }, context) => {
    if (ref.startsWith("refs/tags/")) return [source(context)];
    if (!ref.startsWith("refs/heads/")) return [];
    const isDefault = ref === `refs/heads/${context.repository.default_branch}`;
    const concerns = (path: string) => path === configPath || (isDefault && listingsFiles.test(path));
    const touched = commits.some(({ added, modified, removed }) =>
      [added, modified, removed].some((paths) => paths.some(concerns)),
    );
    return touched ? [{ kind: "repository", ...names(context) }] : [];
  }),
};

/** What submissions are judged by, besides the configuration. The index is only made of it. */
const listingsFiles = /^(?:accounts\/|listings\/(?!index\.json$))/;

function maySubmit(head: { readonly ref: string } | undefined): boolean {
  return head !== undefined && isSubmissionBranch(head.ref);
}

/** What matters at a submission besides what matters at every pull request. */
function submissionEvent(
  action: string,
  changes: z.output<typeof PullRequestPayload>["changes"],
  context: RepositoryPayload,
): boolean {
  if (action === "edited") return changes?.title !== undefined;
  return (action === "labeled" || action === "unlabeled") && !isBot(context);
}

function ofReview(
  { pull_request }: z.output<typeof PullReviewPayload>,
  context: RepositoryPayload,
): readonly Subject[] {
  return maySubmit(pull_request.head) && !isBot(context) ? [pullRequest(context, pull_request.number)] : [];
}

function ofRef({ ref_type }: z.output<typeof RefPayload>, context: RepositoryPayload): readonly Subject[] {
  return ref_type === "tag" ? [source(context)] : [];
}

function mayHoldCommand(body: string): boolean {
  return /^ {0,3}\/\w/m.test(body);
}

const issueActions = new Set(["opened", "edited", "reopened", "closed", "labeled", "unlabeled"]);

/** After these, a submission from the repository may no longer be what it was. */
const repositoryActions = new Set([
  "renamed",
  "transferred",
  "privatized",
  "publicized",
  "archived",
  "deleted",
]);

const pullRequestActions = new Set([
  "opened",
  "reopened",
  "synchronize",
  "ready_for_review",
  "converted_to_draft",
]);

function on<Payload>(
  schema: z.ZodType<Payload>,
  handle: (payload: Payload, context: RepositoryPayload) => readonly Subject[],
): Handler {
  return (payload, context) => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? handle(parsed.data, context) : [];
  };
}

const installationActions = new Set(["created", "unsuspend", "new_permissions_accepted", "added"]);

function ofInstallation(payload: unknown): readonly Subject[] {
  const parsed = InstallationPayload.safeParse(payload);
  if (!parsed.success || !installationActions.has(parsed.data.action)) return [];
  const { installation, repositories = [], repositories_added = [] } = parsed.data;
  return [...repositories, ...repositories_added].map(({ full_name }) => {
    const [owner = "", repo = ""] = full_name.split("/");
    return { kind: "repository", installationId: installation.id, owner, repo };
  });
}

function names({ installation, repository }: RepositoryPayload) {
  return { installationId: installation.id, owner: repository.owner.login, repo: repository.name };
}

function pullRequest(context: RepositoryPayload, number: number): Subject {
  return { kind: "pull-request", ...names(context), number };
}

function oldHead(
  { action, pull_request, before = "", after = "" }: z.output<typeof PullRequestPayload>,
  context: RepositoryPayload,
): readonly Subject[] {
  if (action !== "synchronize" || !isSha(before) || !isSha(after)) return [];
  const { number } = pull_request;
  return [{ kind: "old-head", ...names(context), number, sha: before, newSha: after }];
}

function source(context: RepositoryPayload): Subject {
  return { kind: "source", ...names(context) };
}

/** Bots' comments and clicks, our own among them, never ask for anything. */
function isBot({ sender }: RepositoryPayload): boolean {
  return sender.type === "Bot";
}
