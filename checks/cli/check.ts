import type { CheckOptions, ProjectResult } from "../checker.ts";
import { internalErrorId } from "../engine/run-rules.ts";
import { maxSourceBytes } from "../project.ts";
import { toOneLine } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { type Given, lastValue } from "./arguments.ts";
import { exitCodes, issuesUrl } from "./exit-codes.ts";
import { findConnectors, standardInput } from "./find-connectors.ts";
import { toOutputs } from "./outputs.ts";
import { type ReadProject, readProject } from "./read-project.ts";
import type { Terminal } from "./terminal.ts";
import { writeReport } from "./write-report.ts";

/** `connector-gate check`: finds connectors, checks them, writes the reports. */
export async function runCheck(given: Given, root: string, terminal: Terminal): Promise<number> {
  const outputs = toOutputs(given);
  const failOn = (lastValue(given, "fail-on") ?? "error") as CheckOptions["failOn"];
  const paths = given.operands.length > 0 ? given.operands : ["."];
  const { checker, connectors, problems } = await findConnectors(root, paths);

  const results: ProjectResult[] = [];
  for (const { file, isProject } of connectors) {
    const read =
      file === standardInput.file ? readStandardInput(terminal) : readProject(root, file, isProject);
    if (read.ok) results.push(checker.check(read.project, { failOn }));
    else problems.push(`${toOneLine(file)}: ${read.problem}`);
  }

  if (results.length > 0) {
    const catalogue = new Map(rules.map((rule) => [rule.id, rule]));
    for (const output of outputs) writeReport(output, results, catalogue, root, terminal);
  }
  for (const problem of problems) terminal.writeError(`${terminal.errorStyle.red("error:")} ${problem}\n`);
  if (results.some(hasInternalError)) {
    terminal.writeError(
      `${terminal.errorStyle.yellow("warning:")} a rule of Connector Gate failed; please report it: ${issuesUrl}\n`,
    );
  }
  if (problems.length > 0) return exitCodes.unusable;
  return results.some(({ report }) => report.verdict === "fail") ? exitCodes.findings : exitCodes.passed;
}

/** Standard input is a connector by itself: there is no project around it. */
export function readStandardInput(terminal: Terminal): ReadProject {
  const source = terminal.readInput(maxSourceBytes);
  return { ok: true, project: { path: ".", file: standardInput.file, source, files: null } };
}

function hasInternalError({ findings }: ProjectResult): boolean {
  return findings.some(({ ruleId }) => ruleId === internalErrorId);
}
