import { accountPath, parseAccount } from "../../checks/listing/account.ts";
import { configFile } from "../../checks/config/config.ts";
import { waiversPath } from "../../checks/listing/listing-waivers.ts";
import { type ListingsPolicy, parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { submissionBranch } from "../../checks/listing/submission-text.ts";
import { digest } from "../pull-request/check-run.ts";
import type { Comparison, PullRequest } from "../github/pull-requests.ts";
import { type Analysed, analyse, policyFacts } from "./analyse.ts";
import type { Change } from "./change.ts";
import type { ListingsContext } from "./context.ts";
import type { FoundAccount, Listed, SubmissionFacts } from "./facts.ts";
import { pusherOf } from "./pusher.ts";
import { readRecord } from "./read-record.ts";
import {
  mayWrite,
  openSource,
  readRelease,
  unlessDenied,
  type OpenSource,
  type SourceRelease,
} from "./source.ts";

export interface LookedAt {
  readonly pull: PullRequest;
  readonly change: Extract<Change, { kind: "submission" }>;
  readonly comparison: Comparison | null;
  readonly policy: ListingsPolicy;
}

/** Reads all that a submission is judged by. Nothing that the submission says of itself is taken for true. */
export async function observeFacts(
  { pull, change, comparison, policy }: LookedAt,
  context: ListingsContext,
): Promise<SubmissionFacts> {
  const { ports, repository, version } = context;
  const { slug } = change;
  const [head, listed, rivals, waiverFile, isPolicyChanged] = await Promise.all([
    slug === null ? null : readHead(slug, change.sha, pull, context),
    slug === null ? ({ kind: "nothing" } as const) : readListed(slug, pull.baseRef, context),
    slug === null ? [] : ports.pulls.openFrom(submissionBranch(slug)),
    slug === null || !change.strays.includes(waiversPath(slug))
      ? null
      : readText(waiversPath(slug), pull.headSha, context),
    hasPolicyChanged(comparison, policy, context),
  ]);
  const record = head?.record ?? null;
  const [account, opening] = await Promise.all([
    record ? readAccount(record.manifest.publisher, pull.baseRef, context) : ({ kind: "missing" } as const),
    record ? unlessDenied(openSource(record.release, pull.author, context)) : null,
  ]);
  const opened = opening?.kind === "open" ? opening.source : null;
  const [judged, pusher, mayRelease] = await Promise.all([
    record && opened && pull.isOpen ? unlessDenied(judge(opened, record, policy, context)) : nothingJudged,
    slug === null || !head || !pull.isOpen
      ? null
      : pusherOf(recordPath(slug), head.sha, pull, opened, context),
    opened && pull.isOpen && pull.isFork ? mayWriteIn(opened, pull.author) : true,
  ]);
  const access = record && (!opening || !judged) ? ({ kind: "denied" } as const) : opening;
  return {
    repository,
    pull,
    change,
    policy,
    head,
    listed,
    account,
    access,
    mayRelease,
    ...(judged ?? nothingJudged),
    isPolicyChanged,
    pusher,
    rivals: rivals.filter((number) => number < pull.number),
    waiverFile,
    version,
    installUrl: installUrlOf(pull, ports.checkRuns.ownLogin()),
  };
}

/** `login` is that of the app's bot, such as `connector-gate[bot]`. */
function installUrlOf({ url }: PullRequest, login: string | null): string | null {
  const slug = login === null ? null : /^([a-z0-9-]+)\[bot\]$/.exec(login)?.[1];
  if (!slug) return null;
  const { origin, hostname } = new URL(url);
  // GitHub Enterprise Server has these pages elsewhere.
  const folder = /(?:^|\.)(?:github|ghe)\.com$/.test(hostname) ? "apps" : "github-apps";
  return `${origin}/${folder}/${slug}/installations/new`;
}

async function mayWriteIn(source: OpenSource, login: string): Promise<boolean | null> {
  const permission = await source.permissionOf(login);
  return permission && mayWrite(permission);
}

const nothingJudged = { release: null, analysed: null };

async function judge(
  source: OpenSource,
  record: SubmissionRecord,
  policy: ListingsPolicy,
  context: ListingsContext,
): Promise<{ readonly release: SourceRelease; readonly analysed: Analysed | null }> {
  const release = await readRelease(source, record.release.tag);
  // A commit is only read where the tag leads to it: by its name alone, forks of the source would be read too.
  if (release.tagCommit !== record.release.commit) return { release, analysed: null };
  return { release, analysed: await analyse(source, record.release, policy, context) };
}

/** The record's file, which has to be a plain one: through a link, something else could take its place later. */
async function readHead(
  slug: string,
  sha: string | null,
  pull: PullRequest,
  { ports }: ListingsContext,
): Promise<SubmissionFacts["head"]> {
  const found = await ports.files.find(recordPath(slug), pull.headSha);
  if (!found || (sha !== null && found.sha !== sha)) return null;
  const read = readRecord(found.bytes);
  return read && { ...read, sha: found.sha };
}

async function readListed(slug: string, ref: string, { ports }: ListingsContext): Promise<Listed> {
  const found = await ports.files.find(recordPath(slug), ref);
  if (!found) return { kind: "nothing" };
  const record = readRecord(found.bytes)?.record;
  return record ? { kind: "record", record } : { kind: "unreadable" };
}

async function readAccount(
  publisher: string,
  ref: string,
  { ports }: ListingsContext,
): Promise<FoundAccount> {
  const path = accountPath(publisher);
  const found = await ports.files.find(path, ref);
  if (!found) return { kind: "missing" };
  const parsed = parseAccount(found.bytes);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    return { kind: "broken", path, line: problem?.line ?? 1, message: problem?.message ?? "is not valid" };
  }
  if (parsed.value.slug !== publisher) {
    return { kind: "broken", path, line: 1, message: "`slug` is not the name of the file" };
  }
  return { kind: "found", account: parsed.value };
}

async function readText(path: string, ref: string, { ports }: ListingsContext): Promise<string | null> {
  const found = await ports.files.find(path, ref);
  return found && new TextDecoder().decode(found.bytes);
}

/** The action made its report by the policy of its day. */
async function hasPolicyChanged(
  comparison: Comparison | null,
  policy: ListingsPolicy,
  { ports }: ListingsContext,
): Promise<boolean> {
  const before = comparison && (await ports.files.find(configFile, comparison.mergeBaseSha));
  const parsed = before && parseListingsPolicy(before.bytes);
  return !parsed?.ok || digest(policyFacts(parsed.value)) !== digest(policyFacts(policy));
}
