import { wrapText } from "../report/display.ts";
import type { Style } from "../report/style.ts";
import { version } from "../version.ts";
import { type Command, helpOption, type Option } from "./arguments.ts";
import { commands, mainOptions } from "./commands.ts";

export interface HelpOptions {
  readonly style: Style;
  readonly width: number;
}

const exitCodes: readonly Entry[] = [
  ["0", "no finding as bad as --fail-on"],
  ["1", "there is such a finding"],
  ["2", "the arguments or the files are not usable; standard error says why"],
  ["3", "a defect of Connector Gate itself"],
];

type Entry = readonly [left: string, right: string];

export function mainHelp(options: HelpOptions): string {
  return page(
    [
      `Connector Gate ${version}: checks Workato custom connectors as their reviewers would.`,
      usage("connector-gate <command> [options]", options),
      list(
        "Commands",
        commands.map(({ name, operands, summary }): Entry => [`${name} ${operands}`.trim(), summary]),
        options,
      ),
      list("Options", mainOptions.map(optionEntry), options),
      list("Exit codes", exitCodes, options),
      "`connector-gate <command> --help` tells more, with examples.",
    ],
    options,
  );
}

export function commandHelp(command: Command, options: HelpOptions): string {
  const { name, operands, summary, details, examples } = command;
  const sections = [
    summary,
    usage(`connector-gate ${name} ${operands}${operands && " "}[options]`, options),
    ...details,
    list("Options", [...command.options, helpOption].map(optionEntry), options),
    list("Examples", examples, options),
  ];
  return page(name === "check" ? [...sections, list("Exit codes", exitCodes, options)] : sections, options);
}

function usage(text: string, { style }: HelpOptions): string {
  return `${style.bold("Usage:")} ${text}`;
}

function optionEntry({ name, short, value, summary, choices }: Option): Entry {
  const flag = `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
  return [flag, choices ? `${summary} One of ${choices.join(", ")}.` : summary];
}

function list(title: string, entries: readonly Entry[], { style, width }: HelpOptions): string {
  const left = Math.min(32, Math.max(...entries.map(([text]) => text.length)));
  const right = Math.max(30, Math.min(width, 100) - left - 4);
  const lines = entries.flatMap(([text, explanation]) => {
    const wrapped = wrapText(explanation, right);
    const indent = " ".repeat(left + 4);
    const fits = text.length <= left;
    const head = `  ${style.cyan(text)}${" ".repeat(Math.max(0, left - text.length) + 2)}`;
    return fits
      ? wrapped.map((line, index) => (index === 0 ? head : indent) + line)
      : [`  ${style.cyan(text)}`, ...wrapped.map((line) => indent + line)];
  });
  return [style.bold(`${title}:`), ...lines].join("\n");
}

/** Sections divided by empty lines; prose, which has no line breaks of its own yet, is wrapped. */
function page(sections: readonly string[], { width }: HelpOptions): string {
  const wrapped = sections.map((text) =>
    text.includes("\n") ? text : wrapText(text, Math.min(width, 100)).join("\n"),
  );
  return `${wrapped.join("\n\n")}\n`;
}
