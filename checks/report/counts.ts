import { severities } from "../engine/finding.ts";
import type { Counts, ProjectReport } from "./report.ts";

export function sumCounts(projects: readonly ProjectReport[]): Counts {
  const sum = { error: 0, warning: 0, notice: 0 };
  for (const { counts } of projects) {
    for (const severity of severities) sum[severity] += counts[severity];
  }
  return sum;
}

/** A whole number with commas between thousands. (Intl would do this as well, and take longer than all the rest.) */
export function toNumber(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A number with its noun: `1 error`, `2,000 errors`. */
export function countOf(count: number, noun: string): string {
  return `${toNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Counts in words, leaving out what there is none of: `2 errors, 1 notice`, or `no findings`. */
export function describeCounts(counts: Counts): string {
  const parts = severities.filter((severity) => counts[severity] > 0);
  if (parts.length === 0) return "no findings";
  return parts.map((severity) => countOf(counts[severity], severity)).join(", ");
}
