import { assertNever } from "../assert-never.ts";

interface InRepository {
  readonly installationId: number;
  readonly owner: string;
  readonly repo: string;
}

/** A pull request: of connectors, or a submission in a listings repository. */
export interface PullRequestSubject extends InRepository {
  readonly kind: "pull-request";
  readonly number: number;
}

/** The commit that a merge queue made of a pull request. */
export interface MergeGroupSubject extends InRepository {
  readonly kind: "merge-group";
  readonly headSha: string;
  readonly baseSha: string;
}

/** All open pull requests of a repository: after an installation, a change of the configuration, or a sweep. */
export interface RepositorySubject extends InRepository {
  readonly kind: "repository";
}

/** Somebody asked for the checks of a commit to run again, though nothing about it changed. */
export interface RerunSubject extends InRepository {
  readonly kind: "rerun";
  readonly sha: string;
  /** In seconds since the epoch, by GitHub's clock: runs that began later are the answer to this very question. */
  readonly since: number;
}

/** Somebody pressed the button that commits all safe fixes. Void once the head is another one. */
export interface FixSubject extends InRepository {
  readonly kind: "fix";
  readonly sha: string;
  /** The login of who pressed it. */
  readonly actor: string;
}

/** A commit that was the head of a pull request until another one took its place. */
export interface OldHeadSubject extends InRepository {
  readonly kind: "old-head";
  readonly number: number;
  readonly sha: string;
  readonly newSha: string;
}

/** An issue of a listings repository that may ask for a developer account. */
export interface IssueSubject extends InRepository {
  readonly kind: "issue";
  readonly number: number;
}

/** Releases, tags or the name of a repository changed, from which there may be submissions elsewhere. */
export interface SourceSubject extends InRepository {
  readonly kind: "source";
}

/** Something whose state on GitHub may differ from what it should be. The queue holds only keys of these. */
export type Subject =
  | PullRequestSubject
  | MergeGroupSubject
  | RepositorySubject
  | RerunSubject
  | FixSubject
  | OldHeadSubject
  | IssueSubject
  | SourceSubject;

export type SubjectKind = Subject["kind"];

/** A short stable string that names a subject; equal keys collapse in the queue. */
export function subjectKey(subject: Subject): string {
  const repository = `${subject.installationId}:${subject.owner}/${subject.repo}`;
  switch (subject.kind) {
    case "pull-request":
      return `pr:${repository}#${subject.number}`;
    case "merge-group":
      return `merge-group:${repository}@${subject.baseSha}..${subject.headSha}`;
    case "repository":
      return `repo:${repository}`;
    case "rerun":
      return `rerun:${repository}@${subject.sha}+${subject.since}`;
    case "fix":
      return `fix:${repository}@${subject.sha}!${subject.actor}`;
    case "old-head":
      return `old-head:${repository}#${subject.number}@${subject.sha}..${subject.newSha}`;
    case "issue":
      return `issue:${repository}#${subject.number}`;
    case "source":
      return `source:${repository}`;
    default:
      return assertNever(subject);
  }
}

/** Whether nobody waits for a subject: what it is about is tidying up. */
export function isForLater(key: string): boolean {
  return key.startsWith("old-head:");
}

const keyPattern =
  /^(?<kind>[a-z-]+):(?<installation>[1-9]\d{0,14}):(?<owner>[^/:#@!]+)\/(?<repo>[^/:#@!]+)(?<rest>.*)$/;
const ownerPattern = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}$/;
const repoPattern = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const shaPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const actorPattern = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/;

export function isOwner(text: string): boolean {
  return ownerPattern.test(text);
}

export function isRepositoryName(text: string): boolean {
  return repoPattern.test(text);
}

export function isSha(text: string): boolean {
  return shaPattern.test(text);
}

export function isLogin(text: string): boolean {
  return actorPattern.test(text);
}

/** The subject of a key, or null where the text is no key. Keys are read back from files, so nothing is taken on trust. */
export function parseSubjectKey(key: string): Subject | null {
  const groups = key.length <= 500 ? keyPattern.exec(key)?.groups : undefined;
  if (!groups) return null;
  const { kind = "", installation = "", owner = "", repo = "", rest = "" } = groups;
  if (!isOwner(owner) || !isRepositoryName(repo)) return null;
  return parseRest(kind, { installationId: Number(installation), owner, repo }, rest);
}

function parseRest(kind: string, repository: InRepository, rest: string): Subject | null {
  switch (kind) {
    case "pr": {
      const number = parseNumber(rest);
      return number === null ? null : { kind: "pull-request", ...repository, number };
    }
    case "rerun": {
      const [, sha = "", since = ""] = /^@([0-9a-f]+)\+(0|[1-9]\d{0,11})$/.exec(rest) ?? [];
      return isSha(sha) ? { kind, ...repository, sha, since: Number(since) } : null;
    }
    case "merge-group": {
      const [, baseSha = "", headSha = ""] = /^@([0-9a-f]+)\.\.([0-9a-f]+)$/.exec(rest) ?? [];
      return isSha(baseSha) && isSha(headSha) ? { kind, ...repository, baseSha, headSha } : null;
    }
    case "repo":
      return rest === "" ? { kind: "repository", ...repository } : null;
    case "fix": {
      const [, sha = "", actor = ""] = /^@([0-9a-f]+)!(.+)$/.exec(rest) ?? [];
      return isSha(sha) && isLogin(actor) ? { kind, ...repository, sha, actor } : null;
    }
    case "old-head": {
      const [, number = "", sha = "", newSha = ""] = /^(#\d+)@([0-9a-f]+)\.\.([0-9a-f]+)$/.exec(rest) ?? [];
      const parsed = parseNumber(number);
      return parsed !== null && isSha(sha) && isSha(newSha)
        ? { kind, ...repository, number: parsed, sha, newSha }
        : null;
    }
    case "issue": {
      const number = parseNumber(rest);
      return number === null ? null : { kind, ...repository, number };
    }
    case "source":
      return rest === "" ? { kind, ...repository } : null;
    default:
      return null;
  }
}

function parseNumber(rest: string): number | null {
  const number = /^#([1-9]\d{0,9})$/.exec(rest)?.[1];
  return number === undefined ? null : Number(number);
}
