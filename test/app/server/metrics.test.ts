import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createMetrics } from "../../../app/server/metrics.ts";

async function textOf(metrics: ReturnType<typeof createMetrics>): Promise<string> {
  let text = "";
  const response = { writeHead: () => response, end: (body: string) => (text = body) };
  await metrics.handler({} as IncomingMessage, response as unknown as ServerResponse);
  return text;
}

test("counts deliveries, runs, requests and what the queue holds", async () => {
  const metrics = createMetrics({ stats: async () => ({ waiting: 4, running: 2, dead: 1 }) });
  metrics.onAnswer({ status: 202, eventName: "pull_request" });
  metrics.onRun({
    subject: "pr:1:acme/shop#1",
    kind: "pull-request",
    installation: 1,
    outcome: "done",
    failures: 0,
    waitedMs: 20,
    durationMs: 300,
    reads: 6,
    writes: 4,
  });

  const text = await textOf(metrics);

  expect(text).toContain('connector_gate_deliveries_total{event="pull_request",status="202"} 1');
  expect(text).toContain('connector_gate_runs_total{kind="pull-request",outcome="done"} 1');
  expect(text).toContain('connector_gate_github_requests_total{access="read"} 6');
  expect(text).toContain('connector_gate_queue_subjects{state="dead"} 1');
  expect(text).toContain('connector_gate_wait_seconds_bucket{le="0.05"} 1');
  expect(text).not.toContain("acme");
});

test("lets no sender invent labels", async () => {
  const metrics = createMetrics({ stats: async () => ({ waiting: 0, running: 0, dead: 0 }) });
  metrics.onAnswer({ status: 200, eventName: "invented_by_somebody" });
  metrics.onAnswer({ status: 401, eventName: null });

  const text = await textOf(metrics);

  expect(text).not.toContain("invented_by_somebody");
  expect(text).toContain('connector_gate_deliveries_total{event="other",status="401"} 1');
});
