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
}

/** The versioned result of one run; every output format is made from it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "connector-gate"; readonly version: string };
  readonly projects: readonly ProjectReport[];
}
