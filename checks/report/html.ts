import type { ProjectResult } from "../checker.ts";
import { sha256 } from "../digest.ts";
import { families, severities } from "../engine/finding.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { version } from "../version.ts";
import { countOf, describeCounts, sumCounts, toNumber } from "./counts.ts";
import { shorten } from "./escape.ts";
import {
  badge,
  connectorSection,
  describeFound,
  longestPath,
  longestTitle,
  type Page,
} from "./html-findings.ts";
import { Markup, markup } from "./html-parts.ts";
import { htmlStyle } from "./html-style.ts";
import { familyNames } from "./markdown.ts";
import type { Counts } from "./report.ts";

export interface HtmlOptions {
  readonly rules: RuleCatalogue;
  /** The most UTF-16 units of all findings and waivers; those that no longer fit are counted at the end. */
  readonly maxLength?: number;
}

/** A browser lays this out in seconds. */
const defaultMaxLength = 10_000_000;

/** The report as one file for a browser: nothing in it runs, and nothing is loaded from elsewhere. */
export function renderHtml(results: readonly ProjectResult[], options: HtmlOptions): string {
  const page: Page = { rules: options.rules, room: options.maxLength ?? defaultMaxLength, left: 0 };
  const title = `Connector Gate: ${describeCounts(sumCounts(results.map(({ report }) => report)))}`;
  const digest = Buffer.from(sha256(htmlStyle), "hex").toString("base64");
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const connectors = results.map((result, index) =>
    connectorSection(result, results.length === 1 ? null : index + 1, page),
  );
  const left = markup`<p>${countOf(page.left, "more finding")} did not fit here; other formats have them.</p>\n`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<style>${new Markup(htmlStyle)}</style>
</head>
<body>
${heading(results)}<main>
${connectors}${page.left > 0 ? left : null}</main>
<footer>
<p>Connector Gate ${version}. An error surely breaks, or surely violates a must, and blocks. A warning is for the reviewer
to weigh. A notice is advice.</p>
</footer>
</body>
</html>
`.text;
}

function heading(results: readonly ProjectResult[]): Markup {
  const projects = results.map(({ report }) => report);
  const failed = projects.filter(({ verdict }) => verdict === "fail").length;
  const one = results.length === 1 ? results[0]! : null;
  const verdict = one?.report.verdict ?? (failed === 0 ? "all pass" : `${toNumber(failed)} fail`);
  const found = one ? describeFound(one) : describeCounts(sumCounts(projects));
  const scope = one ? "" : ` in ${countOf(projects.length, "connector")}`;
  return markup`<header>
<p>Connector Gate</p>
<h1>${badge(failed > 0 ? "fail" : "pass", verdict)} ${found}${scope}</h1>
${familyTable(results)}${one ? null : connectorTable(results)}</header>
`;
}

function familyTable(results: readonly ProjectResult[]): Markup {
  const counts = new Map(families.map((family) => [family, { error: 0, warning: 0, notice: 0 }]));
  for (const { report } of results)
    for (const { family, severity } of report.findings) counts.get(family)![severity]++;
  const rows = [...counts].map(
    ([family, own]) => markup`<tr><th scope="row">${familyNames[family]}</th>${countCells(own)}</tr>\n`,
  );
  return countTable("By family", "Family", rows);
}

function connectorTable(results: readonly ProjectResult[]): Markup {
  const rows = results.map(({ report: { verdict, title, file, counts } }, index) => {
    const name = markup`<a href="#c${index + 1}"><bdi>${shorten(title ?? file, longestTitle)}</bdi></a>`;
    const path = title === null ? null : markup` <code>${shorten(file, longestPath)}</code>`;
    return markup`<tr><th scope="row">${badge(verdict)} ${name}${path}</th>${countCells(counts)}</tr>\n`;
  });
  return countTable("By connector", "Connector", rows);
}

function countTable(caption: string, name: string, rows: readonly Markup[]): Markup {
  const names = [name, "Errors", "Warnings", "Notices"].map((one) => markup`<th scope="col">${one}</th>`);
  return markup`<table class="counts">
<caption>${caption}</caption>
<thead><tr>${names}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

function countCells(counts: Counts): readonly Markup[] {
  return severities.map((severity) => {
    const count = counts[severity];
    return markup`<td class="${count === 0 ? "none" : severity}">${toNumber(count)}</td>`;
  });
}
