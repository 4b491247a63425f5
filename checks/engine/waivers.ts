import type { SourceText, Span } from "../ruby/source.ts";
import { readComments } from "../ruby/comments.ts";
import type { ParseResult } from "../ruby/parser.ts";
import type { Finding } from "./finding.ts";
import { addTo } from "../groups.ts";

/** A waiver as the configuration states it. */
export interface ConfiguredWaiver {
  readonly rule: string;
  readonly reason: string;
  /** A path of the model, such as `actions.create_invoice.**`; every place where it is absent. */
  readonly path?: string | undefined;
  /** The last day on which it counts, as `YYYY-MM-DD`. */
  readonly until?: string | undefined;
  /** Where the configuration states it. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** A rule set aside for one place, by the people of the connector. */
export interface Waiver {
  readonly ruleId: string;
  readonly source: "code" | "configuration";
  readonly file: string;
  /** The line of the waiver in `file`, from 1. */
  readonly line: number;
  /** The waiver's own text in `file`; null where it is not in a file of the project. */
  readonly span: Span | null;
  readonly reason: string | null;
  /** The last day on which it counts, as `YYYY-MM-DD`; null where it has no end. */
  readonly until: string | null;
  /** Whether it sets aside this finding. */
  readonly covers: (finding: Finding, line: number) => boolean;
}

/** A comment that was meant as a waiver, but names no rule or no known form. */
export interface WaiverProblem {
  readonly span: Span;
  readonly directive: string;
}

const marker =
  /^#+\s*connector-gate\s*:\s*(?<directive>[\w-]*)\s*(?<rules>.*?)(?:\s+--\s*(?<reason>.*?))?\s*$/u;
const maxReason = 500;

/**
 * Reads waivers from comments:
 * `# connector-gate:disable-next-line usability/field-hint -- reason`, or `disable-line` at the end of a line.
 */
export function readCodeWaivers(
  file: string,
  source: SourceText,
  syntax: ParseResult,
): { waivers: Waiver[]; problems: WaiverProblem[] } {
  const waivers: Waiver[] = [];
  const problems: WaiverProblem[] = [];
  if (!syntax.comments.some((span) => source.slice(span).includes("connector-gate"))) {
    return { waivers, problems };
  }
  const comments = readComments(syntax, source);
  const ownLines = new Set(comments.filter((comment) => comment.alone).map((comment) => comment.line));
  for (const comment of comments) {
    const { directive, rules, reason } = marker.exec(comment.text)?.groups ?? {};
    if (directive === undefined) continue;
    const ids = (rules ?? "").split(/[\s,]+/u).filter((id) => id !== "");
    if ((directive !== "disable-next-line" && directive !== "disable-line") || ids.length === 0) {
      problems.push({ span: comment.span, directive });
      continue;
    }
    let target = comment.line;
    if (directive === "disable-next-line") {
      // Comments in between, further waivers among them, belong to the same line of code.
      do target++;
      while (ownLines.has(target) && target <= source.lineCount());
    }
    for (const ruleId of ids) {
      waivers.push({
        ruleId,
        source: "code",
        file,
        line: comment.line,
        span: comment.span,
        reason: reason ? reason.slice(0, maxReason) : null,
        until: null,
        covers: (finding, line) => finding.file === file && finding.ruleId === ruleId && line === target,
      });
    }
  }
  return { waivers, problems };
}

/** The waivers of the configuration, ready to be applied. */
export function toWaiver(configured: ConfiguredWaiver): Waiver {
  const path = configured.path === undefined ? null : toPathPattern(configured.path);
  return {
    ruleId: configured.rule,
    source: "configuration",
    file: configured.file ?? ".github/connector-gate.yml",
    line: configured.line ?? 1,
    span: null,
    reason: configured.reason.trim() === "" ? null : configured.reason.slice(0, maxReason),
    until: configured.until ?? null,
    covers: (finding) =>
      finding.ruleId === configured.rule &&
      (path === null || (finding.path !== null && path.test(finding.path))),
  };
}

/** In a pattern, `*` stands for one name of a path and `**` for any number of them; `.**` at the end also for none. */
function toPathPattern(pattern: string): RegExp {
  const parts = pattern
    .slice(0, 300)
    .split(/(\.\*\*$|\*\*|\*)/u)
    .map((part) => {
      if (part === ".**") return String.raw`(?:\..*)?`;
      if (part === "**") return ".*";
      return part === "*" ? "[^.]*" : part.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
    });
  return new RegExp(`^${parts.join("")}$`, "u");
}

/** What became of a waiver. Only one that is `used` or `unused` is in force. */
export type WaiverState = "used" | "unused" | "expired" | "unknown-rule" | "no-reason";

export interface ReviewedWaiver extends Waiver {
  readonly state: WaiverState;
  /** How many findings it sets aside. */
  readonly count: number;
}

/** All waivers of a project with what became of them. */
export interface WaiverReview {
  readonly waivers: readonly ReviewedWaiver[];
  readonly problems: readonly WaiverProblem[];
  readonly knownRules: ReadonlySet<string>;
}

export interface WaiverFacts {
  readonly knownRules: ReadonlySet<string>;
  /** Today as `YYYY-MM-DD`; null where waivers are not to expire. */
  readonly today: string | null;
  /** The line of a finding, from 1. */
  readonly lineOf: (finding: Finding) => number;
}

/** Takes out the findings that waivers cover. A waiver needs a reason; a defect of ours cannot be waived. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  { knownRules, today, lineOf }: WaiverFacts,
): { findings: Finding[]; waivers: ReviewedWaiver[]; waived: { finding: Finding; waiver: Waiver }[] } {
  const invalid = new Map<Waiver, WaiverState>();
  for (const waiver of waivers) {
    if (!knownRules.has(waiver.ruleId)) invalid.set(waiver, "unknown-rule");
    else if (waiver.reason === null) invalid.set(waiver, "no-reason");
    else if (waiver.until !== null && today !== null && waiver.until < today) invalid.set(waiver, "expired");
  }
  const counts = new Map<Waiver, number>();
  const byRule = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    if (!invalid.has(waiver)) addTo(byRule, waiver.ruleId, waiver);
  }
  const waived: { finding: Finding; waiver: Waiver }[] = [];
  const kept = findings.filter((finding) => {
    const waiver = byRule.get(finding.ruleId)?.find((one) => one.covers(finding, lineOf(finding)));
    if (waiver) {
      counts.set(waiver, (counts.get(waiver) ?? 0) + 1);
      waived.push({ finding, waiver });
    }
    return waiver === undefined;
  });
  const reviewed = waivers.map((waiver): ReviewedWaiver => {
    const count = counts.get(waiver) ?? 0;
    return { ...waiver, count, state: invalid.get(waiver) ?? (count > 0 ? "used" : "unused") };
  });
  return { findings: kept, waivers: reviewed, waived };
}
