import type { Call, Repository } from "./client.ts";

/** GitHub's limits: https://docs.github.com/en/rest/checks/runs */
export const maxAnnotationsPerRequest = 50;
export const maxTextLength = 65_535;

/** A cancelled run says nothing about the commit, and still keeps a required check from passing. */
export type Conclusion = "success" | "failure" | "neutral" | "cancelled";

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Only where the annotation is within one line. */
  readonly columns: { readonly start: number; readonly end: number } | null;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** A button of a check run. */
export interface CheckAction {
  readonly identifier: string;
  /** At most 20 characters. */
  readonly label: string;
  /** At most 40 characters. */
  readonly description: string;
}

/** One of our own check runs as it is. */
export interface ObservedCheckRun {
  readonly id: number;
  readonly name: string;
  readonly externalId: string;
  readonly isCompleted: boolean;
  readonly annotationCount: number;
  /** Seconds since the epoch. */
  readonly startedAt: number;
}

/** The words of a check run. */
export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
}

export interface CheckRunUpdate {
  readonly externalId: string;
  readonly output: CheckOutput;
  /** At most 50; GitHub adds them to those that are there. */
  readonly annotations: readonly Annotation[];
  /** Null leaves the run open. */
  readonly conclusion: Conclusion | null;
  readonly actions: readonly CheckAction[];
}

export interface CheckRunPort {
  /** The app's login, as far as the answers so far tell. */
  ownLogin(): string | null;
  /** The newest of our own runs of each name on a commit. */
  list(sha: string): Promise<readonly ObservedCheckRun[]>;
  create(sha: string, name: string, output: CheckOutput): Promise<{ readonly id: number }>;
  /** Opens a run that says at once what it has to say. */
  createWith(sha: string, name: string, update: CheckRunUpdate): Promise<{ readonly id: number }>;
  update(id: number, update: CheckRunUpdate): Promise<void>;
  /** Notes another external id, and leaves alone what people see. */
  rename(id: number, externalId: string): Promise<void>;
}

export function githubCheckRuns(call: Call, repository: Repository, appId: number): CheckRunPort {
  let login: string | null = null;

  function learn(app: { readonly slug?: string } | null): void {
    if (app?.slug !== undefined) login = `${app.slug}[bot]`;
  }

  return {
    ownLogin: () => login,
    async list(sha) {
      const { data } = await call("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
        ...repository,
        ref: sha,
        app_id: appId,
        per_page: 100,
      });
      const newest = new Map<string, ObservedCheckRun>();
      for (const run of data.check_runs) {
        if (run.app?.id !== appId || (newest.get(run.name)?.id ?? 0) > Number(run.id)) continue;
        learn(run.app);
        newest.set(run.name, {
          id: Number(run.id),
          name: run.name,
          externalId: run.external_id ?? "",
          isCompleted: run.status === "completed",
          annotationCount: run.output.annotations_count,
          startedAt: run.started_at === null ? 0 : Date.parse(run.started_at) / 1000,
        });
      }
      return [...newest.values()];
    },
    async create(sha, name, output) {
      const { data } = await call("POST /repos/{owner}/{repo}/check-runs", {
        ...repository,
        head_sha: sha,
        name,
        status: "queued",
        output: { ...output },
      });
      learn(data.app);
      return { id: Number(data.id) };
    },
    async createWith(sha, name, update) {
      const { data } = await call("POST /repos/{owner}/{repo}/check-runs", {
        ...repository,
        head_sha: sha,
        name,
        ...toBody(update),
      });
      learn(data.app);
      return { id: Number(data.id) };
    },
    async update(id, update) {
      await call("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...repository,
        check_run_id: id,
        ...toBody(update),
      });
    },
    async rename(id, externalId) {
      await call("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...repository,
        check_run_id: id,
        external_id: externalId,
      });
    },
  };
}

function toBody({ externalId, output, annotations, conclusion, actions }: CheckRunUpdate) {
  return {
    external_id: externalId,
    ...(conclusion === null
      ? { status: "in_progress" as const }
      : { status: "completed" as const, conclusion }),
    output: { ...output, annotations: annotations.map(toAnnotation) },
    actions: actions.map((action) => ({ ...action })),
  };
}

function toAnnotation({ path, startLine, endLine, columns, level, title, message }: Annotation) {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(columns && { start_column: columns.start, end_column: columns.end }),
    annotation_level: level,
    title,
    message,
  };
}
