import { rules } from "../../checks/rules/index.ts";
import { checkSource } from "./checker.ts";

/** The lines of a source that a rule reports, each once; 0 for the file as a whole. */
export async function linesOf(id: string, source: string): Promise<readonly number[]> {
  const rule = rules.filter((one) => one.id === id);
  if (rule.length !== 1) throw new Error(`There is no rule ${id}.`);
  const { report } = await checkSource(rule, source);
  return [...new Set(report.findings.map((finding) => finding.start?.line ?? 0))].sort((a, b) => a - b);
}

/** The lines of a source that end with `# here`. */
export function markedLines(source: string): readonly number[] {
  return source.split("\n").flatMap((line, index) => (line.endsWith("# here") ? [index + 1] : []));
}
