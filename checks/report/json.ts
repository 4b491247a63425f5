import type { Report } from "./report.ts";

/** The report itself, for other programs to read. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
