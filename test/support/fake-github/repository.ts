import { Buffer } from "node:buffer";
import { moveRef } from "./branches.ts";
import type { Changes } from "./git.ts";
import { renderCheckRun } from "./render.ts";
import { addComment, addTicket, emitComment, emitTicket } from "./routes-issues.ts";
import { emitPull, openPull } from "./routes-pulls.ts";
import {
  addRepository,
  type CheckRun,
  type Comment,
  type PullTicket,
  type RepositoryState,
  type Ticket,
  type World,
} from "./world.ts";

/** A repository in a test's hands: what people do to it. */
export interface FakeRepository {
  readonly owner: string;
  readonly repo: string;
  readonly state: RepositoryState;
  /** Commits to a branch (made from `from` where it does not exist) as a push of `author`; gives the commit. */
  commit(
    branch: string,
    changes: Changes,
    options?: {
      readonly from?: string;
      readonly author?: string;
      readonly message?: string;
      readonly force?: boolean;
    },
  ): string;
  tag(name: string, sha: string, options?: { readonly annotated?: boolean }): void;
  deleteTag(name: string): void;
  release(tag: string, options?: { readonly draft?: boolean; readonly prerelease?: boolean }): void;
  deleteRelease(tag: string): void;
  /** Gives it another name, or another owner (`owner/name`); the old one leads here until somebody else has it. */
  rename(fullName: string): void;
  openPull(options: {
    readonly head: string;
    readonly base?: string;
    readonly author?: string;
    readonly title?: string;
    readonly body?: string;
    readonly draft?: boolean;
  }): PullTicket;
  /** Tells the webhooks of something that happened to a pull request. */
  pullEvent(pull: PullTicket, action: string, details?: object): void;
  openIssue(author: string, title: string, body: string): Ticket;
  editIssue(ticket: Ticket, author: string, body: string): void;
  setIssueState(ticket: Ticket, author: string, state: Ticket["state"]): void;
  comment(ticket: Ticket, author: string, body: string): Comment;
  editComment(comment: Comment, author: string, body: string): void;
  deleteComment(comment: Comment, author: string): void;
  /** Presses the re-run button of a check run, as GitHub tells it. */
  rerun(run: CheckRun, author: string): void;
  /** Presses one of the check run's own buttons. */
  press(run: CheckRun, identifier: string, author: string): void;
  fork(owner: string): FakeRepository;
  /** The newest check run of a name on a commit. */
  checkRun(sha: string, name: string): CheckRun | undefined;
}

export function toFake(world: World, state: RepositoryState): FakeRepository {
  return {
    get owner() {
      return state.owner.login;
    },
    get repo() {
      return state.name;
    },
    state,
    commit(branch, changes, { from, author = "ann", message = "change", force = false } = {}) {
      const ref = `refs/heads/${branch}`;
      const existing = force ? undefined : state.refs.get(ref);
      const parent =
        existing ?? (from === undefined ? undefined : (state.refs.get(`refs/heads/${from}`) ?? from));
      const tree = parent === undefined ? null : (world.git.commit(parent)?.tree ?? null);
      const sha = world.git.addCommit({
        tree: world.git.change(tree, changes),
        parents: parent === undefined ? [] : [parent],
        message,
        author,
        date: world.now(),
      });
      moveRef(world, state, ref, sha, world.user(author));
      return sha;
    },
    tag(name, sha, { annotated = false } = {}) {
      const ref = `refs/tags/${name}`;
      if (annotated) state.tagObjects.set(ref, world.git.addBlob(Buffer.from(`tag ${name} ${sha}`)));
      else state.tagObjects.delete(ref);
      moveRef(world, state, ref, sha, world.user("ann"));
    },
    deleteTag(name) {
      const ref = `refs/tags/${name}`;
      state.tagObjects.delete(ref);
      moveRef(world, state, ref, null, world.user("ann"));
      world.emit("delete", state, { ref: name, ref_type: "tag" }, world.user("ann"));
    },
    deleteRelease(tag) {
      state.releases = state.releases.filter((release) => release.tag !== tag);
      world.emit("release", state, { action: "deleted", release: { tag_name: tag } }, world.user("ann"));
    },
    rename(fullName) {
      const [owner = "", name = ""] = fullName.split("/");
      const isTransfer = owner.toLowerCase() !== state.owner.login.toLowerCase();
      state.formerNames.push(`${state.owner.login}/${state.name}`.toLowerCase());
      state.owner = world.user(owner, "Organization");
      state.name = name;
      world.emit("repository", state, { action: isTransfer ? "transferred" : "renamed" }, world.user("ann"));
    },
    release(tag, { draft = false, prerelease = false } = {}) {
      const release = {
        id: world.nextId(),
        tag,
        name: tag,
        body: "",
        draft,
        prerelease,
        publishedAt: world.now(),
      };
      state.releases.push(release);
      world.emit(
        "release",
        state,
        { action: "published", release: { id: release.id, tag_name: tag } },
        world.user("ann"),
      );
    },
    openPull({
      head,
      base = state.defaultBranch,
      author = "ann",
      title = "A change",
      body = null,
      draft = false,
    }) {
      return openPull(world, state, world.user(author), { title, body, head, base, draft });
    },
    pullEvent(pull, action, details = {}) {
      emitPull(world, state, pull, pull.author, { ...details, action });
    },
    openIssue(author, title, body) {
      const ticket = addTicket(world, state, world.user(author), title, body);
      emitTicket(world, state, ticket, ticket.author, { action: "opened" });
      return ticket;
    },
    editIssue(ticket, author, body) {
      const changes = { body: { from: ticket.body ?? "" } };
      ticket.body = body;
      ticket.updatedAt = world.now();
      emitTicket(world, state, ticket, world.user(author), { action: "edited", changes });
    },
    setIssueState(ticket, author, wanted) {
      ticket.state = wanted;
      const action = wanted === "open" ? "reopened" : "closed";
      emitTicket(world, state, ticket, world.user(author), { action });
    },
    comment: (ticket, author, body) => addComment(world, state, ticket.number, world.user(author), body),
    editComment(comment, author, body) {
      comment.body = body;
      comment.updatedAt = world.now();
      emitComment(world, state, "edited", comment, world.user(author));
    },
    deleteComment(comment, author) {
      state.comments = state.comments.filter((other) => other !== comment);
      emitComment(world, state, "deleted", comment, world.user(author));
    },
    rerun(run, author) {
      const suite = state.checkSuites.find(({ id }) => id === run.suite);
      if (suite) Object.assign(suite, { status: "queued", conclusion: null });
      world.emit(
        "check_run",
        state,
        { action: "rerequested", check_run: renderCheckRun(world, run) },
        world.user(author),
      );
    },
    press(run, identifier, author) {
      const payload = {
        action: "requested_action",
        requested_action: { identifier },
        check_run: renderCheckRun(world, run),
      };
      world.emit("check_run", state, payload, world.user(author));
    },
    fork(owner) {
      return toFake(
        world,
        addRepository(world, owner, state.name, { parent: state, defaultBranch: state.defaultBranch }),
      );
    },
    checkRun: (sha, name) => state.checkRuns.findLast((run) => run.headSha === sha && run.name === name),
  };
}
