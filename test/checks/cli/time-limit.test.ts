import { describe, expect, test } from "vitest";
import { createBoundedCheck } from "../../../checks/cli/bounded-checker.ts";
import { withinTime } from "../../../checks/cli/time-limit.ts";
import { createTestChecker, projectOf } from "../../support/checker.ts";

function forever(): never {
  for (;;) {
    // Work without end.
  }
}

describe("withinTime", () => {
  test("gives the result of work that is done in time", () => {
    expect(withinTime(1000, () => 42)).toEqual({ ok: true, value: 42 });
  });

  test("stops work that goes on, whatever it tries", () => {
    const stubborn = () => {
      try {
        forever();
      } catch {
        forever();
      }
    };

    expect(withinTime(50, stubborn)).toEqual({ ok: false });
  });

  test("lets errors of the work through", () => {
    expect(() => withinTime(1000, () => JSON.parse("{"))).toThrow(SyntaxError);
  });
});

describe("createBoundedCheck", () => {
  test("reports a connector that takes too long, and goes on with the next", async () => {
    const checker = await createTestChecker();
    const check = createBoundedCheck({ ...checker, check: forever }, 2);
    const source = "{ title: 'Shop', connection: {}, actions: {} }\n";

    const stopped = await check(projectOf(source), { failOn: "error" });
    const next = await check(projectOf(source), { failOn: "error" });

    expect(stopped.report).toMatchObject({
      verdict: "fail",
      lines: 1,
      counts: { error: 1, warning: 0, notice: 0 },
      findings: [{ ruleId: "analysis-limit", message: expect.stringContaining("more than 2 seconds") }],
    });
    expect(stopped.report.sha256).toBe(next.report.sha256);
    expect(next.report.title).toBe("Shop");
  });
});
