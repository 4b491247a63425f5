import { readFileSync } from "node:fs";
import { parsePrism } from "@ruby/prism/src/parsePrism.js";
import { makeObjectsYoung } from "../../checks/cli/load-checker.ts";
import { createChecker } from "../../checks/checker.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";
import { createRubyParser, instantiatePrism } from "../../checks/ruby/parser.ts";
import { timeInTurn, toTable } from "./stopwatch.ts";

/**
 * All rules against the bare parse of the same connectors with the package `@ruby/prism`, in one warm process; and
 * what of it is our own parse, and what the model takes when there are no rules.
 */
export async function benchFolder(projects: readonly ConnectorProject[], runs: number): Promise<string> {
  makeObjectsYoung();
  const wasm = readPrismWasm();
  const prism = instantiatePrism(readFileSync(new URL(import.meta.resolve("@ruby/prism/src/prism.wasm"))))();
  const parse = await createRubyParser(wasm);
  const checker = await createChecker(wasm);
  const withoutRules = await createChecker(wasm, []);
  const decoder = new TextDecoder();
  const texts = projects.map(({ source }) => decoder.decode(source));
  const work = {
    "bare parse": () => {
      for (const text of texts) parsePrism(prism, text);
    },
    "our parse": () => {
      for (const { source } of projects) parse(source);
    },
    "no rules": () => {
      for (const project of projects) withoutRules.check(project, { failOn: "error" });
    },
    "all rules": () => {
      for (const project of projects) checker.check(project, { failOn: "error" });
    },
  };
  timeInTurn(work, 3);
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  const title = `${projects.length} connectors, ${lines.toLocaleString("en-US")} lines, median of ${runs} runs:`;
  return toTable(title, timeInTurn(work, runs));
}
