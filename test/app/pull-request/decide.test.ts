import { describe, expect, test } from "vitest";
import { decide, type CheckedConnector, type Findings } from "../../../app/pull-request/decide.ts";
import type { ReportFinding } from "../../../checks/report/report.ts";
import { fakeRules, projectReport, reportFinding } from "../../support/fake-checker.ts";

const rules = fakeRules("usability/field-hint", "structure/bad");
const hint = reportFinding();
const bad = reportFinding({
  ruleId: "structure/bad",
  family: "structure",
  severity: "error",
  message: "It is bad.",
});

function checked(
  before: readonly ReportFinding[] | null,
  after: readonly ReportFinding[] | null,
  details: Partial<Extract<Findings, { kind: "checked" }>> = {},
): Findings {
  const connector: CheckedConnector = {
    before: before && projectReport(before),
    after: after && projectReport(after),
    names: null,
    fixes: [],
  };
  return {
    kind: "checked",
    connectors: [connector],
    failOn: "error",
    hasBaseline: true,
    leftOut: 0,
    branch: "own",
    changed: [],
    ...details,
  };
}

function brief(findings: Findings): (readonly [string, string])[] {
  return decide(findings, rules).map(({ conclusion, output }) => [conclusion, output.title]);
}

describe("decide", () => {
  test.each<[string, Findings, (readonly [string, string])[]]>([
    [
      "nothing touched is neutral",
      { kind: "untouched", isCut: false },
      [
        ["neutral", "No connector changed"],
        ["neutral", "No connector changed"],
      ],
    ],
    [
      "each check speaks for its own families",
      checked([], [bad, hint]),
      [
        ["failure", "1 new error"],
        ["success", "1 new warning"],
      ],
    ],
    [
      "what was there before does not block",
      checked([bad], [bad]),
      [
        ["success", "Nothing new: 1 there before"],
        ["success", "No findings"],
      ],
    ],
    [
      "what moved to another line was there before",
      checked([bad], [{ ...bad, start: { line: 99, column: 1 }, end: { line: 99, column: 2 } }]),
      [
        ["success", "Nothing new: 1 there before"],
        ["success", "No findings"],
      ],
    ],
    [
      "the second of two equal findings is new",
      checked([bad], [bad, bad]),
      [
        ["failure", "1 new error, 1 there before"],
        ["success", "No findings"],
      ],
    ],
    [
      "what is gone was fixed",
      checked([bad, hint], [hint]),
      [
        ["success", "Nothing new: 1 fixed"],
        ["success", "Nothing new: 1 there before"],
      ],
    ],
    [
      "a file that no longer parses fixes nothing",
      checked([hint], [{ ...bad, ruleId: "structure/syntax-error" }]),
      [
        ["failure", "1 new error"],
        ["success", "No findings"],
      ],
    ],
    [
      "a connector that was removed fixes nothing either",
      checked([bad], null),
      [
        ["success", "No findings"],
        ["success", "No findings"],
      ],
    ],
    [
      "the configuration says what fails",
      checked([], [bad, hint], { failOn: "warning" }),
      [
        ["failure", "1 new error"],
        ["failure", "1 new warning"],
      ],
    ],
    [
      "the configuration may say that nothing does",
      checked([], [bad], { failOn: "never" }),
      [
        ["success", "1 new error"],
        ["success", "No findings"],
      ],
    ],
    [
      "a configuration that cannot be used fails",
      { kind: "unusable-settings", problems: [{ message: "no such rule", line: 3 }] },
      [
        ["failure", "1 problem in the configuration"],
        ["failure", "1 problem in the configuration"],
      ],
    ],
  ])("%s", (_, findings, expected) => {
    expect(brief(findings)).toEqual(expected);
  });

  test("gives the same for the same, whatever else there is", () => {
    const findings = checked([hint], [bad, hint]);

    expect(decide(findings, rules)).toEqual(decide(structuredClone(findings), rules));
  });

  test("shows waivers with their reasons", () => {
    const waiver = {
      ruleId: "usability/field-hint",
      source: "code" as const,
      file: "connector.rb",
      line: 7,
      reason: "The API has no such field. @acme/all",
      until: null,
      state: "used" as const,
      count: 2,
    };
    const after = projectReport([], { waivers: [waiver] });

    const [, usability] = decide(
      checked([], [], { connectors: [{ before: null, after, names: null, fixes: [] }] }),
      rules,
    );

    expect(usability?.output.summary).toContain("### Waivers (1)");
    expect(usability?.output.summary).toContain(
      "`connector.rb:7` `usability/field-hint` (2 findings): The API",
    );
    expect(usability?.output.summary).not.toContain("@acme");
  });
});
