import { createGitObjects, type GitObjects } from "./git.ts";

export type Permission = "none" | "read" | "triage" | "write" | "maintain" | "admin";

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot" | "Organization";
}

/** GitHub's word for what an app may do: `{ checks: "write", contents: "read" }`. */
export type AppPermissions = Readonly<Record<string, "read" | "write">>;

export interface Installation {
  readonly id: number;
  readonly account: User;
  permissions: AppPermissions;
  suspended: boolean;
  removed: boolean;
}

export interface Ticket {
  readonly number: number;
  readonly author: User;
  /** The number of the app that wrote it, otherwise null. */
  readonly byApp: number | null;
  readonly createdAt: string;
  updatedAt: string;
  title: string;
  body: string | null;
  state: "open" | "closed";
  stateReason: string | null;
  labels: string[];
  assignees: string[];
  pull: PullState | null;
}

export interface PullState {
  head: { readonly repository: RepositoryState; readonly ref: string; sha: string };
  base: { ref: string; sha: string };
  draft: boolean;
  mergedAt: string | null;
  mergeCommit: string | null;
  requestedReviewers: string[];
  requestedTeams: string[];
}

export type PullTicket = Ticket & { pull: PullState };

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly user: User;
  /** Whether the app wrote it. */
  readonly byApp: boolean;
  readonly createdAt: string;
  updatedAt: string;
  /** Whether it was edited within the second in which it was written, which its times do not tell. */
  editedAtOnce?: boolean;
  body: string;
  reactions: Reaction[];
  minimized: boolean;
}

export interface Review {
  readonly id: number;
  readonly pull: number;
  readonly user: User;
  readonly commit: string;
  readonly submittedAt: string;
  body: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
}

export interface ReviewComment {
  readonly id: number;
  readonly review: number;
  readonly pull: number;
  readonly user: User;
  readonly commit: string;
  readonly path: string;
  /** Null once the line is gone from the diff. */
  line: number | null;
  startLine: number | null;
  readonly originalLine: number;
  readonly createdAt: string;
  updatedAt: string;
  body: string;
  resolved: boolean;
  minimized: boolean;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: number;
  readonly headSha: string;
  name: string;
  externalId: string | null;
  detailsUrl: string | null;
  status: "queued" | "in_progress" | "completed" | "waiting" | "requested" | "pending";
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: Annotation[];
  actions: { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export interface CheckSuite {
  readonly id: number;
  readonly headSha: string;
  readonly headBranch: string | null;
  updatedAt: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  name: string;
  body: string;
  draft: boolean;
  prerelease: boolean;
  readonly publishedAt: string;
}

export interface RepositoryState {
  readonly id: number;
  owner: User;
  name: string;
  /** Full names that it had before, in lower case; GitHub leads on from them until another repository takes one. */
  readonly formerNames: string[];
  private: boolean;
  readonly defaultBranch: string;
  readonly parent: RepositoryState | null;
  /** Full names, such as `refs/heads/main`, to commits. */
  readonly refs: Map<string, string>;
  /** Every movement of a ref, the oldest first. */
  readonly pushes: {
    readonly ref: string;
    readonly before: string;
    readonly after: string;
    readonly actor: User;
  }[];
  /** Annotated tags by their full name to the name of the tag object. */
  readonly tagObjects: Map<string, string>;
  readonly permissions: Map<string, Permission>;
  readonly tickets: Map<number, Ticket>;
  readonly labels: Map<string, { readonly color: string; readonly description: string }>;
  comments: Comment[];
  reviews: Review[];
  reviewComments: ReviewComment[];
  checkRuns: CheckRun[];
  checkSuites: CheckSuite[];
  releases: Release[];
  /** By branch, the checks that a ruleset requires; null as the app where anybody's will do. */
  readonly requiredChecks: Map<string, readonly { readonly name: string; readonly appId: number | null }[]>;
  /** Branches that apps may not push to. */
  readonly protectedBranches: Set<string>;
  /** Recursive tree listings beyond this many entries are cut, as GitHub does at 100,000. */
  maxTreeEntries: number;
  removed: boolean;
}

/** Everything the fake knows. */
export interface World {
  readonly git: GitObjects;
  readonly app: { readonly id: number; readonly slug: string; readonly user: User };
  readonly users: Map<string, User>;
  /** Personal tokens to the user they belong to. */
  readonly userTokens: Map<string, User>;
  readonly installationTokens: Map<string, Installation>;
  readonly installations: Map<number, Installation>;
  readonly repositories: RepositoryState[];
  /** Team slugs by `org/team` to the logins of members. */
  readonly teams: Map<string, Set<string>>;
  /** Organisations, in lower case, to the logins of those who show that they are members. */
  readonly publicMembers: Map<string, Set<string>>;
  nextId(): number;
  /** The fake's own time, which moves a second with each question: the same run gives the same dates. */
  now(): string;
  user(login: string, type?: User["type"]): User;
  repository(owner: string, name: string): RepositoryState | undefined;
  /** Tells the webhooks; the payload is made later, when the state is settled. */
  emit(event: string, repository: RepositoryState, payload: object, sender: User): void;
}

export function createWorld(emit: World["emit"]): World {
  let lastId = 1000;
  let time = Date.parse("2026-01-05T09:00:00Z");
  const users = new Map<string, User>();
  const nextId = () => ++lastId;
  function user(login: string, type: User["type"] = "User"): User {
    const known = users.get(login.toLowerCase());
    if (known) return known;
    const made: User = { id: nextId(), login, type };
    users.set(login.toLowerCase(), made);
    return made;
  }
  const repositories: RepositoryState[] = [];
  const slug = "connector-gate";
  return {
    git: createGitObjects(),
    app: { id: 4711, slug, user: user(`${slug}[bot]`, "Bot") },
    users,
    userTokens: new Map(),
    installationTokens: new Map(),
    installations: new Map(),
    repositories,
    teams: new Map(),
    publicMembers: new Map(),
    nextId,
    now: () => new Date((time += 1000)).toISOString().replace(".000Z", "Z"),
    user,
    repository(owner, name) {
      const wanted = `${owner}/${name}`.toLowerCase();
      const there = repositories.filter(({ removed }) => !removed);
      return (
        there.find((candidate) => `${candidate.owner.login}/${candidate.name}`.toLowerCase() === wanted) ??
        there.findLast(({ formerNames }) => formerNames.includes(wanted))
      );
    },
    emit,
  };
}

export function addRepository(
  world: World,
  owner: string,
  name: string,
  options: {
    readonly defaultBranch?: string;
    readonly private?: boolean;
    readonly parent?: RepositoryState;
  } = {},
): RepositoryState {
  const repository: RepositoryState = {
    id: world.nextId(),
    owner: world.user(owner, "Organization"),
    name,
    formerNames: [],
    private: options.private ?? false,
    defaultBranch: options.defaultBranch ?? "main",
    parent: options.parent ?? null,
    refs: new Map(options.parent?.refs),
    pushes: [],
    tagObjects: new Map(),
    permissions: new Map(),
    tickets: new Map(),
    labels: new Map(),
    comments: [],
    reviews: [],
    reviewComments: [],
    checkRuns: [],
    checkSuites: [],
    releases: [],
    requiredChecks: new Map(),
    protectedBranches: new Set(),
    maxTreeEntries: 100_000,
    removed: false,
  };
  world.repositories.push(repository);
  return repository;
}

/** Whether the ticket is a pull request. */
export function isPull(ticket: Ticket): ticket is PullTicket {
  return ticket.pull !== null;
}
