import type { ReportFinding } from "./report.ts";

/**
 * Names for findings that stay the same when lines move: by rule, file, place in the model and message. Findings
 * that are the same in all of these are numbered in their order.
 */
export function fingerprints(findings: readonly ReportFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, file, path, message }) => {
    const name = hash(JSON.stringify([ruleId, file, path, message]));
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}:${count}`;
  });
}

/** FNV-1a over UTF-16 units, from two starting points: 64 bits tell findings apart, and guard no secret. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000197);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
