import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { toOneLine } from "../report/escape.ts";
import { version } from "../version.ts";
import { nearest } from "../yaml/nearest.ts";
import { type Command, type Given, hasOption, parseArguments } from "./arguments.ts";
import { runBaseline } from "./run-baseline.ts";
import { runCheck } from "./check.ts";
import { commands, mainOptions } from "./commands.ts";
import { exitCodes, issuesUrl } from "./exit-codes.ts";
import { runExplain } from "./explain.ts";
import { commandHelp, mainHelp } from "./help.ts";
import type { Host } from "./host.ts";
import { runInspect } from "./inspect.ts";
import { runRules } from "./rules.ts";
import type { Terminal } from "./terminal.ts";
import { isUserError, UserError } from "./user-error.ts";

/** Runs the command line and returns the exit code; all that goes wrong is said in one line. */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  const { terminal } = host;
  try {
    return await dispatch(args, host);
  } catch (error) {
    const label = terminal.errorStyle.red("error:");
    if (isUserError(error)) {
      for (const line of [error.message, ...error.more]) terminal.writeError(`${label} ${line}\n`);
      return exitCodes.unusable;
    }
    terminal.writeError(`${label} ${describeDefect(error, terminal)}\n`);
    return exitCodes.defect;
  }
}

/** A defect in one line; where it happened only for those who ask, since it may quote what was read. */
function describeDefect(error: unknown, { env }: Terminal): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const detail = env["CONNECTOR_GATE_DEBUG"] && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return `a defect of Connector Gate ${version}, please report it at ${issuesUrl}: ${toOneLine(reason).slice(0, 300)}${detail}`;
}

async function dispatch(args: readonly string[], host: Host): Promise<number> {
  const { root, terminal } = host;
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.writeError(mainHelp({ style: terminal.errorStyle, width: terminal.width }));
    return exitCodes.unusable;
  }
  if (name === "--version" || name === "-V") return print(`connector-gate ${version}\n`, terminal);
  if (name === "--help" || name === "-h") return print(mainHelp(terminal), terminal);
  if (name === "help") return print(helpFor(rest[0], root, terminal), terminal);

  const command = findCommand(name, root);
  const given = parseArguments(command, rest);
  if (hasOption(given, "help")) return print(commandHelp(command, terminal), terminal);
  return run(command, given, host);
}

function print(text: string, terminal: Terminal): number {
  terminal.write(text);
  return exitCodes.passed;
}

function helpFor(name: string | undefined, root: string, terminal: Terminal): string {
  return name === undefined ? mainHelp(terminal) : commandHelp(findCommand(name, root), terminal);
}

function findCommand(name: string, root: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const isOption = name.startsWith("-");
  const kind = isOption ? "option" : "command";
  const names = isOption
    ? mainOptions.map((option) => `--${option.name}`)
    : commands.map((candidate) => candidate.name);
  const guess = existsSync(resolve(root, name)) ? `check ${name}` : nearest(name, names);
  const hint =
    guess === null ? "see `connector-gate --help`" : `did you mean \`connector-gate ${toOneLine(guess)}\`?`;
  throw new UserError(`unknown ${kind} \`${toOneLine(name)}\`; ${hint}`);
}

async function run({ name }: Command, given: Given, host: Host): Promise<number> {
  // Loaded only here: what they need would slow down every check.
  if (name === "init") return (await import("./init.ts")).runInit(given, host);
  if (name === "submit") return (await import("./submit.ts")).runSubmit(given, host);
  if (name === "catalogue") return (await import("./catalogue.ts")).runCatalogue(given, host);
  if (name === "check") return runCheck(given, host);
  if (name === "baseline") return runBaseline(given, host);
  if (name === "inspect") return runInspect(given, host);
  return name === "rules" ? runRules(given, host.terminal) : runExplain(given, host.terminal);
}
