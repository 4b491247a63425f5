import { countOf } from "../report/counts.ts";
import { toOneLine } from "../report/escape.ts";
import { type Given, lastValue } from "./arguments.ts";
import { defaultBaselineFile, writeBaseline } from "./baseline.ts";
import { checkAll } from "./check-all.ts";
import { runCheck } from "./check.ts";
import { exitCodes } from "./exit-codes.ts";
import { findConnectors } from "./find-connectors.ts";
import { readSettings } from "./settings.ts";
import type { Host } from "./host.ts";
import { UserError } from "./user-error.ts";

/** `connector-gate baseline create|check`. */
export async function runBaseline(given: Given, host: Host): Promise<number> {
  const [verb, ...operands] = given.operands;
  const file = lastValue(given, "baseline") ?? defaultBaselineFile;
  if (verb === "check") {
    const options = [...given.options, { name: "baseline", value: file }];
    return runCheck({ options, operands }, host);
  }
  if (verb === "create") return createBaseline({ ...given, operands }, file, host);
  throw new UserError(`\`baseline ${toOneLine(verb!)}\`: choose one of create, check`);
}

async function createBaseline(given: Given, file: string, host: Host): Promise<number> {
  const { root, terminal } = host;
  const { options, paths, places } = await readSettings(given, root);
  const { checker, connectors, problems: notFound } = await findConnectors(root, paths, places);
  const { checked, problems } = await checkAll(connectors, checker, options, host);
  const all = [...notFound, ...problems];
  if (all.length > 0) throw new UserError(all[0]!, all.slice(1));
  writeBaseline(root, file, checked, checker);
  const count = checked.reduce((sum, { result }) => sum + result.findings.length, 0);
  terminal.write(
    `${toOneLine(file)}: ${countOf(count, "finding")} of ${countOf(checked.length, "connector")}\n`,
  );
  return exitCodes.passed;
}
