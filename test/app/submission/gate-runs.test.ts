import { describe, expect, test } from "vitest";
import type { ObservedCheckRun } from "../../../app/github/check-runs.ts";
import { digest, formatExternalId } from "../../../app/pull-request/check-run.ts";
import { changeOfRun, type GateRun, type GateRunChange } from "../../../app/submission/gate-runs.ts";

const annotation = {
  path: "a",
  startLine: 1,
  endLine: 1,
  columns: null,
  level: "failure",
  title: "t",
  message: "m",
} as const;
const passed: GateRun = {
  name: "Submission",
  conclusion: "success",
  title: "Fine",
  summary: "It is.",
  annotations: [],
};
const failed: GateRun = { ...passed, conclusion: "failure", annotations: [annotation, annotation] };
const waiting: GateRun = { ...passed, conclusion: null };

function observed(said: GateRun | null, changes: Partial<ObservedCheckRun> = {}): ObservedCheckRun {
  return {
    id: 7,
    name: "Submission",
    externalId: said ? formatExternalId({ inputs: "gate", content: digest(said) }) : "",
    isCompleted: said !== null && said.conclusion !== null,
    annotationCount: said?.annotations.length ?? 0,
    startedAt: 0,
    ...changes,
  };
}

const update = (posted = 0): GateRunChange => ({ kind: "update", id: 7, posted });
const create: GateRunChange = { kind: "create" };

describe("the check run of a gate", () => {
  test.each<[string, ObservedCheckRun | undefined, GateRun, GateRunChange | null]>([
    ["is made where there is none", undefined, passed, create],
    ["is completed where it was announced", observed(null), passed, update()],
    ["is left open with its words where it waits", observed(null), waiting, update()],
    ["is left alone where it says so already", observed(passed), passed, null],
    ["is left alone while it waits for the same", observed(waiting), waiting, null],
    ["says something else while it is open", observed({ ...waiting, title: "Old" }), waiting, update()],
    ["is made anew where it ended otherwise", observed(failed), passed, create],
    ["is made anew where it has to wait again", observed(passed), waiting, create],
    [
      "is made anew where GitHub completed it for being stale",
      observed(waiting, { isCompleted: true }),
      waiting,
      create,
    ],
    [
      "is taken up in the middle of its annotations",
      observed(failed, { isCompleted: false, annotationCount: 1 }),
      failed,
      update(1),
    ],
    [
      "is made anew in the middle of other annotations",
      observed({ ...failed, title: "Old" }, { isCompleted: false, annotationCount: 1 }),
      failed,
      create,
    ],
    [
      "is made anew where somebody else's id is on it",
      observed(passed, { externalId: "other" }),
      passed,
      create,
    ],
  ])("%s", (_, run, desired, change) => {
    expect(changeOfRun(run, desired)).toEqual(change);
  });
});
