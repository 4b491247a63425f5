import { families } from "../engine/finding.ts";
import { ruleUrl, type RuleInfo } from "../engine/rule-info.ts";
import { countOf } from "../report/counts.ts";
import { wrapText } from "../report/display.ts";
import { rules } from "../rules/index.ts";
import { type Given, lastValue } from "./arguments.ts";
import { exitCodes } from "./exit-codes.ts";
import { severityPaint } from "../report/style.ts";
import type { Terminal } from "./terminal.ts";

/** `connector-gate rules`: lists all rules. */
export function runRules(given: Given, terminal: Terminal): number {
  const isJson = lastValue(given, "format") === "json";
  terminal.write(
    isJson
      ? `${JSON.stringify({ schemaVersion: 1, rules: rules.map(toJson) }, null, 2)}\n`
      : listRules(terminal),
  );
  return exitCodes.passed;
}

/** A rule as data: what the JSON of `rules` and `explain` has. */
export function toJson({ id, family, severity, confidence, since, fix, docs }: RuleInfo) {
  return { id, family, severity, confidence, since, fix, docs, url: ruleUrl(id) };
}

/** A narrower column would be hard to read; what the rules are about goes on lines of its own then. */
const leastColumn = 40;

export function listRules({ style, width }: Pick<Terminal, "style" | "width">): string {
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const isWide = width - longest - 13 >= leastColumn;
  const indent = isWide ? longest + 13 : 11;
  const lines: string[] = [];
  for (const family of families) {
    const ofFamily = rules.filter((rule) => rule.family === family);
    if (ofFamily.length === 0) continue;
    lines.push(`${style.bold(family)} ${style.dim(String(ofFamily.length))}`);
    for (const { id, severity, fix, docs } of ofFamily) {
      const head = `  ${severityPaint(severity, style)(severity.padEnd(7))}  ${isWide ? id.padEnd(longest) : id}`;
      const note = fix === null ? "" : fix === "safe" ? " (safe fix)" : " (unsafe fix)";
      const [first, ...more] = wrapText(docs.summary + note, width - indent);
      lines.push(...(isWide ? [`${head}  ${first}`] : [head, " ".repeat(indent) + first]));
      lines.push(...more.map((line) => " ".repeat(indent) + line));
    }
    lines.push("");
  }
  lines.push(`${countOf(rules.length, "rule")}. \`connector-gate explain <rule>\` tells more about one.`);
  return `${lines.join("\n")}\n`;
}
