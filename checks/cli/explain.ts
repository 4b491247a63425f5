import type { Example, Rule } from "../engine/rule.ts";
import { ownFindings } from "../engine/own-findings.ts";
import { type RuleInfo, ruleUrl } from "../engine/rule-info.ts";
import { wrapText } from "../report/display.ts";
import { toOneLine } from "../report/escape.ts";
import { severityPaint } from "../report/style.ts";
import { rules } from "../rules/index.ts";
import { nearest } from "../yaml/nearest.ts";
import { type Given, lastValue } from "./arguments.ts";
import { exitCodes } from "./exit-codes.ts";
import { toJson } from "./rules.ts";
import type { Terminal } from "./terminal.ts";
import { UserError } from "./user-error.ts";

/** `connector-gate explain`: one rule's page. */
export function runExplain(given: Given, terminal: Terminal): number {
  const isJson = lastValue(given, "format") === "json";
  const own = ownFindings.find(({ id }) => id === given.operands[0]);
  if (own) {
    const { id, family, severity, docs } = own;
    const data = { schemaVersion: 1, id, family, severity, docs };
    terminal.write(isJson ? `${JSON.stringify(data, null, 2)}\n` : ownPage(own, terminal));
    return exitCodes.passed;
  }
  const rule = findRule(given.operands[0]!);
  terminal.write(
    isJson ? `${JSON.stringify({ schemaVersion: 1, ...toJson(rule) }, null, 2)}\n` : rulePage(rule, terminal),
  );
  return exitCodes.passed;
}

/** A rule by its id, or by the part after the slash where that is enough. */
function findRule(name: string): Rule {
  const rule =
    rules.find(({ id }) => id === name) ?? rules.find(({ id }) => id.slice(id.indexOf("/") + 1) === name);
  if (rule) return rule;
  const known = [...rules, ...ownFindings].flatMap(({ id }) => [id, id.slice(id.indexOf("/") + 1)]);
  const near = nearest(name, known);
  const hint = near === null ? "`connector-gate rules` lists all" : `did you mean \`${near}\`?`;
  throw new UserError(`unknown rule \`${toOneLine(name)}\`; ${hint}`);
}

function rulePage(rule: Rule, terminal: Terminal): string {
  const { id, severity, confidence, fix, since, docs, examples, options } = rule;
  const { style } = terminal;
  const paint = severityPaint(severity, style);
  const facts = [
    paint(severity),
    `${confidence} confidence`,
    fix === null ? "no fix" : `${fix} fix`,
    `since ${since}`,
  ];
  const lines = [
    style.bold(id),
    facts.join(style.dim(" · ")),
    "",
    ...prose(docs.summary, terminal),
    ...section("Why", prose(docs.why, terminal), terminal),
    ...section("What to do", prose(docs.remedy, terminal), terminal),
    ...examples.bad.flatMap((example) => exampleLines("Reported", example, terminal)),
    ...examples.good.flatMap((example) => exampleLines("Not reported", example, terminal)),
  ];
  const optionLines = Object.entries(options).flatMap(([name, option]) =>
    prose(`${name}: ${option.summary} (default: ${JSON.stringify(option.default)})`, terminal),
  );
  if (optionLines.length > 0) lines.push(...section("Options", optionLines, terminal));
  lines.push(
    ...section(
      "To set it aside in one place",
      [`  # connector-gate:disable-next-line ${id} -- the reason`],
      terminal,
    ),
  );
  lines.push(
    ...section(
      "More",
      [ruleUrl(id), ...docs.sources].map((url) => `  ${url}`),
      terminal,
    ),
  );
  return `${lines.join("\n")}\n`;
}

/** The page of a finding that no rule is behind. */
function ownPage({ id, docs }: RuleInfo, terminal: Terminal): string {
  const lines = [
    terminal.style.bold(id),
    "",
    ...prose(docs.summary, terminal),
    ...section("Why", prose(docs.why, terminal), terminal),
    ...section("What to do", prose(docs.remedy, terminal), terminal),
    ...section(
      "More",
      [ruleUrl(id), ...docs.sources].map((url) => `  ${url}`),
      terminal,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[], { style }: Terminal): readonly string[] {
  return ["", style.bold(title), ...lines];
}

function prose(text: string, { width }: Terminal): readonly string[] {
  return wrapText(text, Math.min(width, 100) - 2).map((line) => `  ${line}`);
}

function exampleLines(
  title: string,
  { name, source, fixed }: Example,
  terminal: Terminal,
): readonly string[] {
  const { style } = terminal;
  const lines = section(`${title}: ${name}`, sourceLines(source, terminal), terminal);
  return fixed === undefined
    ? lines
    : [...lines, style.dim("  after the fix:"), ...sourceLines(fixed, terminal)];
}

/** Source with its line of carets, which names the message after them. */
function sourceLines(source: string, { style }: Terminal): readonly string[] {
  return source
    .trimEnd()
    .split("\n")
    .map((line) => {
      const carets = /^\s*\^+(?= \w+$)/.exec(line);
      return carets ? `    ${style.yellow(carets[0])}` : `    ${line}`;
    });
}
