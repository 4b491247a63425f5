import type { Checker, CheckOptions, ProjectResult } from "../checker.ts";
import { internalErrorId } from "../engine/own-findings.ts";
import { countOf } from "../report/counts.ts";
import { toVisibleLines, withoutCommands } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { type Given, hasOption, lastValue } from "./arguments.ts";
import { type Baseline, compareWithBaseline, readBaseline } from "./baseline.ts";
import { checkAll } from "./check-all.ts";
import { exitCodes, issuesUrl } from "./exit-codes.ts";
import { findConnectors, standardInput } from "./find-connectors.ts";
import { fixProject, type FixedProject, toDiff, writeChanges } from "./fix.ts";
import type { Host } from "./host.ts";
import { toOutputs } from "./outputs.ts";
import { readSettings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { UserError } from "./user-error.ts";
import { writeReport } from "./write-report.ts";

/** `connector-gate check`: finds connectors, checks them, mends them where asked to, and writes the reports. */
export async function runCheck(given: Given, host: Host): Promise<number> {
  const { root, terminal } = host;
  const fixing = readFixing(given);
  if (lastValue(given, "base") !== null && lastValue(given, "baseline") !== null) {
    throw new UserError("`--base` and `--baseline` exclude each other; leave one of them out");
  }
  const { options, paths, places } = await readSettings(given, root);
  const { checker, connectors, problems: notFound } = await findConnectors(root, paths, places);
  if (fixing?.writes && connectors.some(({ file }) => file === standardInput.file)) {
    throw new UserError("standard input cannot be fixed in place; add `--dry-run` to see the changes");
  }
  const baseline = await openBaseline(given, root, checker, options);
  const { checked, problems } = await checkAll(connectors, checker, options, host);

  const fixed = fixing && checked.map(({ project }) => fixProject(checker, project, options, fixing.allowed));
  if (fixed && !fixing.writes) showDiff(fixed, terminal);
  if (fixed && fixing.writes) applyFixes(fixed, root, terminal);

  const isProject = new Map(connectors.map((connector) => [connector.file, connector.isProject]));
  const results = (fixed ?? checked).map((one) =>
    baseline
      ? compareWithBaseline(
          one,
          baseline(one.project.file, isProject.get(one.project.file)!),
          checker,
          options.failOn,
        )
      : one.result,
  );
  return report(results, [...notFound, ...problems], {
    outputs:
      fixing && !fixing.writes ? toOutputs(given).filter(({ file }) => file !== null) : toOutputs(given),
    root,
    terminal,
  });
}

interface Fixing {
  readonly allowed: "safe" | "unsafe";
  readonly writes: boolean;
}

function readFixing(given: Given): Fixing | null {
  const isUnsafe = hasOption(given, "fix-unsafe");
  const isDry = hasOption(given, "dry-run");
  if (!isUnsafe && !hasOption(given, "fix")) {
    if (isDry) throw new UserError("`--dry-run` goes with `--fix` or `--fix-unsafe`; add one of them");
    return null;
  }
  return { allowed: isUnsafe ? "unsafe" : "safe", writes: !isDry };
}

async function openBaseline(
  given: Given,
  root: string,
  checker: Checker,
  options: CheckOptions,
): Promise<Baseline | null> {
  const ref = lastValue(given, "base");
  if (ref !== null) {
    const { readGitBase } = await import("./git-base.ts");
    return readGitBase(root, ref, checker, options);
  }
  const file = lastValue(given, "baseline");
  return file === null ? null : readBaseline(root, file);
}

function showDiff(fixed: readonly FixedProject[], terminal: Terminal): void {
  for (const { changes } of fixed) {
    const diff = toDiff(changes);
    // A patch has to keep what cannot be seen, but a terminal would obey it.
    const shown = terminal.isTerminal ? toVisibleLines(diff) : diff;
    terminal.write(terminal.env["GITHUB_ACTIONS"] ? withoutCommands(shown) : shown);
  }
  tellFixes(fixed, "would fix", terminal);
}

function applyFixes(fixed: readonly FixedProject[], root: string, terminal: Terminal): void {
  for (const { changes } of fixed) writeChanges(root, changes);
  tellFixes(fixed, "fixed", terminal);
}

function tellFixes(fixed: readonly FixedProject[], verb: string, terminal: Terminal): void {
  const count = fixed.reduce((sum, project) => sum + project.count, 0);
  const files = fixed.reduce((sum, project) => sum + project.changes.length, 0);
  const what =
    count === 0 ? "nothing to fix" : `${verb} ${countOf(count, "finding")} in ${countOf(files, "file")}`;
  terminal.writeError(`${terminal.errorStyle.green(what)}\n`);
}

interface Reporting {
  readonly outputs: ReturnType<typeof toOutputs>;
  readonly root: string;
  readonly terminal: Terminal;
}

/** Writes the reports, then what went wrong, and says how the process ends. */
function report(
  results: readonly ProjectResult[],
  problems: readonly string[],
  { outputs, root, terminal }: Reporting,
): number {
  if (results.length > 0) {
    const catalogue = new Map(rules.map((rule) => [rule.id, rule]));
    for (const output of outputs) writeReport(output, results, catalogue, root, terminal);
  }
  const { errorStyle } = terminal;
  for (const problem of problems) terminal.writeError(`${errorStyle.red("error:")} ${problem}\n`);
  if (results.some(hasInternalError)) {
    const label = errorStyle.yellow("warning:");
    terminal.writeError(`${label} a check of Connector Gate failed; please report it: ${issuesUrl}\n`);
  }
  if (problems.length > 0) return exitCodes.unusable;
  if (results.some(({ report }) => report.verdict === "fail")) return exitCodes.findings;
  // What could not be checked whole has not passed.
  return results.some(hasInternalError) ? exitCodes.defect : exitCodes.passed;
}

function hasInternalError({ findings }: ProjectResult): boolean {
  return findings.some(({ ruleId }) => ruleId === internalErrorId);
}
