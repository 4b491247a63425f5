import type { ProjectResult } from "../../checks/checker.ts";
import { applyEdits, compatibleFixes } from "../../checks/engine/fix.ts";
import type { Finding, Fix } from "../../checks/engine/finding.ts";
import type { SourceText } from "../../checks/ruby/source.ts";
import { addTo } from "../../checks/groups.ts";

/** A file with all its safe fixes made. */
export interface FixedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The rules whose findings went away, one for each finding. */
  readonly ruleIds: readonly string[];
}

/** A finding with a fix that may be made unasked, and the text it is about. */
export interface SafeFinding {
  readonly finding: Finding & { readonly fix: Fix };
  readonly source: SourceText;
  /** Its place in the report's findings. */
  readonly index: number;
}

export function safeFindings({ findings, sources }: ProjectResult): readonly SafeFinding[] {
  return findings.flatMap((finding, index) => {
    const source = sources.get(finding.file);
    const { fix } = finding;
    return fix?.safety === "safe" && source ? [{ finding: { ...finding, fix }, source, index }] : [];
  });
}

/** Makes as many safe fixes as can be made together. */
export function fixFiles(results: readonly ProjectResult[]): readonly FixedFile[] {
  const byFile = new Map<string, SafeFinding[]>();
  for (const safe of results.flatMap(safeFindings)) addTo(byFile, safe.finding.file, safe);
  return [...byFile].flatMap(([path, all]) => {
    const chosen = new Set(compatibleFixes(all.map(({ finding }) => finding.fix)));
    const bytes = applyEdits(
      all[0]!.source.bytes,
      [...chosen].flatMap(({ edits }) => edits),
    );
    const ruleIds = all.filter(({ finding }) => chosen.has(finding.fix)).map(({ finding }) => finding.ruleId);
    return bytes ? [{ path, bytes, ruleIds }] : [];
  });
}
