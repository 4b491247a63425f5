import type { ProjectResult } from "../checker.ts";
import { compareSeverity, type Finding, type Fix } from "../engine/finding.ts";
import { infoOf } from "../engine/own-findings.ts";
import { toReportFinding } from "../engine/report-findings.ts";
import { type RuleCatalogue, ruleUrl } from "../engine/rule-info.ts";
import { addTo } from "../groups.ts";
import type { SourceText } from "../ruby/source.ts";
import { countOf, describeCounts, toNumber } from "./counts.ts";
import { shorten } from "./escape.ts";
import { diff, type Markup, markup, prose, snippet } from "./html-parts.ts";
import type { ReportFinding, ReportWaiver } from "./report.ts";

/** What the parts of one page share. */
export interface Page {
  readonly rules: RuleCatalogue;
  /** How many UTF-16 units still fit. */
  room: number;
  /** How many findings and waivers did not. */
  left: number;
}

export const longestTitle = 80;
export const longestPath = 200;
const longestMessage = 600;

/** So many findings of a rule are seen at once; the others are folded. */
const unfolded = 10;

export function badge(
  kind: ProjectResult["report"]["verdict"] | Finding["severity"],
  text: string = kind,
): Markup {
  return markup`<b class="badge ${kind}">${text}</b>`;
}

/** What was found, in the words of the text for terminals. */
export function describeFound({ report: { baseline, counts }, findings }: ProjectResult): string {
  if (!baseline) return describeCounts(counts);
  return findings.length === 0 ? "nothing new" : `${describeCounts(counts)}, new`;
}

/** One connector with its findings and waivers; it has a number where it is one of several. */
export function connectorSection(result: ProjectResult, number: number | null, page: Page): Markup {
  const { file, title, verdict, baseline, sha256, lines } = result.report;
  const fixable = result.findings.filter(({ fix }) => fix?.safety === "safe").length;
  const facts = [
    markup`<code>${shorten(file, longestPath)}</code>`,
    markup`${countOf(lines, "line")}`,
    markup`SHA-256 <code>${sha256.slice(0, 12)}…</code>`,
    ...(fixable > 0 ? [markup`${toNumber(fixable)} fixable with <code>--fix</code>`] : []),
    ...(baseline
      ? [markup`${toNumber(baseline.fixed.length)} fixed, ${toNumber(baseline.unchanged.length)} as before`]
      : []),
    ...(number === null ? [] : [markup`<a href="#top">All connectors</a>`]),
  ];
  return markup`<section id="c${number ?? 1}">
<h2>${badge(verdict)} <bdi>${shorten(title ?? file, longestTitle)}</bdi>: ${describeFound(result)}</h2>
<ul class="facts">${facts.map((fact) => markup`<li>${fact}</li>`)}</ul>
${ruleSections(result, page)}${waivers(result, page)}</section>
`;
}

/** A finding as reports have it, the one behind it, and the text it is about. */
interface Entry {
  readonly finding: ReportFinding;
  readonly detail: Finding | undefined;
  readonly source: SourceText | undefined;
}

/** The findings by rule, the worst rule first, and in the order of their places. */
function ruleSections({ report, findings, sources }: ProjectResult, page: Page): readonly Markup[] {
  const entries = report.findings.map((finding, index): Entry => {
    return { finding, detail: findings[index], source: sources.get(finding.file) };
  });
  const groups = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((a, b) => compareSeverity(a.finding.severity, b.finding.severity)))
    addTo(groups, `${entry.finding.severity} ${entry.finding.ruleId}`, entry);
  return [...groups.values()].flatMap((group) => ruleSection(group, report.file, page));
}

function ruleSection(group: readonly Entry[], connector: string, page: Page): readonly Markup[] {
  const shown = fit(group, findingItem, page);
  if (shown.length === 0) return [];
  const { ruleId, severity, file } = group[0]!.finding;
  const docs = infoOf(page.rules, ruleId)?.docs;
  const count = group.length > 1 ? ` (${toNumber(group.length)})` : "";
  const reason = docs
    ? markup`<p>${prose(docs.why)} <strong>Fix:</strong> ${prose(docs.remedy)}</p>\n`
    : null;
  const folded = shown.slice(unfolded);
  const more = markup`<details><summary>${toNumber(folded.length)} more</summary>
<ul>
${folded}</ul>
</details>
`;
  return [
    markup`<section class="rule ${severity}">
<h3>${badge(severity)} ${ruleLink(ruleId, page)}${count}</h3>
${reason}<ul>
${shown.slice(0, unfolded)}</ul>
${folded.length > 0 ? more : null}${page.rules.has(ruleId) ? waiving(ruleId, file === connector) : null}</section>
`,
  ];
}

/** What still fits. What comes later may be shorter, but a list with gaps would mislead. */
function fit<T>(items: readonly T[], make: (item: T, page: Page) => Markup, page: Page): readonly Markup[] {
  const fitting: Markup[] = [];
  for (const item of items) {
    const made = page.room > 0 ? make(item, page) : null;
    page.room -= made?.text.length ?? 0;
    if (made && page.room >= 0) fitting.push(made);
    else page.left++;
  }
  return fitting;
}

/** Only rules of ours have pages; a name that somebody else made up is no link. */
function ruleLink(id: string, { rules }: Page): Markup {
  if (!infoOf(rules, id)) return markup`<code>${shorten(id, longestPath)}</code>`;
  return markup`<a href="${ruleUrl(id)}">${id}</a>`;
}

/** A comment does it in the connector's own code alone. */
function waiving(id: string, inCode: boolean): Markup {
  const comment = markup`by a comment before the line:</p>
<pre># connector-gate:disable-next-line ${id} -- the reason</pre>`;
  const setting = markup`in <code>.github/connector-gate.yml</code>:</p>
<pre>waivers:
  - rule: ${id}
    reason: the reason</pre>`;
  return markup`<details class="waiving"><summary>Does not fit here?</summary>
<p>Set it aside, with a reason that reviewers see, ${inCode ? comment : setting}
<p><code>connector-gate explain ${id}</code> shows examples.</p>
</details>
`;
}

function findingItem({ finding, detail, source }: Entry): Markup {
  const span = detail?.span ?? null;
  const related = (source && detail?.related) ?? [];
  const seen = related.map((other) => {
    const { line, column } = source!.position(other.span.start);
    const there = `${shorten(finding.file, longestPath)}:${line}:${column}`;
    return markup`<p class="place">See <code>${there}</code> ${prose(shorten(other.message, longestMessage))}</p>\n`;
  });
  return markup`<li>
<p class="message">${prose(shorten(finding.message, longestMessage))}</p>
<p class="place">${place(finding, detail)}</p>
${source && span ? snippet(source, span) : null}${seen}${source && detail?.fix ? change(source, detail.fix) : null}</li>
`;
}

function place({ file, start, path }: ReportFinding, detail: Finding | undefined): Markup {
  const isWholeFile = detail?.span === null && detail.line === undefined;
  const position = isWholeFile ? "" : `:${start.line}:${start.column}`;
  const within = path === null ? null : markup` in <code>${shorten(path, longestPath)}</code>`;
  return markup`<code>${shorten(file, longestPath)}${position}</code>${within}`;
}

function change(source: SourceText, fix: Fix): Markup {
  const how =
    fix.safety === "safe" ? "`--fix` does it for you." : "`--fix-unsafe` does it, for you to look at.";
  const text = markup`${prose(shorten(fix.title, longestMessage))}. ${prose(how)}`;
  const lines = diff(source, fix);
  if (!lines) return markup`<p class="place">Fix: ${text}</p>\n`;
  return markup`<details><summary>Fix: ${text}</summary>\n${lines}</details>\n`;
}

/** What waivers hide, and what is wrong with them: reviewers see it all. */
function waivers({ report, waived = [], sources }: ProjectResult, page: Page): Markup | null {
  if (report.waivers.length === 0) return null;
  const names = ["Rule", "Where", "Sets aside", "Reason"].map((name) => markup`<th scope="col">${name}</th>`);
  const entries = waived.map(({ finding }) => ({
    finding: toReportFinding(finding, sources),
    detail: finding,
  }));
  return markup`<details class="waivers">
<summary>${countOf(report.waivers.length, "waiver")}: ${countOf(waived.length, "finding")} set aside</summary>
<table>
<thead><tr>${names}</tr></thead>
<tbody>
${fit(report.waivers, waiverRow, page)}</tbody>
</table>
<ul>
${fit(entries, waivedItem, page)}</ul>
</details>
`;
}

function waiverRow({ ruleId, file, line, reason, until, state, count }: ReportWaiver, page: Page): Markup {
  const what = state === "used" ? countOf(count, "finding") : state.replace("-", " ");
  const cells = [
    ruleLink(ruleId, page),
    markup`<code>${shorten(file, longestPath)}:${line}</code>`,
    markup`${what}${until === null ? "" : `, until ${shorten(until, 20)}`}`,
    prose(shorten(reason ?? "", longestMessage)),
  ];
  return markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`;
}

function waivedItem({ finding, detail }: Omit<Entry, "source">, page: Page): Markup {
  return markup`<li>
<p class="message">${prose(shorten(finding.message, longestMessage))}</p>
<p class="place">${badge(finding.severity)} ${ruleLink(finding.ruleId, page)} ${place(finding, detail)}</p>
</li>
`;
}
