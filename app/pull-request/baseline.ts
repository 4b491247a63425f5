import type { ProjectReport, ReportFinding } from "../../checks/report/report.ts";

/** The findings of a connector, by what the change did to them. */
export interface ComparedFindings {
  readonly fresh: readonly ReportFinding[];
  readonly known: readonly ReportFinding[];
  readonly fixed: readonly ReportFinding[];
}

/**
 * Tells findings that a change brought from those that were there before. They match by rule, place in the model and
 * message, not by line, so that moving code brings nothing. Without a report from before, all are new.
 */
export function compareReports(before: ProjectReport | null, after: ProjectReport | null): ComparedFindings {
  const left = new Map<string, ReportFinding[]>();
  for (const finding of before?.findings ?? []) {
    const key = keyOf(finding, before);
    const same = left.get(key);
    if (same) same.push(finding);
    else left.set(key, [finding]);
  }
  const fresh: ReportFinding[] = [];
  const known: ReportFinding[] = [];
  for (const finding of after?.findings ?? []) {
    const match = left.get(keyOf(finding, after))?.shift();
    (match ? known : fresh).push(finding);
  }
  return { fresh, known, fixed: [...left.values()].flat() };
}

function keyOf({ ruleId, path, message, file }: ReportFinding, project: ProjectReport | null): string {
  // Folders and the connector's own file may have been renamed; other files keep their name inside the project.
  const inside = file === project?.file ? "" : file.slice(file.lastIndexOf("/") + 1);
  return JSON.stringify([ruleId, inside, path, message]);
}
