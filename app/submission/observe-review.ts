import { isCommit } from "../../checks/listing/slug.ts";
import { recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { parseCommands } from "../commands/parse.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { type EndedRun, githubCheckHistory, hadPassed } from "../github/check-history.ts";
import type { ObservedCheckRun } from "../github/check-runs.ts";
import type { Comment } from "../github/comments.ts";
import { githubPullReviews, type Review } from "../github/pull-reviews.ts";
import { digest } from "../pull-request/check-run.ts";
import { isOwn, parseReceipt } from "../review/receipt.ts";
import type { ListingsContext } from "./context.ts";
import { gateNames } from "./gate.ts";
import type { FoundAccount, SubmissionFacts } from "./facts.ts";
import type { SubmissionObservation } from "./observation.ts";
import { readInsiders, readPeople } from "./people.ts";
import { readRecord } from "./read-record.ts";
import type { OpenSource } from "./source.ts";

/** Commits beyond these, the latest first, are taken for unknown. */
const maxCommits = 50;

/** Reads what people said of a submission, and who they are. */
export async function observeReview(
  facts: SubmissionFacts,
  runs: readonly ObservedCheckRun[],
  comments: readonly Comment[],
  context: ListingsContext,
): Promise<SubmissionObservation> {
  const { pull, policy, repository, access, analysed, listed } = facts;
  const reviewPort = githubPullReviews(context.call, repository);
  const [people, reviews, reviewComments] = await Promise.all([
    readPeople(policy, context),
    reviewPort.list(pull.number),
    reviewPort.lineComments(pull.number),
  ]);
  const source = access?.kind === "open" ? access.source : null;
  const account = withCurrentName(facts.account, source);
  const [insiders, seen, history] = await Promise.all([
    readInsiders(
      pull,
      facts.pusher,
      account,
      people,
      source,
      new Set([...comments, ...reviews].map(({ author }) => author.toLowerCase())),
    ),
    readSeen(facts, reviews, comments, context),
    readHistory(pull.headSha, reviews, comments, context),
  ]);
  const record = facts.head?.record ?? null;
  return {
    repository,
    pull,
    policy,
    record,
    listed: listed.kind === "record" ? listed.record : null,
    account: account.kind === "found" ? account.account : null,
    digest: record?.release.sha256 ?? null,
    digestAt: (commit) => seen.get(commit)?.release.sha256 ?? null,
    textAt: (commit) => textOf(seen.get(commit)),
    hadPassed: (commit, at) => hadPassed(history.get(commit) ?? [], at),
    ...people,
    insiders,
    comments,
    reviews,
    reviewComments,
    runs,
    report: analysed?.kind === "analysed" ? analysed.report : null,
    inspection: analysed?.kind === "analysed" ? analysed.inspection : null,
    now: context.clock(),
  };
}

/** Who owns the source may be called otherwise by now, and somebody else may have the name that the account knows. */
function withCurrentName(found: FoundAccount, source: OpenSource | null): FoundAccount {
  if (found.kind !== "found" || !source) return found;
  const { owner, ownerId } = source.info;
  const owners = found.account.owners.map((known) =>
    known.id === ownerId ? { ...known, login: owner } : known,
  );
  return { kind: "found", account: { ...found.account, owners } };
}

/** How `Submission` ended over time, at each commit that was approved, and at the head where there are commands. */
async function readHistory(
  headSha: string,
  reviews: readonly Review[],
  comments: readonly Comment[],
  { call, repository, appId }: ListingsContext,
): Promise<ReadonlyMap<string, readonly EndedRun[]>> {
  const [name] = gateNames;
  const port = githubCheckHistory(call, repository, appId);
  const approved = reviews
    .toReversed()
    .flatMap(({ state, commit }) => (state === "approved" && commit) || []);
  const isAsked = comments.some(({ isBot, body }) => !isBot && parseCommands(body).length > 0);
  const commits = [...new Set([...(isAsked ? [headSha] : []), ...approved])].slice(0, maxCommits);
  const history = new Map<string, readonly EndedRun[]>();
  await fewAtOnce(commits, async (commit) => {
    history.set(commit, await port.ended(commit, name));
  });
  return history;
}

/** The record at the head, and at each commit that was reviewed or that a receipt names. */
async function readSeen(
  { change, pull, head }: SubmissionFacts,
  reviews: readonly Review[],
  comments: readonly Comment[],
  { ports }: ListingsContext,
): Promise<ReadonlyMap<string, SubmissionRecord>> {
  const { slug } = change;
  const seen = new Map<string, SubmissionRecord>();
  if (head?.record) seen.set(pull.headSha, head.record);
  if (slug === null) return seen;
  const named = [
    ...reviews.toReversed().flatMap(({ commit }) => commit ?? []),
    ...comments.toReversed().flatMap((comment) => (isOwn(comment) && parseReceipt(comment.body)?.head) || []),
  ];
  const commits = [...new Set(named)]
    .filter((commit) => commit !== pull.headSha && isCommit(commit))
    .slice(0, maxCommits);
  await fewAtOnce(commits, async (commit) => {
    const found = await ports.files.find(recordPath(slug), commit);
    const record = found && readRecord(found.bytes)?.record;
    if (record) seen.set(commit, record);
  });
  return seen;
}

/** Whatever users of the catalogue read and follow. */
function textOf(record: SubmissionRecord | undefined): string | null {
  return record ? digest([record.manifest, record.description, record.logo]) : null;
}
