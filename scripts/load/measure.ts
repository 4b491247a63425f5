import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { AppProcess } from "../../test/support/app-process.ts";
import {
  type FakeGitHub,
  type FakeRepository,
  type RecordedRequest,
} from "../../test/support/fake-github.ts";
import type { Delivery } from "../../test/support/fake-github/webhooks.ts";

export interface LoadOptions {
  readonly perSecond: number;
  readonly seconds: number;
  /** Installations with a repository and a pull request each. */
  readonly owners: number;
  /** How many check runs an event leads to. */
  readonly checkRuns: number;
  /** Whether they are completed too. */
  readonly completes: boolean;
}

/** Milliseconds from the event, unless said otherwise. */
export interface LoadResult {
  readonly events: number;
  readonly accepted: number;
  readonly answer: Quantiles;
  readonly queued: Quantiles;
  readonly completed: Quantiles | null;
  readonly requestsPerEvent: number;
  /** Megabytes, after the first and the last tenth of the time, and the most. */
  readonly memory: { readonly early: number; readonly late: number; readonly most: number };
  /**
   * Megabytes of heap that are still in use after collecting: the least of the second and of the last quarter of the
   * time. Null where the process does not tell.
   */
  readonly heap: { readonly early: number; readonly late: number } | null;
}

interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

interface Event {
  sentAt: number;
  answeredAt: number | null;
  readonly queued: number[];
  readonly completed: number[];
}

const helpdesk = readFileSync(new URL("../../examples/helpdesk/connector.rb", import.meta.url), "utf8");

/** Sends pushes to pull requests at an even rate, and watches at the fake GitHub what comes of them. */
export async function measureLoad(
  github: FakeGitHub,
  app: AppProcess,
  options: LoadOptions,
): Promise<LoadResult> {
  const { perSecond, seconds, owners, checkRuns, completes } = options;
  const total = perSecond * seconds;
  github.webhooks.held = true;
  github.webhooks.target = app.webhookUrl;
  const repositories = Array.from({ length: owners }, (_, index) => openRepository(github, `owner-${index}`));
  const events = new Map<string, Event>();
  const countRequests = watch(github, repositories, events);
  const memory: number[] = [];
  const heap: number[] = [];
  const sampling = setInterval(() => {
    memory.push(residentMegabytes(app.pid));
    void heapMegabytes(app.url).then((megabytes) => megabytes !== null && heap.push(megabytes));
  }, 500);

  const started = performance.now();
  const sending: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const { sha, delivery } = push(github, repositories[index % owners] as FakeRepository, index);
    await pause(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
    const event: Event = { sentAt: performance.now(), answeredAt: null, queued: [], completed: [] };
    events.set(sha, event);
    sending.push(
      github.webhooks.send(delivery).then((status) => {
        if (status !== null && status < 300) event.answeredAt = performance.now();
        return undefined;
      }),
    );
  }
  await Promise.all(sending);
  const all = [...events.values()];
  const isDone = ({ queued, completed }: Event) => (completes ? completed : queued).length >= checkRuns;
  // What is slower than this counts with the time it took until now, or not at all.
  for (let waited = 0; waited < 60 && !all.every(isDone); waited++) await pause(500);
  clearInterval(sampling);

  const since = (times: (event: Event) => number | null) =>
    quantiles(all.flatMap((event) => (times(event) === null ? [] : [(times(event) ?? 0) - event.sentAt])));
  const quarter = (index: number) =>
    Math.min(...heap.slice((heap.length * index) / 4, (heap.length * (index + 1)) / 4));
  const tenth = Math.max(1, Math.floor(memory.length / 10));
  return {
    events: total,
    accepted: all.filter(({ answeredAt }) => answeredAt !== null).length,
    answer: since(({ answeredAt }) => answeredAt),
    queued: since(({ queued }) => queued[checkRuns - 1] ?? null),
    completed: completes ? since(({ completed }) => completed[checkRuns - 1] ?? null) : null,
    requestsPerEvent: Math.round((countRequests() / total) * 10) / 10,
    memory: {
      early: memory[tenth] ?? 0,
      late: memory[memory.length - tenth] ?? 0,
      most: Math.max(...memory),
    },
    heap: heap.length < 4 ? null : { early: quarter(1), late: quarter(3) },
  };
}

function openRepository(github: FakeGitHub, owner: string): FakeRepository {
  github.install(owner);
  const repository = github.repository(`${owner}/shop`, { files: { "README.md": "# Shop\n" } });
  repository.commit("change", { "connector.rb": helpdesk }, { from: "main" });
  repository.openPull({ head: "change", base: "main", author: "ann" });
  return repository;
}

function push(github: FakeGitHub, repository: FakeRepository, index: number) {
  const { deliveries } = github.webhooks;
  const before = deliveries.length;
  const sha = repository.commit("change", { "connector.rb": `# edition ${index}\n${helpdesk}` });
  const delivery = deliveries.slice(before).find(({ event }) => event === "pull_request") as Delivery;
  // Nobody asks for them again, and they would fill the memory that is measured beside them.
  deliveries.length = 0;
  return { sha, delivery };
}

/** Notes the time of each check run instead of keeping the requests; gives a function that counts them. */
function watch(
  github: FakeGitHub,
  repositories: readonly FakeRepository[],
  events: ReadonlyMap<string, Event>,
): () => number {
  let count = 0;
  const byOwner = new Map(repositories.map((repository) => [repository.owner, repository]));
  (github.requests as RecordedRequest[]).push = (...requests) => {
    for (const { method, path, body, status } of requests) {
      count++;
      const [, owner = "", id] = /^\/repos\/([^/]+)\/[^/]+\/check-runs(?:\/(\d+))?$/.exec(path) ?? [];
      if (status >= 300) continue;
      const fields = body as { head_sha?: string; status?: string; conclusion?: string } | undefined;
      if (method === "POST") events.get(fields?.head_sha ?? "")?.queued.push(performance.now());
      const isCompletion =
        method === "PATCH" && (fields?.status === "completed" || fields?.conclusion !== undefined);
      const run = isCompletion
        ? byOwner.get(owner)?.state.checkRuns.findLast((candidate) => candidate.id === Number(id))
        : undefined;
      if (run) events.get(run.headSha)?.completed.push(performance.now());
    }
    return count;
  };
  return () => count;
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

/** As Linux tells it. */
function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** As the process tells it in its figures. */
async function heapMegabytes(url: string): Promise<number | null> {
  try {
    const text = await (await fetch(`${url}/metrics`)).text();
    const bytes = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1];
    return bytes === undefined ? null : Math.round(Number(bytes) / 1024 / 1024);
  } catch {
    return null;
  }
}
