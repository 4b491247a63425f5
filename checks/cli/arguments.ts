import { parseArgs } from "node:util";
import { toOneLine } from "../report/escape.ts";
import { nearest } from "../yaml/nearest.ts";
import { UserError } from "./user-error.ts";

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What the option's value is called in the help; an option without one is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly summary: string;
}

export interface Command {
  readonly name: string;
  /** What follows the name: `[path...]`. */
  readonly operands: string;
  readonly summary: string;
  /** Paragraphs for the command's own help. */
  readonly details: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, effect: string])[];
  /** How many operands there may be. */
  readonly arity: readonly [least: number, most: number];
}

export interface GivenOption {
  readonly name: string;
  /** Null for a switch. */
  readonly value: string | null;
}

export interface Given {
  /** In the order given, since `--format` and `--output` come in pairs. */
  readonly options: readonly GivenOption[];
  readonly operands: readonly string[];
}

export const helpOption: Option = { name: "help", short: "h", summary: "Show this help." };

/** Reads a command's arguments; throws a `UserError` that says which one is wrong. */
export function parseArguments(command: Command, args: readonly string[]): Given {
  const known = [...command.options, helpOption];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(known.map((option) => [option.name, toParseOption(option)])),
    strict: false,
    tokens: true,
  });

  const options: GivenOption[] = [];
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, command, known);
    options.push({
      name: option.name,
      value: optionValue(option, token.rawName, token.value, token.inlineValue),
    });
  }
  if (!options.some(({ name }) => name === "help")) checkArity(command, operands);
  return { options, operands };
}

function toParseOption({ value, short }: Option) {
  return {
    type: value === undefined ? "boolean" : "string",
    ...(short === undefined ? {} : { short }),
  } as const;
}

function unknownOption(rawName: string, command: Command, known: readonly Option[]): UserError {
  const names = known.map((option) => option.name);
  // One letter is like nothing, or like anything.
  const name = rawName.startsWith("--") ? nearest(rawName.slice(2), names) : null;
  const hint =
    name === null ? `see \`connector-gate ${command.name} --help\`` : `did you mean \`--${name}\`?`;
  return new UserError(`unknown option \`${toOneLine(rawName)}\`; ${hint}`);
}

function optionValue(
  option: Option,
  rawName: string,
  value: string | undefined,
  inline: boolean | undefined,
) {
  if (option.value === undefined) {
    if (value !== undefined)
      throw new UserError(`\`${rawName}\` takes no value; leave out \`=${toOneLine(value)}\``);
    return null;
  }
  if (value === undefined || value === "" || (!inline && value.length > 1 && value.startsWith("-"))) {
    throw new UserError(
      `\`${rawName}\` needs a value: \`${rawName} ${option.choices?.join("|") ?? option.value}\``,
    );
  }
  if (option.choices && !option.choices.includes(value)) {
    throw new UserError(`\`${rawName} ${toOneLine(value)}\`: choose one of ${option.choices.join(", ")}`);
  }
  return value;
}

function checkArity(
  { name, operands: usage, arity: [least, most] }: Command,
  operands: readonly string[],
): void {
  if (operands.length >= least && operands.length <= most) return;
  const problem =
    operands.length < least ? "is missing its argument" : `has no use for \`${toOneLine(operands[most]!)}\``;
  throw new UserError(`\`${name}\` ${problem}; usage: connector-gate ${name} ${usage}`.trimEnd());
}

/** The last value given for an option, or null. */
export function lastValue(given: Given, name: string): string | null {
  return given.options.findLast((option) => option.name === name)?.value ?? null;
}

export function hasOption(given: Given, name: string): boolean {
  return given.options.some((option) => option.name === name);
}
