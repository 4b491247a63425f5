import { toOneLine } from "../report/escape.ts";
import { type Given, lastValue } from "./arguments.ts";
import { readStandardInput } from "./check-all.ts";
import { exitCodes } from "./exit-codes.ts";
import { findConnectors, standardInput } from "./find-connectors.ts";
import { renderInspection } from "./inspection-text.ts";
import { readProject } from "./read-project.ts";
import type { Host } from "./host.ts";
import { UserError } from "./user-error.ts";

/** `connector-gate inspect`: shows the model of one connector. */
export async function runInspect(given: Given, { root, terminal }: Host): Promise<number> {
  const { checker, connectors, problems } = await findConnectors(root, given.operands);
  const [problem] = problems;
  if (problem !== undefined) throw new UserError(problem);
  if (connectors.length > 1)
    throw new UserError(
      tooMany(
        given.operands[0]!,
        connectors.map(({ file }) => file),
      ),
    );

  const { file, isProject } = connectors[0]!;
  const read = file === standardInput.file ? readStandardInput(terminal) : readProject(root, file, isProject);
  if (!read.ok) throw new UserError(`${toOneLine(file)}: ${read.problem}`);
  const inspection = checker.inspect(file, read.project.source);
  if (!inspection) {
    throw new UserError(
      `${toOneLine(file)}: no connector to inspect; \`connector-gate check ${toOneLine(file)}\` says what is wrong`,
    );
  }
  const isJson = lastValue(given, "format") === "json";
  terminal.write(
    isJson ? `${JSON.stringify(inspection, null, 2)}\n` : renderInspection(inspection, terminal),
  );
  return exitCodes.passed;
}

function tooMany(path: string, files: readonly string[]): string {
  const some = files.slice(0, 3).map(toOneLine).join(", ");
  return `${toOneLine(path)}: ${files.length} connectors, of which \`inspect\` shows one; name its file, such as ${some}`;
}
