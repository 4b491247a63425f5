import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { SubjectQueue } from "../queue/subject-queue.ts";
import type { Run } from "../reconcile/run.ts";
import type { Handler } from "./receiver.ts";

/** What an operator watches, in the text format of Prometheus. No label holds a name of a repository or a person. */
export interface Metrics {
  readonly onAnswer: (answer: { readonly status: number; readonly eventName: string | null }) => void;
  readonly onRun: (run: Run) => void;
  readonly onSweep: (sweep: {
    readonly kind: string;
    readonly requests: number;
    readonly found: number;
  }) => void;
  readonly handler: Handler;
}

/** Events that the app listens to; the names of all others are for the sender to choose, so they are not labels. */
const knownEvents = new Set([
  "check_run",
  "check_suite",
  "installation",
  "installation_repositories",
  "issue_comment",
  "merge_group",
  "ping",
  "pull_request",
  "pull_request_review",
  "push",
]);

const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export function createMetrics(queue: Pick<SubjectQueue, "stats">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: "connector_gate_deliveries_total",
    help: "Webhook deliveries by event and by the status of the answer.",
    labelNames: ["event", "status"],
    registers,
  });
  const runs = new Counter({
    name: "connector_gate_runs_total",
    help: "Looks at subjects by kind and outcome.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const waits = new Histogram({
    name: "connector_gate_wait_seconds",
    help: "From the first hint about a subject to the start of its run.",
    buckets: seconds,
    registers,
  });
  const durations = new Histogram({
    name: "connector_gate_run_seconds",
    help: "How long runs took.",
    labelNames: ["kind"],
    buckets: seconds,
    registers,
  });
  const requests = new Counter({
    name: "connector_gate_github_requests_total",
    help: "Requests to GitHub that runs and sweeps made, by whether they only read.",
    labelNames: ["access"],
    registers,
  });
  const sweeps = new Counter({
    name: "connector_gate_sweep_found_total",
    help: "What sweeps found: deliveries asked for again, and repositories to read again.",
    labelNames: ["kind"],
    registers,
  });
  const size = new Gauge({
    name: "connector_gate_queue_subjects",
    help: "Subjects in the queue: waiting, running, and dead (given up until re-queued).",
    labelNames: ["state"],
    registers,
    async collect() {
      // The other figures are the more needed when the queue does not answer.
      const stats = await queue.stats().catch(() => null);
      if (stats === null) return this.reset();
      this.set({ state: "waiting" }, stats.waiting);
      this.set({ state: "running" }, stats.running);
      this.set({ state: "dead" }, stats.dead);
    },
  });
  registry.registerMetric(size);

  return {
    onAnswer({ status, eventName }) {
      const event = eventName !== null && knownEvents.has(eventName) ? eventName : "other";
      deliveries.inc({ event, status });
    },
    onRun({ kind, outcome, waitedMs, durationMs, reads = 0, writes = 0, failures }) {
      runs.inc({ kind, outcome });
      if (failures === 0) waits.observe(waitedMs / 1000);
      durations.observe({ kind }, durationMs / 1000);
      requests.inc({ access: "read" }, reads);
      requests.inc({ access: "write" }, writes);
    },
    onSweep({ kind, requests: made, found }) {
      requests.inc({ access: "read" }, made);
      sweeps.inc({ kind }, found);
    },
    handler: async (_request, response) => {
      const text = await registry.metrics();
      response.writeHead(200, { "content-type": registry.contentType });
      response.end(text);
    },
  };
}
