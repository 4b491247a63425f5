import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result, Run, Suppression } from "sarif";
import type { ProjectResult, WaivedFinding } from "../checker.ts";
import type { Edit, Finding, Fix, RelatedPlace, Severity } from "../engine/finding.ts";
import { toReportFinding } from "../engine/report-findings.ts";
import { infoOf } from "../engine/own-findings.ts";
import type { RuleCatalogue, RuleInfo } from "../engine/rule-info.ts";
import type { SourceText, Span } from "../ruby/source.ts";
import { byteLength } from "../text/bytes.ts";
import { countOf } from "./counts.ts";
import { shorten, toOneLine } from "./escape.ts";
import { fingerprints } from "./fingerprint.ts";
import { encodePath } from "./markdown-parts.ts";
import type { ReportFinding } from "./report.ts";
import { version } from "../version.ts";

/** GitHub code scanning takes no more results in one run, and shows the worst of them. */
const maxResults = 5000;

/** Code scanning takes ten megabytes, compressed; as much uncompressed is always less. */
const maxBytes = 10 * 1000 * 1000;

const longestMessage = 1000;
const longestPath = 500;
/** A fix that writes more is not carried along; `check --fix` makes it all the same. */
const longestFix = 10_000;

const levels = { error: "error", warning: "warning", notice: "note" } as const satisfies Record<
  Severity,
  string
>;

/** How bad a problem is, in the words that GitHub's code scanning knows. */
const problemSeverities = { error: "error", warning: "warning", notice: "recommendation" } as const;
const securitySeverities = { error: "8.0", warning: "5.0", notice: "2.0" } as const;

interface Row {
  readonly finding: ReportFinding;
  readonly detail: Finding | undefined;
  readonly source: SourceText | undefined;
  readonly fingerprint: string;
  /** Why it was set aside; null where it was not. */
  readonly waived: Pick<WaivedFinding, "source" | "reason"> | null;
}

export interface SarifOptions {
  /**
   * Also what waivers set aside, as suppressed results. Not for code scanning: it shows them as open alerts.
   * (https://github.com/github/codeql-action/issues/1230)
   */
  readonly waived?: boolean;
}

/** The report as SARIF 2.1.0, as GitHub code scanning and editors read it. */
export function renderSarif(
  results: readonly ProjectResult[],
  rules: RuleCatalogue,
  { waived = false }: SarifOptions = {},
): string {
  const all = results.flatMap((result) => [...toRows(result), ...(waived ? toWaivedRows(result) : [])]);
  let rows = all.length > maxResults ? worst(all, maxResults) : all;
  let text = renderLog(results, rows, all.length, rules);
  while (byteLength(text) > maxBytes) {
    rows = worst(rows, Math.floor(rows.length * 0.8));
    text = renderLog(results, rows, all.length, rules);
  }
  return text;
}

function renderLog(
  results: readonly ProjectResult[],
  rows: readonly Row[],
  count: number,
  rules: RuleCatalogue,
): string {
  const ruleIds = [...new Set(rows.map(({ finding }) => finding.ruleId))].toSorted();
  const run: Run = {
    tool: {
      driver: {
        name: "connector-gate",
        version,
        semanticVersion: version,
        informationUri: "https://github.com/connector-gate/connector-gate",
        rules: ruleIds.map((id) => toDescriptor(id, rows, rules)),
      },
    },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: omissions(count - rows.length) }],
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder that the checks ran in." } } },
    artifacts: results.map(({ report }) => ({
      location: toArtifact(report.file),
      hashes: { "sha-256": report.sha256 },
    })),
    columnKind: "utf16CodeUnits",
    results: rows.map((row) => toResult(row, ruleIds)),
  };
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRows({ report, findings, sources }: ProjectResult): readonly Row[] {
  const names = fingerprints(report.findings);
  return report.findings.map((finding, index) => ({
    finding,
    detail: findings[index],
    source: sources.get(finding.file),
    fingerprint: names[index]!,
    waived: null,
  }));
}

function toWaivedRows({ waived = [], sources }: ProjectResult): readonly Row[] {
  const findings = waived.map(({ finding }) => toReportFinding(finding, sources));
  const names = fingerprints(findings);
  return findings.map((finding, index) => ({
    finding,
    detail: waived[index]!.finding,
    source: sources.get(finding.file),
    fingerprint: names[index]!,
    waived: waived[index]!,
  }));
}

/** The worst of the rows, in the order they have; what was set aside goes first. */
function worst(rows: readonly Row[], count: number): readonly Row[] {
  const rank = { error: 0, warning: 1, notice: 2 };
  const kept = rows
    .toSorted(
      (a, b) =>
        Number(a.waived !== null) - Number(b.waived !== null) ||
        rank[a.finding.severity] - rank[b.finding.severity],
    )
    .slice(0, count);
  const chosen = new Set(kept);
  return rows.filter((row) => chosen.has(row));
}

function omissions(count: number) {
  if (count <= 0) return [];
  const text = `${countOf(count, "finding")} left out, the mildest: code scanning takes ${countOf(maxResults, "result")} in 10 MB.`;
  return [{ level: "note" as const, message: { text } }];
}

function toDescriptor(id: string, rows: readonly Row[], rules: RuleCatalogue): ReportingDescriptor {
  const rule = infoOf(rules, id);
  const finding = rows.find((row) => row.finding.ruleId === id)!.finding;
  const severity = rule?.severity ?? finding.severity;
  const isSecurity = finding.family === "security";
  return {
    id,
    name: id,
    ...(rule ? describe(rule, finding.url) : {}),
    helpUri: finding.url,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [finding.family],
      precision: rule?.confidence ?? "high",
      "problem.severity": problemSeverities[severity],
      ...(isSecurity ? { "security-severity": securitySeverities[severity] } : {}),
    },
  };
}

function describe({ docs }: RuleInfo, url: string): Partial<ReportingDescriptor> {
  const sources = docs.sources.map((source) => `- <${source}>`).join("\n");
  return {
    shortDescription: { text: docs.summary },
    fullDescription: { text: `${docs.summary} ${docs.why}` },
    help: {
      text: `${docs.why}\n\n${docs.remedy}\n\n${url}`,
      markdown: `${docs.why}\n\n**How to fix:** ${docs.remedy}\n\n[Examples and options](${url})${sources && `\n\nFrom:\n\n${sources}`}`,
    },
  };
}

function toResult({ finding, detail, source, fingerprint, waived }: Row, ruleIds: readonly string[]): Result {
  const { ruleId, severity, file, start, end, path } = finding;
  const isWholeFile = detail?.span === null;
  const region: Region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: levels[severity],
    message: { text: toMessage(finding.message) },
    locations: [
      {
        physicalLocation: toLocation(file, isWholeFile ? { startLine: start.line } : region),
        ...(path === null
          ? {}
          : {
              logicalLocations: [
                { fullyQualifiedName: shorten(toOneLine(path), longestPath), kind: "member" },
              ],
            }),
      },
    ],
    partialFingerprints: { "connectorGate/v1": fingerprint },
    ...(detail?.related && source ? { relatedLocations: toRelated(file, detail.related, source) } : {}),
    ...(detail?.fix && source && isShort(detail.fix)
      ? { fixes: [toFix(file, detail.fix.title, detail.fix.edits, source)] }
      : {}),
    ...(waived ? { suppressions: [toSuppression(waived)] } : {}),
  };
}

function toRelated(file: string, related: readonly RelatedPlace[], source: SourceText) {
  return related.map(({ span, message }, index) => ({
    id: index + 1,
    physicalLocation: toLocation(file, toRegion(span, source)),
    message: { text: toMessage(message) },
  }));
}

function toSuppression({ source, reason }: Pick<WaivedFinding, "source" | "reason">): Suppression {
  return {
    kind: source === "code" ? "inSource" : "external",
    status: "accepted",
    ...(reason === null ? {} : { justification: shorten(toOneLine(reason), longestMessage) }),
  };
}

function isShort({ edits }: Fix): boolean {
  return edits.reduce((sum, { text }) => sum + text.length, 0) <= longestFix;
}

/** A message may hold links, written as in Markdown; those that stand in a connector's names are kept from being any. */
function toMessage(message: string): string {
  return shorten(toOneLine(message), longestMessage).replaceAll("](", "]\u200b(");
}

function toLocation(file: string, region: Region): PhysicalLocation {
  return { artifactLocation: toArtifact(file), region };
}

function toArtifact(file: string) {
  const uri = encodePath(file);
  return uri.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

function toFix(file: string, title: string, edits: readonly Edit[], source: SourceText) {
  return {
    description: { text: title },
    artifactChanges: [
      { artifactLocation: toArtifact(file), replacements: edits.map((edit) => toReplacement(edit, source)) },
    ],
  };
}

function toReplacement({ span, text }: Edit, source: SourceText) {
  return { deletedRegion: toRegion(span, source), insertedContent: { text } };
}

function toRegion(span: Span, source: SourceText): Region {
  const start = source.position(span.start);
  const end = source.position(span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
