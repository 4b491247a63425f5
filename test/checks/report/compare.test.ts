import { describe, expect, test } from "vitest";
import { compareFindings } from "../../../checks/report/compare.ts";
import type { ReportFinding } from "../../../checks/report/report.ts";

function finding(path: string | null, message = "No title.", line = 1): ReportFinding {
  const place = { line, column: 1 };
  return {
    ruleId: "usability/action-title",
    family: "usability",
    severity: "warning",
    message,
    file: "connector.rb",
    start: place,
    end: place,
    path,
    fixable: false,
    url: "",
  };
}

function compare(
  before: readonly ReportFinding[],
  after: readonly ReportFinding[],
  names: [string[], string[]] | null = null,
) {
  const baseline = { file: "connector.rb", findings: before, names: names?.[0] ?? null };
  const { fresh, unchanged, fixed } = compareFindings(baseline, after, names?.[1] ?? null);
  return [fresh.length, unchanged.length, fixed.length];
}

describe("compareFindings", () => {
  const a = finding("actions.a");
  const b = finding("actions.b");
  const inA = finding("actions.a.input_fields.id", "Field `id` of `a` has no hint.");
  const inB = finding("actions.b.input_fields.id", "Field `id` of `b` has no hint.");

  test.each<[string, ReportFinding[], ReportFinding[], number[]]>([
    ["knows findings again", [a, b], [a, b], [0, 2, 0]],
    [
      "knows them on other lines and in another order",
      [a, b],
      [b, finding("actions.a", "No title.", 99)],
      [0, 2, 0],
    ],
    ["tells what is new", [a], [a, b], [1, 1, 0]],
    ["tells what is fixed", [a, b], [a], [0, 1, 1]],
    ["counts equal findings", [a], [a, a], [1, 1, 0]],
    ["takes another message for another finding", [a], [finding("actions.a", "A dull title.")], [1, 0, 1]],
  ])("%s", (_, before, after, expected) => {
    expect(compare(before, after)).toEqual(expected);
  });

  test("takes all for new without a baseline", () => {
    expect(compareFindings(null, [a], null).fresh).toEqual([a]);
  });

  test.each<[string, ReportFinding[], ReportFinding[], [string[], string[]] | null, number[]]>([
    [
      "knows findings again in an action that was renamed",
      [a, inA],
      [b, inB],
      [["actions.a"], ["actions.b"]],
      [0, 2, 0],
    ],
    ["tells what a renaming brought with it", [a], [b, inB], [["actions.a"], ["actions.b"]], [1, 1, 0]],
    ["tells what a renaming mended", [a, inA], [b], [["actions.a"], ["actions.b"]], [0, 1, 1]],
    [
      "prefers the new name that has all of the findings",
      [a, inA],
      [finding("actions.c"), b, inB],
      [["actions.a"], ["actions.b", "actions.c"]],
      [1, 2, 0],
    ],
    [
      "takes an action with other findings for another one",
      [a, inA],
      [b, finding("actions.b", "A dull title.")],
      [["actions.a"], ["actions.b"]],
      [2, 0, 2],
    ],
    [
      "takes an action beside the old one for a new one",
      [a],
      [b],
      [["actions.a"], ["actions.a", "actions.b"]],
      [1, 0, 1],
    ],
    [
      "takes what was there before for no new name",
      [a],
      [b],
      [["actions.a", "actions.b"], ["actions.b"]],
      [1, 0, 1],
    ],
    ["recognises no renaming where the names are not known", [a], [b], null, [1, 0, 1]],
    [
      "pairs each old name with one new name",
      [a],
      [b, finding("actions.c")],
      [["actions.a"], ["actions.b", "actions.c"]],
      [1, 1, 0],
    ],
  ])("%s", (_, before, after, names, expected) => {
    expect(compare(before, after, names)).toEqual(expected);
  });
});
