import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { ownFindings } from "../../../checks/engine/own-findings.ts";
import { defineRule, type Listener, type Rule } from "../../../checks/engine/rule.ts";
import { ruleUrl } from "../../../checks/engine/rule-info.ts";
import { rules } from "../../../checks/rules/index.ts";
import { checkSource, createTestChecker, projectOf } from "../../support/checker.ts";
import { runScript } from "../../support/command-line.ts";

function ruleWith(create: () => Listener): Rule {
  return defineRule({
    id: "structure/odd",
    severity: "notice",
    confidence: "high",
    since: "0.1.0",
    docs: { summary: "Is even.", why: "It is odd.", remedy: "Even it out.", sources: [] },
    messages: {},
    examples: { bad: [], good: [] },
    create,
  });
}

const source = "{ title: 'Acme', connection: {}, actions: { search: {} } }";

describe("a rule that fails", () => {
  const failing = ruleWith(() => ({
    action() {
      throw new TypeError("search");
    },
  }));

  test("is told as a warning, and the others go on", async () => {
    const { findings } = await checkSource([failing, ...rules], source);

    const told = findings.filter(({ ruleId }) => ruleId === "internal-error");
    expect(told.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "warning: The rule `structure/odd` failed with TypeError; this is a defect of Connector Gate, and the other rules went on.",
    ]);
    expect(findings.map(({ ruleId }) => ruleId)).toContain("structure/execute-missing");
  });

  test("quotes nothing of the error", async () => {
    const { findings } = await checkSource([failing], source);

    expect(JSON.stringify(findings)).not.toContain("search");
  });
});

test("checks that fail as a whole do not pass", async () => {
  const failing = ruleWith(() => ({
    get connection(): never {
      throw new TypeError("Acme");
    },
  }));
  const checker = await createTestChecker([failing, ...rules]);

  const { report } = checker.check(projectOf(source), { failOn: "error" });

  expect(report.verdict).toBe("fail");
  const [own] = report.findings.filter(({ ruleId }) => ruleId === "internal-error");
  expect(own).toMatchObject({ severity: "error", message: expect.stringContaining("failed with TypeError") });
});

describe.each(ownFindings.map(({ id }) => id))("%s", (id) => {
  test("has the page that its findings link", () => {
    const page = ruleUrl(id).slice(ruleUrl("").length - ".md".length);

    expect(existsSync(fileURLToPath(new URL(`../../../docs/rules/${page}`, import.meta.url)))).toBe(true);
  });

  test("is explained", () => {
    const { status, stdout } = runScript("checks/cli.ts", ["explain", id]);

    expect(status).toBe(0);
    expect(stdout).toContain("What to do");
  });
});
