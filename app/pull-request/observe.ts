import type { ConnectorProject } from "../../checks/project.ts";
import type { CheckRunPort, ObservedCheckRun } from "../github/check-runs.ts";
import type { CommentPort } from "../github/comments.ts";
import type { CommitPort } from "../github/commits.ts";
import type { ReviewPort } from "../github/review-comments.ts";
import type { GitFile, GitFilePort, GitFiles } from "../github/git-files.ts";
import type { ChangedFile, Comparison, PullRequest, PullRequestPort } from "../github/pull-requests.ts";
import { configPath } from "../subjects/subjects.ts";
import {
  findCandidates,
  findConnectors,
  isNamed,
  maxConnectors,
  previousPath,
  readProject,
  touchedBy,
  type FoundConnector,
} from "./projects.ts";

/** What the reconciler needs of GitHub for one repository. */
export interface GitHubPorts {
  readonly pulls: PullRequestPort;
  readonly files: GitFilePort;
  readonly checkRuns: CheckRunPort;
  readonly comments: CommentPort;
  readonly reviews: ReviewPort;
  readonly commits: CommitPort;
}

/** Two commits that are compared: those of a pull request, or of a merge queue. */
export interface ChangeSet {
  readonly headSha: string;
  readonly baseSha: string;
  /** The branch whose configuration counts. */
  readonly baseRef: string;
}

/** A quick look, which tells whether anything is left to do. */
export interface Glance {
  readonly change: ChangeSet;
  readonly runs: readonly ObservedCheckRun[];
  /** The configuration on the base branch, never that of the head: a fork must not choose its own rules. */
  readonly config: { readonly sha: string; readonly bytes: Uint8Array } | null;
}

export function changeSetOf({ headSha, baseSha, baseRef }: PullRequest): ChangeSet {
  return { headSha, baseSha, baseRef };
}

export async function glance(change: ChangeSet, { checkRuns, files }: GitHubPorts): Promise<Glance> {
  const [runs, config] = await Promise.all([
    checkRuns.list(change.headSha),
    files.find(configPath, change.baseRef),
  ]);
  return { change, runs, config };
}

/** A connector as it was and as it is; null where it is not there. */
export interface ReadConnector {
  readonly before: ConnectorProject | null;
  readonly after: ConnectorProject | null;
}

export type ReadChange =
  | {
      readonly kind: "read";
      readonly connectors: readonly ReadConnector[];
      readonly hasBaseline: boolean;
      readonly leftOut: number;
      readonly headFiles: readonly GitFile[];
      /** Whether the repository is too large to have been looked through. */
      readonly isCut: boolean;
      readonly comparison: Comparison | null;
    }
  /** The head commit vanished, as it does after a forced push. */
  | { readonly kind: "vanished" };

/** Reads the connectors that a change concerns, before and after it. */
export async function readChange(
  change: ChangeSet,
  { pulls, files }: GitHubPorts,
  named: readonly string[] | null,
  isConnector: (source: Uint8Array) => boolean | Promise<boolean>,
): Promise<ReadChange> {
  const comparison = await pulls.compare(change.baseSha, change.headSha);
  const head = await files.list(change.headSha);
  if (!head) return { kind: "vanished" };
  const changed = comparison?.files ?? [];
  const base = comparison && (await files.list(comparison.mergeBaseSha));
  const found = await connectorsOf(head, changed, files, isConnector);
  const all = found.filter((connector) => isNamed(connector, named));
  const before = base ? findConnectors(base.files) : [];
  const touched = touchedBy(comparison?.isCut === false ? changed : null, all, before);
  const connectors: ReadConnector[] = [];
  for (const connector of touched.slice(0, maxConnectors)) {
    const after = await readProject(connector, head.files, files);
    const before = base && (await readBefore(connector, changed, base, files));
    connectors.push({ before, after });
  }
  if (base) connectors.push(...(await readRemoved(base, head.files, changed, files)));
  const leftOut = Math.max(0, touched.length - maxConnectors);
  return {
    kind: "read",
    connectors,
    hasBaseline: base !== null,
    leftOut,
    headFiles: head.files,
    isCut: head.isCut,
    comparison,
  };
}

async function connectorsOf(
  { files }: GitFiles,
  changed: readonly ChangedFile[],
  port: GitFilePort,
  isConnector: (source: Uint8Array) => boolean | Promise<boolean>,
): Promise<readonly FoundConnector[]> {
  const found = [...findConnectors(files)];
  for (const candidate of findCandidates(files, changed).slice(0, maxConnectors)) {
    if (await isConnector(await port.read(candidate.file))) found.push(candidate);
  }
  return found;
}

async function readBefore(
  { file, hasProject }: FoundConnector,
  changed: readonly ChangedFile[],
  base: GitFiles,
  port: GitFilePort,
): Promise<ConnectorProject | null> {
  const path = previousPath(file.path, changed);
  const before = base.files.find((candidate) => candidate.path === path);
  return before ? readProject({ file: before, hasProject }, base.files, port) : null;
}

/** Connectors that a change took away, and did not only move. */
async function readRemoved(
  base: GitFiles,
  head: readonly GitFile[],
  changed: readonly ChangedFile[],
  port: GitFilePort,
): Promise<readonly ReadConnector[]> {
  const gone = new Set(changed.filter(({ status }) => status === "removed").map(({ path }) => path));
  const removed = findConnectors(base.files).filter(
    ({ file }) => gone.has(file.path) && !head.some(({ path }) => path === file.path),
  );
  const read: ReadConnector[] = [];
  for (const connector of removed.slice(0, maxConnectors)) {
    read.push({ before: await readProject(connector, base.files, port), after: null });
  }
  return read;
}
