import { type ListingsPolicy, parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { decideAuthorIssue } from "../author-issue/decide.ts";
import { applyAuthorIssue } from "../author-issue/apply.ts";
import { githubBranches } from "../github/branches.ts";
import type { ObservedCheckRun } from "../github/check-runs.ts";
import { type Comment, githubComments } from "../github/comments.ts";
import { githubLabels } from "../github/labels.ts";
import { githubMerges } from "../github/merges.ts";
import { githubOwnIssues } from "../github/own-issues.ts";
import { githubProtection } from "../github/protection.ts";
import type { Comparison, PullRequest } from "../github/pull-requests.ts";
import { githubReviewRequests } from "../github/review-requests.ts";
import type { Glance } from "../pull-request/observe.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import { applyReview } from "../review/apply.ts";
import { decideReview } from "../review/decide.ts";
import { foldReview, type ReviewState } from "../review/fold.ts";
import { classify, type Change } from "./change.ts";
import type { ListingsContext } from "./context.ts";
import type { SubmissionFacts } from "./facts.ts";
import { runsOfBrokenPolicy, runsOfUnclear } from "./failing-runs.ts";
import type { Gate } from "./gate.ts";
import { announceGates, type GateRun, toRun, writeRuns } from "./gate-runs.ts";
import { decideGates } from "./gates.ts";
import { ownsHead } from "./head-owner.ts";
import type { SubmissionObservation } from "./observation.ts";
import { observeFacts } from "./observe.ts";
import { observeReview } from "./observe-review.ts";
import { runsOfOther } from "./other-pull.ts";
import { protectionNotice } from "./protection.ts";
import { withHiddenEdits } from "./true-comments.ts";
import { waiversText } from "./waivers-text.ts";
import { runsOfWithdrawal } from "./withdrawal.ts";

/** A pull request of a listings repository, at a first look. */
export interface SeenPull {
  readonly pull: PullRequest;
  readonly seen: Glance;
  readonly comments: readonly Comment[];
  /** Check runs that began up to then are to be made anew; null where nobody asked. */
  readonly since: number | null;
}

const done: SubjectOutcome = { kind: "done", follow: [] };

/** Brings a pull request of a listings repository into the state it should have. */
export async function reconcileListings(look: SeenPull, context: ListingsContext): Promise<SubjectOutcome> {
  const { pull, seen } = look;
  await context.watch();
  const comparison = await context.ports.pulls.compare(
    // A pull request that was merged has nothing over its base branch any more.
    pull.isOpen ? pull.baseRef : pull.baseSha,
    pull.headSha,
  );
  const change = classify(comparison, pull.headRef);
  // Whatever a branch is merged into that is not the default one, nothing becomes a listing by it.
  if (pull.isOpen && pull.baseRef !== pull.defaultBranch && change.kind !== "submission") return done;
  const speaks = pull.isOpen && (await ownsHead(pull, context.ports.pulls));
  const runs = speaks
    ? await announceGates(pull.headSha, startedAfter(seen.runs, look.since), context.ports.checkRuns)
    : seen.runs;
  const policy = parseListingsPolicy(
    seen.config?.bytes ?? new Uint8Array(),
    context.allRules.map(({ id }) => id),
  );
  if (policy.ok && change.kind === "submission") {
    return reconcileSubmission({ ...look, runs, speaks, change, comparison, policy: policy.value }, context);
  }
  if (!speaks) return done;
  const desired = await runsWithoutSubmission(change, comparison, policy, pull, context);
  await writeRuns(pull.headSha, runs, desired, context.ports.checkRuns);
  return done;
}

function startedAfter(runs: readonly ObservedCheckRun[], since: number | null): readonly ObservedCheckRun[] {
  return since === null ? runs : runs.filter(({ startedAt }) => startedAt > since);
}

async function runsWithoutSubmission(
  change: Change,
  comparison: Comparison | null,
  policy: ReturnType<typeof parseListingsPolicy>,
  pull: PullRequest,
  context: ListingsContext,
): Promise<readonly GateRun[]> {
  if (change.kind === "other") return runsOfOther(comparison?.files ?? [], pull.headSha, context);
  if (change.kind === "unclear") return runsOfUnclear();
  if (!policy.ok) return runsOfBrokenPolicy(policy.problems);
  return change.kind === "withdrawal" ? runsOfWithdrawal(change.slug, pull, policy.value, context) : [];
}

interface SubmissionLook extends SeenPull {
  readonly runs: readonly ObservedCheckRun[];
  /** Whether the check runs of the head are about this pull request. */
  readonly speaks: boolean;
  readonly change: Extract<Change, { kind: "submission" }>;
  readonly comparison: Comparison | null;
  readonly policy: ListingsPolicy;
}

async function reconcileSubmission(look: SubmissionLook, context: ListingsContext): Promise<SubjectOutcome> {
  const { pull, seen, runs, speaks } = look;
  const { ports, rules } = context;
  const [facts, comments] = await Promise.all([
    observeFacts(look, context),
    withHiddenEdits(look.comments, context),
  ]);
  if (!comments) return { kind: "retry", reason: "GitHub does not tell what was edited", retryAfterMs: null };
  const observation = await observeReview(facts, seen.runs, comments, context);
  const state = foldReview(observation, rules);
  const automatic = pull.isOpen ? await automaticGates(facts, observation, state, context) : [];
  const decide = (authorInformed: boolean) =>
    decideReview(observation, state, automatic, { rules, authorInformed });
  const hoped = decide(true);
  if (speaks) {
    const current = startedAfter(runs, state.recheckSince);
    await writeRuns(pull.headSha, current, hoped.gates.map(toRun), ports.checkRuns);
  }
  // An author who can't be told in their own repository is told here.
  const isInformed = await informAuthor(facts, observation, hoped.gates, state, context);
  const desired = isInformed ? hoped : decide(false);
  const { again } = await applyReview(observation, desired, {
    comments: ports.comments,
    labels: githubLabels(context.call, context.repository),
    requests: githubReviewRequests(context.call, context.repository),
    merges: githubMerges(context.call, context.repository),
    files: ports.files,
    commits: ports.commits,
    branches: githubBranches(context.call, context.repository),
  });
  const { owner, repo } = context.repository;
  const { installationId } = context;
  return again
    ? { kind: "done", follow: [{ kind: "pull-request", installationId, owner, repo, number: pull.number }] }
    : done;
}

async function automaticGates(
  facts: SubmissionFacts,
  { digest }: SubmissionObservation,
  state: ReviewState,
  { call, repository, appId, rules }: ListingsContext,
): Promise<readonly Gate[]> {
  const { baseRef } = facts.pull;
  const protection = await githubProtection(call, repository).read(baseRef);
  const waivers = state.waivers.filter((waiver) => waiver.digest === digest);
  return decideGates(facts, {
    rules,
    waivers,
    waiverFile: waiversText(waivers),
    notice: protectionNotice(protection, baseRef, appId),
  });
}

/** Keeps the author's own issue up to date, where the app is installed in the source; says whether they have one. */
async function informAuthor(
  { access }: SubmissionFacts,
  observation: SubmissionObservation,
  gates: readonly Gate[],
  state: ReviewState,
  { appId, ports }: ListingsContext,
): Promise<boolean> {
  const source = access?.kind === "open" ? access.source : null;
  if (source === null || source.installationId === null) return false;
  const desired = decideAuthorIssue(observation, gates, state);
  if (!desired) return false;
  const { call, info } = source;
  const repository = { owner: info.owner, repo: info.repo };
  const outcome = await applyAuthorIssue(desired, {
    issues: githubOwnIssues(call, repository, appId, ports.checkRuns.ownLogin()),
    comments: githubComments(call, repository, appId),
  });
  return outcome === "informed";
}
