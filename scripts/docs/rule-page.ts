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
  unsafe: "offered as a suggestion, to be looked at before it is applied",
} as const;

/** The page of one rule: `docs/rules/<family>/<name>.md`. */
export function renderRulePage({ info, bad, good }: DocumentedRule): string {
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
  ];
  if (info.docs.sources.length > 0) {
    sections.push("## Where it comes from", info.docs.sources.map((url) => `- <${url}>`).join("\n"));
  }
  sections.push("---", "[All rules](../README.md)");
  return `${sections.join("\n\n")}\n`;
}

function fixOf({ fix }: RuleInfo): string {
  return fix === null ? "none" : fixMeaning[fix];
}

function renderBad(example: BadExample): string {
  const parts = [
    `### ${heading(example.name)}`,
    codeBlock("ruby", example.source),
    example.messages.map((message) => `> ${message}`).join("\n>\n"),
  ];
  if (example.fixed !== null) parts.push("After the fix:", codeBlock("ruby", example.fixed));
  return parts.join("\n\n");
}

function renderGood(example: GoodExample): string {
  return `### ${heading(example.name)}\n\n${codeBlock("ruby", example.source)}`;
}

function heading(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
