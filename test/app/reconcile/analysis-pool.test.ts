import { readFile } from "node:fs/promises";
import { afterEach, beforeAll, expect, test } from "vitest";
import { loadChecker } from "../../../app/checks.ts";
import { type AnalysisPool, createAnalysisPool } from "../../../app/reconcile/analysis-pool.ts";
import type { ConnectorProject } from "../../../checks/project.ts";

const hungry = new URL("../../support/hungry-thread.ts", import.meta.url);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
let pool: AnalysisPool;
let helpdesk: Uint8Array;

beforeAll(async () => {
  helpdesk = await readFile(new URL("../../../examples/helpdesk/connector.rb", import.meta.url));
});

afterEach(() => pool.close());

function projectOf(source: Uint8Array | string): ConnectorProject {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  return { path: "shop", file: "shop/connector.rb", source: bytes, files: null };
}

function createHungryPool(limits = { timeMs: 60_000, memoryMb: 64 }): AnalysisPool {
  pool = createAnalysisPool({ threads: 1, limits, file: hungry, log: silent });
  return pool;
}

test("finds in a thread what the checks find outside of one", async () => {
  pool = createAnalysisPool({ threads: 1, log: silent });
  const checker = await loadChecker();
  const expected = checker.check(projectOf(helpdesk), { failOn: "error" });

  const result = await pool.check(projectOf(helpdesk), { failOn: "error" });

  expect(result.report).toEqual(expected.report);
  expect(result.findings).toEqual(expected.findings);
  expect([...result.sources.keys()]).toEqual([...expected.sources.keys()]);
  expect(result.sources.get("shop/connector.rb")?.line(1)).toBe(
    expected.sources.get("shop/connector.rb")?.line(1),
  );
  expect(await pool.isConnector(helpdesk)).toBe(true);
  expect(await pool.inspect(projectOf(helpdesk))).toEqual(checker.inspect("shop/connector.rb", helpdesk));
});

test.each([
  ["time", { timeMs: 50, memoryMb: 64 }, "0.05 seconds"],
  ["memory", { timeMs: 60_000, memoryMb: 32 }, "32 MB of memory"],
])("turns a connector that uses up its %s into a finding, and lives on", async (what, limits, limit) => {
  createHungryPool(limits);

  const { report } = await pool.check(projectOf(what), { failOn: "error" });

  expect(report).toMatchObject({
    file: "shop/connector.rb",
    title: null,
    verdict: "fail",
    counts: { error: 1 },
  });
  expect(report.findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    [
      "analysis-limit",
      `The analysis of this connector needed more than ${limit} and was stopped, so nothing else is known of it.`,
    ],
  ]);
  expect(await pool.isConnector(new TextEncoder().encode("connector"))).toBe(true);
});

test("does not take a file for a connector that it could not read within the limits", async () => {
  createHungryPool({ timeMs: 50, memoryMb: 64 });

  expect(await pool.isConnector(new TextEncoder().encode("time"))).toBe(false);
});

test("passes a defect on, and works on with another thread", async () => {
  createHungryPool();
  const failing = pool.isConnector(new TextEncoder().encode("defect"));
  const next = pool.isConnector(new TextEncoder().encode("connector"));

  await expect(failing).rejects.toThrow("undefined is not a function");
  expect(await next).toBe(true);
});

test("answers many questions with few threads", async () => {
  createHungryPool();
  const sources = ["connector", "none", "connector", "none"].map((text) => new TextEncoder().encode(text));

  expect(await Promise.all(sources.map((source) => pool.isConnector(source)))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("says at once that a thread cannot start", async () => {
  pool = createAnalysisPool({ threads: 1, file: new URL("./missing.ts", import.meta.url), log: silent });

  await expect(pool.warmUp()).rejects.toThrow(/missing\.ts/);
});
