import { renderPull } from "./render.ts";
import { isPull, type RepositoryState, type User, type World } from "./world.ts";

const nothing = "0".repeat(40);

/**
 * Moves, makes or (null) deletes a ref, as a push does: pull requests from it follow, check suites are opened, and
 * the webhooks hear of it.
 */
export function moveRef(
  world: World,
  repository: RepositoryState,
  ref: string,
  sha: string | null,
  pusher: User | null,
): void {
  const before = repository.refs.get(ref) ?? nothing;
  const sender = pusher ?? world.user("ghost");
  if (sha === null) repository.refs.delete(ref);
  else repository.refs.set(ref, sha);
  repository.pushes.push({ ref, before, after: sha ?? nothing, actor: sender });
  world.emit(
    "push",
    repository,
    { ref, before, after: sha ?? nothing, deleted: sha === null, commits: changed(world, before, sha) },
    sender,
  );
  const branch = ref.replace(/^refs\/heads\//, "");
  if (branch === ref) return;
  for (const target of world.repositories) {
    for (const ticket of target.tickets.values()) {
      if (!isPull(ticket) || ticket.state !== "open") continue;
      const { head, base } = ticket.pull;
      if (sha !== null && target === repository && base.ref === branch) base.sha = sha;
      if (head.repository !== repository || head.ref !== branch) continue;
      if (sha === null) {
        ticket.state = "closed";
        world.emit(
          "pull_request",
          target,
          { action: "closed", number: ticket.number, pull_request: renderPull(target, ticket) },
          sender,
        );
        continue;
      }
      head.sha = sha;
      ticket.updatedAt = world.now();
      openSuite(world, target, sha, target === repository ? branch : null, sender);
      const payload = { action: "synchronize", number: ticket.number, before, after: sha };
      world.emit("pull_request", target, { ...payload, pull_request: renderPull(target, ticket) }, sender);
    }
  }
}

/** The files of a push, as far as the commits of its payload tell. */
function changed(world: World, before: string, after: string | null): object[] {
  const old = world.git.files(world.git.commit(before)?.tree ?? "");
  const now = world.git.files(after === null ? "" : (world.git.commit(after)?.tree ?? ""));
  const added = [...now.keys()].filter((path) => !old.has(path));
  const removed = [...old.keys()].filter((path) => !now.has(path));
  const modified = [...now]
    .filter(([path, { sha }]) => old.has(path) && old.get(path)?.sha !== sha)
    .map(([path]) => path);
  return after === null ? [] : [{ id: after, added, removed, modified }];
}

/** GitHub opens a check suite for every app that may write checks, for each new head. */
export function openSuite(
  world: World,
  repository: RepositoryState,
  sha: string,
  branch: string | null,
  sender: User,
): void {
  if (repository.checkSuites.some((suite) => suite.headSha === sha)) return;
  const suite = {
    id: world.nextId(),
    headSha: sha,
    headBranch: branch,
    updatedAt: world.now(),
    status: "queued" as const,
    conclusion: null,
  };
  repository.checkSuites.push(suite);
  const payload = {
    id: suite.id,
    head_sha: sha,
    head_branch: branch,
    status: "queued",
    app: { id: world.app.id },
  };
  world.emit(
    "check_suite",
    repository,
    { action: "requested", check_suite: { ...payload, pull_requests: [] } },
    sender,
  );
}
