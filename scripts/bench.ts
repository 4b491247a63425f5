/**
 * Prints how fast the checks are, side by side in one run: `npm run bench -- <folder of connectors>...`
 *
 * 1. all rules against the bare parse, over the connectors of the folders, in one process;
 * 2. the whole `check` process on one connector against an empty Node process, and RuboCop and Ruby where installed;
 * 3. how time and memory grow with a connector of 1,000, 10,000 and 100,000 lines.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findConnectors } from "../checks/cli/find-connectors.ts";
import { readProject } from "../checks/cli/read-project.ts";
import type { ConnectorProject } from "../checks/project.ts";
import { benchFolder } from "./bench/folder.ts";
import { benchGrowth } from "./bench/growth.ts";
import { benchProcess } from "./bench/process.ts";
import { readArguments } from "./read-arguments.ts";

const { values, operands } = readArguments("bench", "Prints how fast the checks are.", {
  options: {
    runs: 15,
    /** The connector for the whole process; otherwise the one nearest to 450 lines. */
    file: "",
    /** The Node to run the whole process with. */
    node: process.execPath,
  },
  operands: "[folder ...]",
});

const runs = Math.max(3, values.runs);
const root = process.cwd();
const folders = operands.length > 0 ? operands : ["examples"];
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

const { connectors, problems } = await findConnectors(root, folders);
for (const problem of problems) console.error(problem);
const projects = connectors.flatMap(({ file, isProject }) => {
  const read = readProject(root, file, isProject);
  return read.ok ? [read.project] : [];
});

console.log(await benchFolder(projects, runs));
if (existsSync(cli))
  console.log(benchProcess(cli, values.node, values.file || nearestFile(projects, 450), runs));
else console.log("The whole process needs `npm run build` first.\n");
console.log(benchGrowth());

function nearestFile(all: readonly ConnectorProject[], lines: number): string {
  const distance = ({ source }: ConnectorProject) =>
    Math.abs(Buffer.from(source).toString("latin1").split("\n").length - lines);
  const [nearest] = all.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) throw new Error("no connector in these folders");
  return nearest.file;
}
