import { type Inspection, inspectConnector } from "./connector/inspect.ts";
import { type EvaluatedProgram, evaluateProgram, readConnector } from "./connector/read-connector.ts";
import { compareFindings, toReportFinding, toReportWaiver } from "./engine/report-findings.ts";
import { type Finding, isAtLeast, type Severity } from "./engine/finding.ts";
import { analysisLimitId } from "./engine/own-findings.ts";
import type { ConnectorFile, Rule } from "./engine/rule.ts";
import { failedChecks, prepareRules, type ReadyRules, type RuleSettings } from "./engine/run-rules.ts";
import {
  applyWaivers,
  type ConfiguredWaiver,
  readCodeWaivers,
  type ReviewedWaiver,
  toWaiver,
} from "./engine/waivers.ts";
import { sha256 } from "./digest.ts";
import { type ConnectorProject, maxSourceBytes } from "./project.ts";
import type { ProjectReport } from "./report/report.ts";
import { createRubyParser, type ParseResult, type RubyParser } from "./ruby/parser.ts";
import { createSourceText, type SourceText } from "./ruby/source.ts";
import { rules as allRules } from "./rules/index.ts";

export interface CheckOptions {
  /** A finding as bad as this makes the verdict `fail`; `never` always passes. */
  readonly failOn: Severity | "never";
  /** How rules are set; those not named are as they are. */
  readonly settings?: RuleSettings;
  /** Waivers of the configuration; those in the code are read from it. `false` ignores all of them. */
  readonly waivers?: readonly ConfiguredWaiver[] | false;
  /** The day by which waivers expire, as `YYYY-MM-DD`; none does where it is absent. */
  readonly today?: string;
}

/** What became of one project: the report, and what only code needs: fixes, and texts to quote from. */
export interface ProjectResult {
  readonly report: ProjectReport;
  /** In the order of `report.findings`. */
  readonly findings: readonly Finding[];
  /** What waivers set aside: in no count, and without a say in the verdict. */
  readonly waived?: readonly WaivedFinding[];
  /** The text of each file that has findings, by its path in the report. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

export interface WaivedFinding {
  readonly finding: Finding;
  readonly source: "code" | "configuration";
  readonly reason: string | null;
}

/** The checks, ready to use. All of it is synchronous, deterministic and bounded; nothing throws on bad input. */
export interface Checker {
  check(project: ConnectorProject, options: CheckOptions): ProjectResult;
  /** The model of a connector as data; null where the file does not parse, or its value is not known to be a hash. */
  inspect(file: string, source: Uint8Array): Inspection | null;
  /** Whether a Ruby file's value is a connector: a hash with a `connection` and `actions` or `triggers`. */
  isConnector(source: Uint8Array): boolean;
}

/** Makes a checker from the bytes of the Ruby parser's `prism.wasm`. */
export async function createChecker(wasm: Uint8Array, rules: readonly Rule[] = allRules): Promise<Checker> {
  const parse = await createRubyParser(wasm);
  return {
    check: (project, options) => check(parse, rules, project, options),
    inspect(file, bytes) {
      const source = createSourceText(bytes);
      const { evaluated } = readFile(source, parse);
      return withinStack(() => {
        const connector = evaluated && readConnector(file, source, evaluated);
        return connector && inspectConnector(connector);
      });
    },
    isConnector(bytes) {
      // Words first: most Ruby files need not be parsed to tell.
      if (!mayBeConnector(bytes)) return false;
      const { value, text } = readFile(createSourceText(bytes), parse);
      // One that cannot be read is not passed over: that is the worst that can be said of a connector.
      if (value === null) return text !== null && looksLikeConnector(text);
      return (
        value.kind === "hash" &&
        value.entries.has("connection") &&
        (value.entries.has("actions") || value.entries.has("triggers"))
      );
    },
  };
}

function mayBeConnector(bytes: Uint8Array): boolean {
  if (bytes.length > maxSourceBytes) return false;
  const text = new TextDecoder().decode(bytes);
  return text.includes("connection") && /\b(?:actions|triggers)\b/.test(text);
}

/** Whether a text that does not parse is meant to be a connector: it begins with a brace, and has the keys of one. */
function looksLikeConnector(text: string): boolean {
  const hasKey = (names: string) =>
    new RegExp(`^[ \\t]*["':]?(?:${names})["']?[ \\t]*(?::|=>)`, "mu").test(text);
  return /^\ufeff?(?:\s|#.*\n)*\{/u.test(text) && hasKey("connection") && hasKey("actions|triggers");
}

function check(
  parse: RubyParser,
  rules: readonly Rule[],
  project: ConnectorProject,
  options: CheckOptions,
): ProjectResult {
  const ready = prepareRules(rules, project, options.settings ?? new Map());
  const source = createSourceText(project.source);
  let findings: readonly Finding[];
  let title: string | null = null;
  let syntax: ParseResult | null = null;
  try {
    const file = readFile(source, parse);
    // Few files have a waiver, and the word is found faster than the comments are read.
    if (file.text?.includes("connector-gate")) ({ syntax } = file);
    findings = ready.runOnFile(file);
    const connector = file.evaluated && readConnector(project.file, source, file.evaluated);
    if (connector) {
      const value = connector.title?.value;
      title = value?.kind === "string" ? value.text : null;
      findings = ready.run(connector);
    }
  } catch (error) {
    findings =
      error instanceof RangeError
        ? prepareRules(rules, project, options.settings ?? new Map()).runOnFile(tooDeep(source))
        : [...ready.findings(), failedChecks(project.file, error)];
  }
  const outcome = setAside(findings, { ready, rules, project, source, syntax, options });
  return toResult(project, source, title, outcome, options.failOn);
}

interface Surroundings {
  readonly ready: ReadyRules;
  readonly rules: readonly Rule[];
  readonly project: ConnectorProject;
  readonly source: SourceText;
  /** Null where there are surely no waivers in it. */
  readonly syntax: ParseResult | null;
  readonly options: CheckOptions;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly waivers: readonly ReviewedWaiver[];
  readonly waived: readonly WaivedFinding[];
}

/** Applies the waivers, and lets the rules speak of them. */
function setAside(
  found: readonly Finding[],
  { ready, rules, project, source, syntax, options }: Surroundings,
): Outcome {
  if (options.waivers === false) return { findings: found, waivers: [], waived: [] };
  const inCode = syntax ? readCodeWaivers(project.file, source, syntax) : { waivers: [], problems: [] };
  const all = [...inCode.waivers, ...(options.waivers ?? []).map(toWaiver)];
  if (all.length === 0 && inCode.problems.length === 0) return { findings: found, waivers: [], waived: [] };
  const knownRules = new Set(rules.map((rule) => rule.id));
  const { findings, waivers, waived } = applyWaivers(found, all, {
    knownRules,
    today: options.today ?? null,
    lineOf: ({ span }) => (span ? source.lineOf(span.start) : 1),
  });
  const about = ready.runOnWaivers({ waivers, problems: inCode.problems, knownRules });
  return {
    findings: [...findings, ...about],
    waivers,
    waived: waived.map(({ finding, waiver: { source: from, reason } }) => ({
      finding,
      source: from,
      reason,
    })),
  };
}

/** What is said of a connector whose check had to be stopped: nothing is known of it, and that does not pass. */
export function stoppedResult(
  project: ConnectorProject,
  { failOn }: CheckOptions,
  message: string,
): ProjectResult {
  const { file } = project;
  const finding: Finding = {
    ruleId: analysisLimitId,
    severity: "error",
    message,
    file,
    span: null,
    path: null,
    fix: null,
  };
  const outcome = { findings: [finding], waivers: [], waived: [] };
  return toResult(project, createSourceText(project.source), null, outcome, failOn);
}

function toResult(
  project: ConnectorProject,
  source: SourceText,
  title: string | null,
  { findings: unsorted, waivers, waived }: Outcome,
  failOn: Severity | "never",
): ProjectResult {
  const findings = [...unsorted].sort(compareFindings);
  const sources = sourcesOf(project, source, [...findings, ...waived.map(({ finding }) => finding)]);
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity]++;
  let digest: string | undefined;
  const fails = failOn !== "never" && findings.some(({ severity }) => isAtLeast(severity, failOn));
  return {
    findings,
    ...(waived.length > 0 ? { waived } : {}),
    sources,
    report: {
      path: project.path,
      file: project.file,
      title,
      // The module of digests takes its time to load, and what is printed on a terminal has none.
      get sha256() {
        return (digest ??= sha256(project.source));
      },
      lines: source.lineCount(),
      verdict: fails ? "fail" : "pass",
      counts,
      findings: findings.map((finding) => toReportFinding(finding, sources)),
      waivers: waivers.map(toReportWaiver),
    },
  };
}

/** The texts of the files that the findings are in. */
function sourcesOf(
  project: ConnectorProject,
  connector: SourceText,
  findings: readonly Finding[],
): ReadonlyMap<string, SourceText> {
  const sources = new Map([[project.file, connector]]);
  const prefix = project.path === "." ? "" : `${project.path}/`;
  for (const { file } of findings) {
    if (sources.has(file)) continue;
    const bytes = project.files?.get(file.slice(prefix.length))?.bytes;
    if (bytes) sources.set(file, createSourceText(bytes));
  }
  return sources;
}

function readFile(
  source: SourceText,
  parse: RubyParser,
): ConnectorFile & { evaluated: EvaluatedProgram | null } {
  const { bytes } = source;
  const text = textOf(source);
  const syntax = text === null ? null : parse(bytes, text);
  const evaluated = syntax?.errors.length === 0 ? withinStack(() => evaluateProgram(syntax.value)) : null;
  if (syntax?.errors.length === 0 && !evaluated) return { ...tooDeep(source), evaluated: null };
  return { bytes, source, text, syntax, evaluated, value: evaluated?.root ?? null };
}

/** A file that nests more deeply than can be followed: text, but no syntax. */
function tooDeep(source: SourceText): ConnectorFile {
  return { bytes: source.bytes, source, text: textOf(source), syntax: null, value: null };
}

/** Null where the stack does not suffice. */
function withinStack<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The text of a file; null where it is too large, not UTF-8 or binary. */
function textOf(source: SourceText): string | null {
  return source.bytes.length > maxSourceBytes || source.text?.includes("\0") ? null : source.text;
}
