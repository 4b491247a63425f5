import type { operations } from "@octokit/openapi-types";
import { openSuite } from "./branches.ts";
import { notFound, ok, page, Refusal, route, unprocessable, type ApiRequest, type Route } from "./http.ts";
import { renderCheckRun, renderCheckSuite } from "./render.ts";
import { resolve } from "./routes-git.ts";
import type { Annotation, CheckRun, RepositoryState, World } from "./world.ts";

type Output = NonNullable<
  operations["checks/create"]["requestBody"]["content"]["application/json"]["output"]
>;

/** What creating and updating have in common. */
interface RunBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly status?: CheckRun["status"];
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: Output;
  readonly actions?: CheckRun["actions"];
}

const maxText = 65_535;
const maxAnnotations = 50;
const maxAnnotationMessage = 64 * 1024;

/** GitHub's own limits, so that an adapter that breaks them fails its tests. */
function validate({ output, actions = [], status, conclusion }: RunBody): void {
  if (status === "completed" && conclusion === undefined)
    throw unprocessable("conclusion is required when status is completed");
  if (actions.length > 3) throw unprocessable("actions has more than 3 items");
  for (const { label, description, identifier } of actions) {
    if (label.length > 20 || description.length > 40 || identifier.length > 20)
      throw unprocessable("an action is too long");
  }
  if (!output) return;
  if (!output.summary) throw unprocessable("output.summary is required");
  for (const text of [output.summary, output.text ?? ""]) {
    if (text.length > maxText) throw unprocessable(`Only ${maxText} characters are allowed`);
  }
  const annotations = output.annotations ?? [];
  if (annotations.length > maxAnnotations) throw unprocessable(`No more than ${maxAnnotations} annotations`);
  for (const note of annotations) {
    if (!["notice", "warning", "failure"].includes(note.annotation_level))
      throw unprocessable("annotation_level is invalid");
    if (note.message.length > maxAnnotationMessage) throw unprocessable("annotation message is too long");
    if ((note.title ?? "").length > 255) throw unprocessable("annotation title is too long");
    if (note.start_line < 1 || note.end_line < note.start_line)
      throw unprocessable("annotation lines are invalid");
    const columns = note.start_column !== undefined || note.end_column !== undefined;
    if (columns && note.start_line !== note.end_line)
      throw unprocessable("columns need start_line and end_line to be equal");
  }
}

function update(world: World, repository: RepositoryState, run: CheckRun, body: RunBody): void {
  if (body.name !== undefined) run.name = body.name;
  if (body.external_id !== undefined) run.externalId = body.external_id;
  if (body.details_url !== undefined) run.detailsUrl = body.details_url;
  if (body.conclusion !== undefined) {
    run.conclusion = body.conclusion;
    run.completedAt = body.completed_at ?? world.now();
  }
  run.status = body.conclusion === undefined ? (body.status ?? run.status) : "completed";
  if (run.status !== "completed") {
    run.conclusion = null;
    run.completedAt = null;
  }
  if (body.actions) run.actions = body.actions;
  if (body.output) {
    run.title = body.output.title ?? run.title;
    run.summary = body.output.summary;
    run.text = body.output.text ?? run.text;
    // New annotations are added to those before; nothing ever takes one away.
    run.annotations.push(...((body.output.annotations ?? []) as Annotation[]));
  }
  settleSuite(repository, run.suite);
}

function latestRuns(runs: readonly CheckRun[]): CheckRun[] {
  const latest = new Map<string, CheckRun>();
  for (const run of runs) latest.set(run.name, run);
  return [...latest.values()];
}

function settleSuite(repository: RepositoryState, id: number): void {
  const suite = repository.checkSuites.find((candidate) => candidate.id === id);
  if (!suite) return;
  const runs = latestRuns(repository.checkRuns.filter((run) => run.suite === id));
  const done = runs.every(({ status }) => status === "completed");
  suite.status = done
    ? "completed"
    : runs.some(({ status }) => status === "in_progress")
      ? "in_progress"
      : "queued";
  suite.conclusion = done
    ? runs.some(({ conclusion }) => conclusion === "failure")
      ? "failure"
      : "success"
    : null;
}

function create(request: ApiRequest) {
  const { world, repository, actor } = request;
  const body = request.body as RunBody;
  if (actor.kind !== "installation") throw new Refusal(403, "You must authenticate via a GitHub App.");
  const headSha = body.head_sha ?? "";
  if (!world.git.commit(headSha)) throw unprocessable(`No commit found for SHA: ${headSha}`);
  validate(body);
  openSuite(world, repository, headSha, null, actor.user);
  const suite = repository.checkSuites.find((candidate) => candidate.headSha === headSha);
  const run: CheckRun = {
    id: world.nextId(),
    suite: suite?.id ?? 0,
    headSha,
    name: body.name ?? "",
    externalId: null,
    detailsUrl: null,
    status: "queued",
    conclusion: null,
    startedAt: body.started_at ?? world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
  };
  repository.checkRuns.push(run);
  update(world, repository, run, body);
  world.emit(
    "check_run",
    repository,
    { action: "created", check_run: renderCheckRun(world, run) },
    actor.user,
  );
  return ok(renderCheckRun(world, run), 201);
}

function find({ repository, params }: ApiRequest): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(params["id"]));
  if (!run) throw notFound();
  return run;
}

function patch(request: ApiRequest) {
  const { world, repository, actor } = request;
  const run = find(request);
  const body = request.body as RunBody;
  validate(body);
  const wasDone = run.status === "completed";
  update(world, repository, run, body);
  if (!wasDone && run.status === "completed" && actor.user) {
    world.emit(
      "check_run",
      repository,
      { action: "completed", check_run: renderCheckRun(world, run) },
      actor.user,
    );
  }
  return ok(renderCheckRun(world, run));
}

function listRuns(request: ApiRequest) {
  const { world, repository, params, query } = request;
  const sha = resolve(world, repository, params["ref"] ?? "");
  if (sha === null) throw unprocessable(`No commit found for SHA: ${params["ref"] ?? ""}`);
  const name = query.get("check_name");
  const appId = query.get("app_id");
  const all = repository.checkRuns.filter(
    (run) => run.headSha === sha && (name === null || run.name === name),
  );
  const runs = query.get("filter") === "all" ? all : latestRuns(all);
  const ours = appId === null || Number(appId) === world.app.id ? runs : [];
  const newestFirst = ours.toReversed().map((run) => renderCheckRun(world, run));
  return page(request, newestFirst, (slice) => ({ total_count: ours.length, check_runs: slice }));
}

export const checkRoutes: readonly Route[] = [
  route("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", "checks:read", listRuns),
  route("GET /repos/{owner}/{repo}/commits/{ref}/check-suites", "checks:read", (request) => {
    const suites = request.repository.checkSuites.filter(({ headSha }) => headSha === request.params["ref"]);
    return page(
      request,
      suites.map((suite) => renderCheckSuite(request.world, suite)),
      (slice) => ({ total_count: suites.length, check_suites: slice }),
    );
  }),
  route("POST /repos/{owner}/{repo}/check-runs", "checks:write", create),
  route("GET /repos/{owner}/{repo}/check-runs/{id}", "checks:read", (request) =>
    ok(renderCheckRun(request.world, find(request))),
  ),
  route("PATCH /repos/{owner}/{repo}/check-runs/{id}", "checks:write", patch),
  route("GET /repos/{owner}/{repo}/check-runs/{id}/annotations", "checks:read", (request) =>
    page(request, find(request).annotations),
  ),
];
