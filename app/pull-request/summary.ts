import { severities, type Family, type Severity } from "../../checks/engine/finding.ts";
import type { ComparedFindings } from "../../checks/report/compare.ts";
import { countOf } from "../../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, markdownMessage, shorten } from "../../checks/report/escape.ts";
import type { ReportFinding } from "../../checks/report/report.ts";
import { fitText } from "../github/fit-text.ts";
import type { ComparedConnector } from "./decide.ts";

/** Findings of one kind that are listed by name; the rest is counted. */
const maxListed = { fresh: 50, fixed: 20, unchanged: 50 } as const;
const longestMessage = 300;
const longestPath = 200;

const icons: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", notice: "ℹ️" };

/** Says in one line what came out: the title of a check run. */
export function titleOf({ fresh, fixed, unchanged }: ComparedFindings, blocking: number): string {
  const parts = severities
    .map((severity) => [severity, fresh.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => countOf(count, `new ${severity}`));
  if (fixed.length > 0) parts.push(`${fixed.length} fixed`);
  if (unchanged.length > 0) parts.push(`${unchanged.length} there before`);
  if (parts.length === 0) return "No findings";
  const text = parts.join(", ");
  return blocking > 0 || fresh.length > 0 ? text : `Nothing new: ${text}`;
}

/** The Markdown of a check run, of everything that it is about: new, fixed, there before, by family and connector. */
export function summaryOf(
  connectors: readonly ComparedConnector[],
  families: readonly Family[],
  notes: readonly string[],
): string {
  const blocks = [...notes.map((note) => `${note}\n\n`), familyTable(connectors, families)];
  for (const connector of connectors) blocks.push(...connectorBlocks(connector));
  blocks.push(...waiverBlocks(connectors, families));
  return fitText(blocks, "More did not fit here; the annotations have it all.");
}

function familyTable(connectors: readonly ComparedConnector[], families: readonly Family[]): string {
  const rows = families.map((family) => {
    const count = (kind: keyof ComparedFindings) =>
      connectors.flatMap(({ findings }) => findings[kind]).filter((finding) => finding.family === family)
        .length;
    return `| ${family} | ${count("fresh")} | ${count("fixed")} | ${count("unchanged")} |\n`;
  });
  return `| Family | New | Fixed | There before |\n| :-- | --: | --: | --: |\n${rows.join("")}`;
}

function connectorBlocks({
  file,
  title,
  isRemoved,
  isAdded,
  findings,
}: ComparedConnector): readonly string[] {
  const name = title === null ? "" : `${escapeMarkdown(shorten(title, 80))} `;
  const fate = isRemoved ? ", removed by this change" : isAdded ? ", added by this change" : "";
  const heading = `\n### ${name}${markdownCode(shorten(file, longestPath))}${fate}\n`;
  const { fresh, fixed, unchanged } = findings;
  if (isRemoved) return [heading];
  if (fresh.length + fixed.length + unchanged.length === 0) return [`${heading}\nNo findings.\n`];
  return [
    heading,
    ...list("New", fresh, maxListed.fresh),
    ...list("Fixed by this change 🎉", fixed, maxListed.fixed),
    ...list("There before, and not blocking", unchanged, maxListed.unchanged),
  ];
}

function list(heading: string, findings: readonly ReportFinding[], most: number): readonly string[] {
  if (findings.length === 0) return [];
  const worstFirst = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const blocks = [`\n#### ${heading} (${findings.length})\n\n`, ...worstFirst.slice(0, most).map(line)];
  if (findings.length > most) blocks.push(`- and ${findings.length - most} more\n`);
  return blocks;
}

function line({ severity, ruleId, url, file, start, message }: ReportFinding): string {
  const place = markdownCode(`${shorten(file, longestPath)}:${start.line}`);
  const text = markdownMessage(shorten(message, longestMessage));
  return `- ${icons[severity]} ${place} ${text} [${escapeMarkdown(ruleId)}](${url})\n`;
}

const maxWaivers = 50;

/** Every waiver is shown, since it hides findings and a reviewer may refuse it. */
function waiverBlocks(
  connectors: readonly ComparedConnector[],
  families: readonly Family[],
): readonly string[] {
  const waivers = connectors
    .flatMap((connector) => connector.waivers)
    .filter(({ ruleId }) => families.some((family) => ruleId.startsWith(`${family}/`)));
  if (waivers.length === 0) return [];
  const lines = waivers.slice(0, maxWaivers).map(({ ruleId, file, line: at, reason, state, count }) => {
    const place = markdownCode(`${shorten(file, longestPath)}:${at}`);
    const why = reason === null ? "without a reason" : escapeMarkdown(shorten(reason, longestMessage));
    const fate = state === "used" ? countOf(count, "finding") : escapeMarkdown(state);
    return `- ${place} ${markdownCode(ruleId)} (${fate}): ${why}\n`;
  });
  const rest = waivers.length > maxWaivers ? [`- and ${waivers.length - maxWaivers} more\n`] : [];
  return [`\n### Waivers (${waivers.length})\n\n`, ...lines, ...rest];
}
