import { Buffer } from "node:buffer";
import type { operations } from "@octokit/openapi-types";
import { diffTrees } from "./diff.ts";
import { notFound, ok, page, Refusal, route, unprocessable, type ApiRequest, type Route } from "./http.ts";
import { renderCommit, renderDiff, renderFile, renderPull, renderUser, wrapBase64 } from "./render.ts";
import { moveRef } from "./branches.ts";
import { isPull, type RepositoryState, type World } from "./world.ts";

type Json<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** A branch, tag, full ref or commit of a repository to its commit. */
export function resolve(world: World, repository: RepositoryState, name: string): string | null {
  const short = name.replace(/^refs\//, "");
  for (const ref of [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${short}`]) {
    const sha = repository.refs.get(ref);
    if (sha !== undefined) return sha;
  }
  const pull = /^pull\/(\d+)\/head$/.exec(short)?.[1];
  if (pull !== undefined) return repository.tickets.get(Number(pull))?.pull?.head.sha ?? null;
  return world.git.commit(name) ? name : null;
}

function treeAt({ world, repository }: ApiRequest, name: string): string {
  const sha = resolve(world, repository, name);
  const tree = sha === null ? undefined : world.git.commit(sha)?.tree;
  if (tree === undefined) throw new Refusal(404, `No commit found for the ref ${name}`);
  return tree;
}

function getContents(request: ApiRequest) {
  const { world, repository, query, params } = request;
  const path = params["path"] ?? "";
  const files = world.git.files(treeAt(request, query.get("ref") ?? repository.defaultBranch));
  const entry = files.get(path);
  if (entry?.mode === "120000") {
    // A link to a file of the repository is followed; any other is described.
    const target = Buffer.from(world.git.blob(entry.sha) ?? []).toString();
    const linked = files.get(target);
    if (linked) return ok(renderFile(path, linked.sha, world.git.blob(linked.sha) ?? new Uint8Array()));
    return ok({ type: "symlink", target, path, sha: entry.sha, name: path, size: target.length });
  }
  if (entry) return ok(renderFile(path, entry.sha, world.git.blob(entry.sha) ?? new Uint8Array()));
  const inside = [...files].filter(([name]) => path === "" || name.startsWith(`${path}/`));
  if (inside.length === 0) throw notFound();
  const from = path === "" ? 0 : path.length + 1;
  const children = new Map(
    inside.map(([name, { sha }]) => {
      const rest = name.slice(from);
      const folder = rest.includes("/");
      const child = folder ? rest.slice(0, rest.indexOf("/")) : rest;
      return [
        child,
        { type: folder ? "dir" : "file", name: child, path: name.slice(0, from) + child, sha },
      ] as const;
    }),
  );
  return ok([...children.values()]);
}

function putContents(request: ApiRequest) {
  const { world, repository, actor, params } = request;
  const body = request.body as Json<"repos/create-or-update-file-contents">;
  const path = params["path"] ?? "";
  const branch = body.branch ?? repository.defaultBranch;
  const ref = `refs/heads/${branch}`;
  const parent = repository.refs.get(ref);
  if (parent === undefined) throw new Refusal(404, `Branch ${branch} not found`);
  const tree = world.git.commit(parent)?.tree ?? "";
  const existing = world.git.files(tree).get(path);
  if (existing && body.sha === undefined) throw unprocessable(`"sha" wasn't supplied.`);
  if ((existing?.sha ?? body.sha) !== body.sha) {
    throw new Refusal(409, `${path} does not match ${body.sha ?? ""}`);
  }
  const bytes = Buffer.from(body.content, "base64");
  const sha = world.git.addCommit({
    tree: world.git.change(tree, { [path]: bytes }),
    parents: [parent],
    message: body.message,
    author: body.author?.name ?? actor.user?.login ?? "ghost",
    date: world.now(),
  });
  moveRef(world, repository, ref, sha, actor.user);
  const blob = world.git.addBlob(bytes);
  return ok(
    { content: renderFile(path, blob, bytes), commit: renderCommit(world, sha) },
    existing ? 200 : 201,
  );
}

function getTree(request: ApiRequest) {
  const { world, repository, query, params } = request;
  const name = params["sha"] ?? "";
  const sha = world.git.tree(name) ? name : treeAt(request, name);
  const recursive = query.has("recursive");
  const tree: object[] = [];
  let truncated = false;
  function list(treeSha: string, prefix: string): void {
    for (const entry of world.git.tree(treeSha) ?? []) {
      if (recursive && tree.length >= repository.maxTreeEntries) {
        truncated = true;
        return;
      }
      const folder = entry.mode === "040000";
      const type = folder ? "tree" : entry.mode === "160000" ? "commit" : "blob";
      const size = world.git.blob(entry.sha)?.length;
      tree.push({
        path: prefix + entry.name,
        mode: entry.mode,
        type,
        sha: entry.sha,
        ...(!folder && { size }),
      });
      if (folder && recursive) list(entry.sha, `${prefix}${entry.name}/`);
    }
  }
  list(sha, "");
  return ok({ sha, tree, truncated });
}

function postTree(request: ApiRequest) {
  const { world } = request;
  const body = request.body as Json<"git/create-tree">;
  if (body.base_tree !== undefined && !world.git.tree(body.base_tree))
    throw unprocessable("base_tree is not a tree");
  const files = body.base_tree === undefined ? new Map() : world.git.files(body.base_tree);
  for (const { path = "", mode = "100644", sha, content } of body.tree) {
    if (path.startsWith("/") || path.split("/").includes(".."))
      throw unprocessable("tree.path contains a malformed path component");
    if (content !== undefined) files.set(path, { mode, sha: world.git.addBlob(Buffer.from(content)) });
    else if (sha === null) files.delete(path);
    else if (sha !== undefined && world.git.blob(sha)) files.set(path, { mode, sha });
    else throw unprocessable("tree.sha is not a valid blob");
  }
  const sha = world.git.treeOf(files);
  return ok({ sha, tree: [], truncated: false }, 201);
}

function postCommit(request: ApiRequest) {
  const { world, actor } = request;
  const body = request.body as Json<"git/create-commit">;
  if (!world.git.tree(body.tree)) throw unprocessable("Tree SHA does not exist");
  const parents = body.parents ?? [];
  if (parents.some((parent) => !world.git.commit(parent))) throw unprocessable("Parent SHA does not exist");
  const author = body.author?.name ?? actor.user?.login ?? "ghost";
  const sha = world.git.addCommit({
    tree: body.tree,
    parents,
    message: body.message,
    author,
    date: body.author?.date ?? world.now(),
  });
  return ok(
    {
      sha,
      message: body.message,
      tree: { sha: body.tree },
      parents: parents.map((parent) => ({ sha: parent })),
    },
    201,
  );
}

function renderRef(ref: string, sha: string) {
  return { ref, object: { type: "commit", sha } };
}

function getRef({ repository, params }: ApiRequest) {
  const ref = `refs/${params["ref"] ?? ""}`;
  const sha = repository.refs.get(ref);
  if (sha === undefined) throw notFound();
  const tag = repository.tagObjects.get(ref);
  return ok(tag === undefined ? renderRef(ref, sha) : { ref, object: { type: "tag", sha: tag } });
}

function getTag({ repository, params }: ApiRequest) {
  const found = [...repository.tagObjects].find(([, tag]) => tag === params["sha"]);
  if (!found) throw notFound();
  const [ref, tag] = found;
  return ok({
    sha: tag,
    tag: ref.replace("refs/tags/", ""),
    object: { type: "commit", sha: repository.refs.get(ref) },
  });
}

/** Moves a fork's branch to where the parent's is; a branch with commits of its own conflicts. */
function mergeUpstream({ world, repository, actor, body }: ApiRequest) {
  const { branch } = body as Json<"repos/merge-upstream">;
  const ref = `refs/heads/${branch}`;
  const [own, upstream] = [repository.refs.get(ref), repository.parent?.refs.get(ref)];
  if (own === undefined || upstream === undefined) throw new Refusal(422, "The branch could not be synced");
  if (!world.git.isAncestor(own, upstream)) throw new Refusal(409, "There are merge conflicts");
  moveRef(world, repository, ref, upstream, actor.user);
  return ok({ merge_type: "fast-forward", base_branch: branch, message: "Successfully fetched" });
}

function postRef({ world, repository, actor, body }: ApiRequest) {
  const { ref, sha } = body as Json<"git/create-ref">;
  if (!/^refs\/(heads|tags)\/[^\s~^:?*[\\]+$/.test(ref))
    throw new Refusal(422, "Reference name is not valid");
  if (repository.refs.has(ref)) throw new Refusal(422, "Reference already exists");
  if (!world.git.commit(sha)) throw new Refusal(422, "Object does not exist");
  moveRef(world, repository, ref, sha, actor.user);
  return ok(renderRef(ref, sha), 201);
}

function patchRef({ world, repository, actor, params, body }: ApiRequest) {
  const { sha, force } = body as Json<"git/update-ref">;
  const ref = `refs/${params["ref"] ?? ""}`;
  const current = repository.refs.get(ref);
  if (current === undefined) throw new Refusal(422, "Reference does not exist");
  if (!world.git.commit(sha)) throw new Refusal(422, "Object does not exist");
  if (actor.kind === "installation" && repository.protectedBranches.has(ref.replace("refs/heads/", "")))
    throw new Refusal(422, "Repository rule violations found: changes must be made through a pull request");
  if (!force && !world.git.isAncestor(current, sha)) throw new Refusal(422, "Update is not a fast forward");
  moveRef(world, repository, ref, sha, actor.user);
  return ok(renderRef(ref, sha));
}

function compare(request: ApiRequest) {
  const { world, repository, params } = request;
  const [base = "", head = ""] = (params["basehead"] ?? "").split("...");
  const [from, to] = [resolve(world, repository, base), resolve(world, repository, head)];
  if (from === null || to === null) throw notFound();
  const mergeBase = world.git.mergeBase(from, to);
  if (mergeBase === null) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
  const ahead = world.git.between(from, to);
  const behind = world.git.between(to, from);
  const files = diffTrees(
    world.git,
    world.git.commit(mergeBase)?.tree ?? "",
    world.git.commit(to)?.tree ?? "",
  );
  const status =
    behind.length === 0
      ? ahead.length === 0
        ? "identical"
        : "ahead"
      : ahead.length === 0
        ? "behind"
        : "diverged";
  return ok({
    status,
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    base_commit: renderCommit(world, from),
    merge_base_commit: renderCommit(world, mergeBase),
    commits: ahead.map((sha) => renderCommit(world, sha)),
    files: files.slice(0, 300).map(renderDiff),
  });
}

function commitPulls(request: ApiRequest) {
  const { world, repository, params } = request;
  const sha = params["sha"] ?? "";
  const pulls = [...repository.tickets.values()].filter(isPull);
  return page(
    request,
    pulls
      .filter(({ pull }) => world.git.isAncestor(sha, pull.head.sha))
      .map((ticket) => renderPull(repository, ticket)),
  );
}

export const gitRoutes: readonly Route[] = [
  route("GET /repos/{owner}/{repo}/contents", "contents:read", getContents),
  route("GET /repos/{owner}/{repo}/contents/{path+}", "contents:read", getContents),
  route("PUT /repos/{owner}/{repo}/contents/{path+}", "contents:write", putContents),
  route("GET /repos/{owner}/{repo}/git/trees/{sha+}", "contents:read", getTree),
  route("POST /repos/{owner}/{repo}/git/trees", "contents:write", postTree),
  route("GET /repos/{owner}/{repo}/git/blobs/{sha}", "contents:read", ({ world, params }) => {
    const bytes = world.git.blob(params["sha"] ?? "");
    if (!bytes) throw notFound();
    return ok({ sha: params["sha"], size: bytes.length, encoding: "base64", content: wrapBase64(bytes) });
  }),
  route("POST /repos/{owner}/{repo}/git/blobs", "contents:write", ({ world, body }) => {
    const { content, encoding } = body as Json<"git/create-blob">;
    return ok(
      { sha: world.git.addBlob(Buffer.from(content, encoding === "base64" ? "base64" : "utf8")) },
      201,
    );
  }),
  route("GET /repos/{owner}/{repo}/git/commits/{sha}", "contents:read", ({ world, params }) => {
    const sha = params["sha"] ?? "";
    const commit = world.git.commit(sha);
    if (!commit) throw notFound();
    const parents = commit.parents.map((parent) => ({ sha: parent }));
    return ok({ sha, message: commit.message, tree: { sha: commit.tree }, parents });
  }),
  route("POST /repos/{owner}/{repo}/git/commits", "contents:write", postCommit),
  route("GET /repos/{owner}/{repo}/git/ref/{ref+}", "contents:read", getRef),
  route("GET /repos/{owner}/{repo}/git/matching-refs/{ref+}", "contents:read", (request) => {
    const refs = [...request.repository.refs].filter(([ref]) =>
      ref.startsWith(`refs/${request.params["ref"] ?? ""}`),
    );
    return page(
      request,
      refs.map(([ref, sha]) => renderRef(ref, sha)),
    );
  }),
  route("GET /repos/{owner}/{repo}/git/tags/{sha}", "contents:read", getTag),
  route("POST /repos/{owner}/{repo}/merge-upstream", "contents:write", mergeUpstream),
  route("POST /repos/{owner}/{repo}/git/refs", "contents:write", postRef),
  route("PATCH /repos/{owner}/{repo}/git/refs/{ref+}", "contents:write", patchRef),
  route(
    "DELETE /repos/{owner}/{repo}/git/refs/{ref+}",
    "contents:write",
    ({ world, repository, actor, params }) => {
      const ref = `refs/${params["ref"] ?? ""}`;
      if (!repository.refs.has(ref)) throw new Refusal(422, "Reference does not exist");
      moveRef(world, repository, ref, null, actor.user);
      return { status: 204 };
    },
  ),
  route("GET /repos/{owner}/{repo}/rules/branches/{branch+}", "metadata:read", (request) => {
    const checks = request.repository.requiredChecks.get(request.params["branch"] ?? "");
    const required = checks?.map(({ name, appId }) => ({
      context: name,
      ...(appId !== null && { integration_id: appId }),
    }));
    return page(
      request,
      required ? [{ type: "required_status_checks", parameters: { required_status_checks: required } }] : [],
    );
  }),
  route("GET /repos/{owner}/{repo}/branches", "contents:read", (request) => {
    const branches = [...request.repository.refs].filter(([ref]) => ref.startsWith("refs/heads/"));
    return page(
      request,
      branches.map(([ref, sha]) => ({ name: ref.slice("refs/heads/".length), commit: { sha } })),
    );
  }),
  route("GET /repos/{owner}/{repo}/branches/{branch+}", "contents:read", ({ world, repository, params }) => {
    const sha = repository.refs.get(`refs/heads/${params["branch"] ?? ""}`);
    if (sha === undefined) throw new Refusal(404, "Branch not found");
    return ok({ name: params["branch"], commit: renderCommit(world, sha), protected: false });
  }),
  route("GET /repos/{owner}/{repo}/commits/{sha}/pulls", "pull_requests:read", commitPulls),
  route("GET /repos/{owner}/{repo}/commits/{ref+}", "contents:read", ({ world, repository, params }) => {
    const name = params["ref"] ?? "";
    const sha = resolve(world, repository, name);
    if (sha === null) throw new Refusal(422, `No commit found for SHA: ${name}`);
    return ok({
      ...renderCommit(world, sha),
      author: renderUser(world.user(world.git.commit(sha)?.author ?? "ghost")),
    });
  }),
  route("GET /repos/{owner}/{repo}/compare/{basehead+}", "contents:read", compare),
  route("GET /repos/{owner}/{repo}/activity", "contents:read", (request) => {
    const ref = request.query.get("ref");
    const pushes = request.repository.pushes.filter((push) => ref === null || push.ref === ref);
    return page(
      request,
      pushes.toReversed().map(({ actor, ...push }) => ({ ...push, actor: renderUser(actor) })),
    );
  }),
];
