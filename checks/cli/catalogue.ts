import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatCatalogueIndex, indexPath } from "../listing/catalogue/catalogue-index.ts";
import { type Catalogue, type CatalogueProblem, readCatalogue } from "../listing/catalogue/read-catalogue.ts";
import { countOf } from "../report/counts.ts";
import { escapeCommandData, escapeCommandProperty, shorten, toOneLine } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { type Given, hasOption, lastValue } from "./arguments.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Host } from "./host.ts";
import { readCatalogueFiles } from "./read-catalogue.ts";
import { describeFileError } from "./read-file.ts";
import type { Terminal } from "./terminal.ts";
import { UserError } from "./user-error.ts";

/** More than anybody mends in one go. */
const maxShown = 200;

/** `connector-gate catalogue build|check [folder]`. */
export async function runCatalogue(given: Given, { root, terminal }: Host): Promise<number> {
  const [verb, operand = "."] = given.operands;
  if (verb !== "build" && verb !== "check")
    throw new UserError(`\`catalogue ${toOneLine(verb!)}\`: choose one of build, check`);
  const folder = resolve(root, operand);
  const files = readCatalogueFiles(folder, toOneLine(operand));
  const catalogue = readCatalogue(
    files,
    rules.map(({ id }) => id),
  );
  const index = formatCatalogueIndex(catalogue.listings);
  const written = files.get(indexPath);
  const isStale = written?.kind !== "file" || Buffer.compare(written.bytes, Buffer.from(index)) !== 0;

  const problems = [...catalogue.problems];
  if (verb === "check" && isStale && problems.length === 0 && !hasOption(given, "ignore-index")) {
    problems.push(staleProblem(written !== undefined));
  }
  const isGithub = lastValue(given, "format") === "github";
  show("warning", catalogue.warnings, isGithub, terminal);
  show("error", problems, isGithub, terminal);
  if (problems.length > 0) {
    const effect = verb === "build" ? `; ${indexPath} was left as it is` : "";
    terminal.writeError(`${countOf(problems.length, "problem")}${effect}\n`);
    return catalogue.isPolicyUsable ? exitCodes.findings : exitCodes.unusable;
  }
  if (verb === "check") terminal.write(`${describe(catalogue)}: nothing is wrong\n`);
  else if (isStale) {
    writeIndex(folder, index);
    terminal.write(`wrote ${indexPath}: ${describe(catalogue)}\n`);
  } else terminal.write(`${indexPath} is up to date: ${describe(catalogue)}\n`);
  return exitCodes.passed;
}

function staleProblem(exists: boolean): CatalogueProblem {
  const message = exists ? "out of date" : "no such file";
  return {
    file: indexPath,
    message: `${message}; \`connector-gate catalogue build\` writes it`,
    line: null,
    column: null,
  };
}

function describe({ listings, accounts }: Catalogue): string {
  return `${countOf(listings.length, "listing")}, ${countOf(accounts, "account")}`;
}

function show(
  kind: "error" | "warning",
  problems: readonly CatalogueProblem[],
  isGithub: boolean,
  terminal: Terminal,
): void {
  const { errorStyle } = terminal;
  for (const { file, line, column, message } of problems.slice(0, maxShown)) {
    const text = shorten(toOneLine(message), 1000);
    if (isGithub) {
      const place = [`file=${escapeCommandProperty(file)}`, ...(line === null ? [] : [`line=${line}`])];
      terminal.write(`::${kind} ${place.join(",")}::${escapeCommandData(text)}\n`);
      continue;
    }
    const label = kind === "error" ? errorStyle.red("error:") : errorStyle.yellow("warning:");
    const place = [toOneLine(file), line, column].filter((part) => part !== null).join(":");
    terminal.writeError(`${label} ${place}: ${text}\n`);
  }
  if (problems.length > maxShown) terminal.writeError(`and ${problems.length - maxShown} more\n`);
}

/** Whole or not at all, and never through a link that lies in its place. */
function writeIndex(folder: string, text: string): void {
  const path = join(folder, indexPath);
  const temporary = `${path}.${process.pid}.new`;
  try {
    mkdirSync(join(folder, "listings"), { recursive: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`${indexPath}: cannot be written: ${describeFileError(error)}`);
  }
}
