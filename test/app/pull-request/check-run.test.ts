import { describe, expect, test } from "vitest";
import type { Annotation, ObservedCheckRun } from "../../../app/github/check-runs.ts";
import {
  batchesOf,
  changeOf,
  digest,
  formatExternalId,
  isSettled,
  parseExternalId,
  type DesiredCheckRun,
} from "../../../app/pull-request/check-run.ts";

const note: Annotation = {
  path: "connector.rb",
  startLine: 1,
  endLine: 1,
  columns: null,
  level: "notice",
  title: "t",
  message: "m",
};
const desired: DesiredCheckRun = {
  name: "A",
  conclusion: "success",
  output: { title: "t", summary: "s" },
  annotations: [note, note, note],
  actions: [],
};
const content = digest(desired);
const observed: ObservedCheckRun = {
  id: 1,
  name: "A",
  externalId: formatExternalId({ inputs: "in", content }),
  isCompleted: true,
  annotationCount: 3,
  startedAt: 0,
};

describe("changeOf", () => {
  test.each<[string, Partial<ObservedCheckRun> | null, object | null]>([
    ["nothing is there", null, { kind: "create" }],
    ["all is as it should be", {}, null],
    [
      "it was made from something else, and says the same",
      { externalId: `cg1:other:${content}` },
      { kind: "rename" },
    ],
    ["it says something else", { externalId: "cg1:in:other" }, { kind: "create" }],
    ["its id is none of ours", { externalId: "" }, { kind: "create" }],
    [
      "it is queued",
      { isCompleted: false, annotationCount: 0, externalId: "" },
      { kind: "complete", posted: 0 },
    ],
    ["it stopped in the middle", { isCompleted: false, annotationCount: 2 }, { kind: "complete", posted: 2 }],
    [
      "it stopped before its end",
      { isCompleted: false, annotationCount: 3 },
      { kind: "complete", posted: 3 },
    ],
    [
      "it stopped in the middle of something else",
      { isCompleted: false, annotationCount: 2, externalId: "cg1:in:other" },
      { kind: "create" },
    ],
    [
      "it has more annotations than it should",
      { isCompleted: false, annotationCount: 9 },
      { kind: "create" },
    ],
  ])("where %s", (_, run, expected) => {
    const change = changeOf(run === null ? undefined : { ...observed, ...run }, desired, "in");

    expect(change && { kind: change.kind, ...("posted" in change && { posted: change.posted }) }).toEqual(
      expected,
    );
  });
});

test("isSettled asks for every run, completed, and made from the same", () => {
  const settled = (runs: ObservedCheckRun[], inputs = "in") => isSettled(runs, ["A"], inputs);

  expect(settled([observed])).toBe(true);
  expect(settled([])).toBe(false);
  expect(settled([{ ...observed, isCompleted: false }])).toBe(false);
  expect(settled([observed], "other")).toBe(false);
});

test.each([
  ["nothing", null],
  ["a pull request", { pull: 12 }],
  ["the base of a merge queue's commit", { base: "a".repeat(40) }],
])("an external id says that its run speaks for %s", (_what, speaksFor) => {
  const id = { inputs: "in", content, ...(speaksFor && { speaksFor }) };

  expect(parseExternalId(formatExternalId(id))).toEqual(id);
});

test.each(["", "cg1", "cg1:a", "cg1:a:b:#0", "cg1:a:b:#1:c", "cg1:a:b:c", "cg0:a:b"])(
  "parseExternalId refuses %j",
  (text) => {
    expect(parseExternalId(text)).toBeNull();
  },
);

test.each([
  [0, 0, [0]],
  [50, 0, [50]],
  [120, 0, [50, 50, 20]],
  [120, 50, [50, 20]],
  [120, 120, [0]],
])("batchesOf %i annotations of which %i are there", (all, posted, sizes) => {
  const annotations = Array.from({ length: all }, () => note);

  expect(batchesOf(annotations, posted).map((batch) => batch.length)).toEqual(sizes);
});
