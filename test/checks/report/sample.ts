/** Results made by hand, as the checker would give them. */
import type { ProjectResult } from "../../../checks/checker.ts";
import type { Finding, Severity } from "../../../checks/engine/finding.ts";
import { type RuleCatalogue, type RuleInfo, ruleUrl } from "../../../checks/engine/rule-info.ts";
import type { ReportFinding } from "../../../checks/report/report.ts";
import { createSourceText, type Span } from "../../../checks/ruby/source.ts";

function rule(id: string, severity: Severity, summary: string, why: string, remedy: string): RuleInfo {
  const family = id.split("/")[0] as RuleInfo["family"];
  return {
    id,
    family,
    severity,
    confidence: "high",
    since: "0.1.0",
    fix: null,
    docs: { summary, why, remedy, sources: ["https://docs.workato.com/"] },
  };
}

export const sampleRules: RuleCatalogue = new Map(
  [
    rule(
      "structure/syntax",
      "error",
      "Parses as Ruby.",
      "A file that is not Ruby cannot be loaded.",
      "Mend the syntax.",
    ),
    rule(
      "usability/action-title",
      "warning",
      "Gives every action a title.",
      "The recipe editor lists actions by title. Without one, users see the raw key.",
      "Add `title:` to the action.",
    ),
    rule(
      "security/secret",
      "error",
      "Holds no secret.",
      "Everybody can read the code.",
      "Move it to the connection.",
    ),
    rule(
      "usability/field-hint",
      "notice",
      "Gives fields a hint.",
      "A hint tells users what to enter.",
      "Add `hint:`.",
    ),
  ].map((info) => [info.id, info]),
);

export interface SampleFinding {
  readonly ruleId: string;
  readonly message: string;
  /** What is marked: the first place of this text in the source, or a span; null for the whole file. */
  readonly at: string | Span | null;
  readonly path?: string | null;
  readonly file?: string;
  readonly fix?: Finding["fix"];
  readonly related?: Finding["related"];
}

export interface SampleProject {
  readonly file?: string;
  readonly title?: string | null;
  readonly source: string;
  readonly findings: readonly SampleFinding[];
}

export function sampleResult({
  file = "shop/connector.rb",
  title = "Shop",
  source,
  findings,
}: SampleProject): ProjectResult {
  const text = createSourceText(Buffer.from(source));
  const details = findings.map(({ ruleId, message, at, path, file: other, fix, related }): Finding => {
    const severity = sampleRules.get(ruleId)!.severity;
    return {
      ruleId,
      severity,
      message,
      file: other ?? file,
      span: toSpan(source, at),
      path: path ?? null,
      fix: fix ?? null,
      ...(related ? { related } : {}),
    };
  });
  const rows = details.map(({ ruleId, severity, message, file: place, span, path, fix }): ReportFinding => ({
    ruleId,
    family: sampleRules.get(ruleId)!.family,
    severity,
    message,
    file: place,
    start: span ? text.position(span.start) : { line: 1, column: 1 },
    end: span ? text.position(span.end) : { line: 1, column: 1 },
    path,
    fixable: fix !== null,
    url: ruleUrl(ruleId),
  }));
  const count = (severity: Severity) => rows.filter((row) => row.severity === severity).length;
  return {
    report: {
      path: file.replace(/\/?[^/]*$/, "") || ".",
      file,
      title,
      sha256: "0".repeat(64),
      lines: text.lineCount(),
      verdict: count("error") > 0 ? "fail" : "pass",
      counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
      findings: rows,
      waivers: [],
    },
    findings: details,
    sources: new Map([[file, text]]),
  };
}

function toSpan(source: string, at: SampleFinding["at"]): Span | null {
  if (typeof at !== "string") return at;
  const index = source.indexOf(at);
  const start = Buffer.byteLength(source.slice(0, index));
  return { start, end: start + Buffer.byteLength(at) };
}
