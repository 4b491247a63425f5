import { readPrismWasm } from "../../checks/cli/load-checker.ts";
import { createChecker } from "../../checks/checker.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import { createRubyParser } from "../../checks/ruby/parser.ts";
import { timeInTurn, toTable } from "./stopwatch.ts";

/** All rules against the bare parse of the same connectors, in one warm process. */
export async function benchFolder(projects: readonly ConnectorProject[], runs: number): Promise<string> {
  const wasm = readPrismWasm();
  const parse = await createRubyParser(wasm);
  const checker = await createChecker(wasm);
  const decoder = new TextDecoder();
  const texts = projects.map(({ source }) => decoder.decode(source));
  const work = {
    "bare parse": () => {
      for (const text of texts) parse(text);
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
