import type { Family, Severity } from "../engine/finding.ts";
import type { Position } from "../ruby/source.ts";

export interface ReportFinding {
  readonly ruleId: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly path: string | null;
  readonly fixable: boolean;
  /** The documentation page of the rule. */
  readonly url: string;
}

/** A rule set aside for one place, and what that hides. Reviewers see them all. */
export interface ReportWaiver {
  readonly ruleId: string;
  readonly source: "code" | "configuration";
  readonly file: string;
  readonly line: number;
  readonly reason: string | null;
  /** The last day on which it counts, as `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly state: "used" | "unused" | "expired" | "unknown-rule" | "no-reason";
  /** How many findings it sets aside. */
  readonly count: number;
}

export type Counts = Readonly<Record<Severity, number>>;

export interface ProjectReport {
  readonly path: string;
  readonly file: string;
  readonly title: string | null;
  /** Of the connector's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly lines: number;
  readonly verdict: "pass" | "fail";
  readonly counts: Counts;
  /** Sorted by file, place and rule. */
  readonly findings: readonly ReportFinding[];
  readonly waivers: readonly ReportWaiver[];
  /** Where the run was compared with an earlier state: `findings` and the verdict are about what is new since. */
  readonly baseline?: {
    readonly unchanged: readonly ReportFinding[];
    readonly fixed: readonly ReportFinding[];
  };
}

/** The versioned result of one run; every output format is made from it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "connector-gate"; readonly version: string };
  readonly projects: readonly ProjectReport[];
}
