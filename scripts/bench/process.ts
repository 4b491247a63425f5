import { spawnSync } from "node:child_process";
import { timeInTurn, toTable } from "./stopwatch.ts";

/** The whole process on one connector, next to an empty one and to other tools. */
export function benchProcess(cli: string, node: string, file: string, runs: number): string {
  const commands: Record<string, readonly [string, ...string[]]> = {
    "node -e 0": [node, "-e", "0"],
    "connector-gate check": [node, cli, "check", file],
    "ruby -c": ["ruby", "-c", file],
    rubocop: ["rubocop", "--cache", "false", "--format", "quiet", file],
  };
  const installed = Object.entries(commands).filter(([, [program]]) => isInstalled(program));
  const work = Object.fromEntries(installed.map(([name, command]) => [name, () => run(command)]));
  timeInTurn(work, 1);
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  return toTable(
    `Whole process on ${file}, Node ${version}, median of ${runs} runs:`,
    timeInTurn(work, runs),
  );
}

function run([program, ...args]: readonly [string, ...string[]]): void {
  spawnSync(program, args, { stdio: ["ignore", "pipe", "ignore"] });
}

function isInstalled(program: string): boolean {
  return !spawnSync(program, ["--version"], { stdio: "ignore" }).error;
}
