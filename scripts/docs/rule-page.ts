import { escapeUnseen } from "../../checks/report/escape.ts";
import type { OptionSpecs } from "../../checks/engine/rule.ts";
import type { RuleInfo } from "../../checks/engine/rule-info.ts";
import type { BadExample, DocumentedRule, GoodExample } from "./documented-rule.ts";
import { codeBlock, table } from "./markdown.ts";

const severityMeaning = {
  error: "blocks a listing",
  warning: "for the reviewer to weigh",
  notice: "informs",
} as const;

const fixMeaning = {
  safe: "safe: keeps behaviour",
  unsafe: "a suggestion, to be looked at before it is applied",
} as const;

/** The page of one rule: `docs/rules/<family>/<name>.md`. */
export function renderRulePage({ info, options, isWaivable, bad, good }: DocumentedRule): string {
  const sections = [
    `# ${info.id}`,
    info.docs.summary,
    table(
      ["Severity", "Confidence", "Fix", "Since"],
      [[`**${info.severity}**: ${severityMeaning[info.severity]}`, info.confidence, fixOf(info), info.since]],
    ),
    "## Why",
    info.docs.why,
    "## What to do",
    info.docs.remedy,
    "## Reported",
    ...bad.map(renderBad),
    "## Not reported",
    ...good.map(renderGood),
    ...renderOptions(options),
    ...(isWaivable ? renderWaiver(info) : []),
  ];
  if (info.docs.sources.length > 0) {
    sections.push("## Where it comes from", info.docs.sources.map((url) => `- <${url}>`).join("\n"));
  }
  sections.push("---", "[All rules](../README.md)");
  return `${sections.join("\n\n")}\n`;
}

/** The page of a finding that no rule is behind, such as `docs/rules/internal-error.md`. */
export function renderOwnPage({ id, docs }: RuleInfo): string {
  const sections = [
    `# ${id}`,
    docs.summary,
    "## Why",
    docs.why,
    "## What to do",
    docs.remedy,
    "It belongs to no rule, so it can neither be waived nor set to another severity.",
    "## More",
    docs.sources.map((url) => `- <${url}>`).join("\n"),
    "---",
    "[All rules](README.md)",
  ];
  return `${sections.join("\n\n")}\n`;
}

function fixOf({ fix }: RuleInfo): string {
  return fix === null ? "none" : fixMeaning[fix];
}

function renderBad(example: BadExample): string {
  const parts = [renderGood(example), renderFindings(example)];
  if (example.fixed !== null) parts.push("After the fix:", codeBlock("ruby", visible(example.fixed)));
  return parts.join("\n\n");
}

function renderFindings({ source, files, findings }: BadExample): string {
  const isOneLine = source.trim().split("\n").length === 1 && Object.keys(files).length === 0;
  return findings
    .map(({ file, line, message }) => {
      const place = Object.keys(files).length === 0 ? `Line ${line}` : `\`${file}\`, line ${line}`;
      return isOneLine ? `> ${message}` : `> ${place}: ${message}`;
    })
    .join("\n>\n");
}

function renderGood({ name, source, files }: GoodExample): string {
  const blocks = Object.entries(files).map(
    ([path, text]) => `\`${path}\`:\n\n${codeBlock(languageOf(path), visible(text))}`,
  );
  const connector = codeBlock("ruby", visible(source));
  const shown = blocks.length === 0 ? [connector] : ["`connector.rb`:", connector, ...blocks];
  return [`### ${heading(name)}`, ...shown].join("\n\n");
}

function renderOptions(options: OptionSpecs): readonly string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const rows = entries.map(([name, { default: value, summary }]) => [
    `\`${name}\``,
    `\`${JSON.stringify(value)}\``,
    summary,
  ]);
  return ["## Options", table(["Option", "Default", "What it is"], rows)];
}

function renderWaiver({ id }: RuleInfo): readonly string[] {
  return [
    "## How to waive it",
    "By a comment above the line, with the reason. Reviewers see every waiver.",
    codeBlock("ruby", `# connector-gate:disable-next-line ${id} -- why it does not hold here`),
  ];
}

function languageOf(path: string): string {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  return { rb: "ruby", yml: "yaml", yaml: "yaml", md: "markdown", json: "json" }[extension] ?? "text";
}

/** Controls and other characters that cannot be seen are shown as escapes. */
function visible(text: string): string {
  return text
    .split("\n")
    .map((line) => line.split("\t").map(escapeUnseen).join("\t"))
    .join("\n");
}

function heading(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
