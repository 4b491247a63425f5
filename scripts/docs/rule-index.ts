import { families, type Family, type Severity } from "../../checks/engine/finding.ts";
import type { RuleInfo } from "../../checks/engine/rule-info.ts";
import { table } from "./markdown.ts";

const about: Readonly<Record<Family, string>> = {
  structure: "It would fail to load or to run.",
  guidelines: "Workato's technical coding guidelines.",
  security: "Credentials, hosts and input that others control.",
  usability: "What recipe builders see: titles, labels, hints, help, controls.",
  listing: "The manifest, the evidence of testing, and the files around the connector.",
};

/** The index of all rules, by family: `docs/rules/README.md`. */
export function renderRuleIndex(rules: readonly RuleInfo[], own: readonly RuleInfo[]): string {
  const sections = [
    "# Rules",
    `${rules.length} rules. \`error\` blocks a listing, \`warning\` is for the reviewer to weigh, \`notice\` informs.`,
  ];
  for (const [family, members] of byFamily(rules)) {
    sections.push(
      `## ${family}`,
      about[family],
      table(
        ["Rule", "Severity", "Fix", "What holds"],
        members.map((rule) => [
          `[${rule.id}](${rule.id}.md)`,
          rule.severity,
          rule.fix ?? "",
          rule.docs.summary,
        ]),
      ),
    );
  }
  sections.push(
    "## The checks themselves",
    "Findings of no rule. They can neither be waived nor set to another severity.",
    table(
      ["Finding", "What holds"],
      own.map(({ id, docs }) => [`[${id}](${id}.md)`, docs.summary]),
    ),
  );
  return `${sections.join("\n\n")}\n`;
}

/** The table of families for the README. */
export function renderFamilyTable(rules: readonly RuleInfo[]): string {
  return table(
    ["Family", "What its rules look after", "error", "warning", "notice"],
    byFamily(rules).map(([family, members]) => [
      `[${family}](docs/rules/README.md#${family})`,
      about[family],
      count(members, "error"),
      count(members, "warning"),
      count(members, "notice"),
    ]),
  );
}

function byFamily(rules: readonly RuleInfo[]): readonly (readonly [Family, readonly RuleInfo[]])[] {
  return families
    .map((family) => [family, rules.filter((rule) => rule.family === family)] as const)
    .filter(([, members]) => members.length > 0);
}

function count(rules: readonly RuleInfo[], severity: Severity): string {
  const found = rules.filter((rule) => rule.severity === severity).length;
  return found === 0 ? "" : String(found);
}
