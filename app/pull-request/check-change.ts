import type { ProjectResult } from "../../checks/checker.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { compareFindings } from "../../checks/report/compare.ts";
import type { GitFile } from "../github/git-files.ts";
import type { Comparison } from "../github/pull-requests.ts";
import type { Analysis } from "../reconcile/analysis.ts";
import type { CheckedConnector } from "./decide.ts";
import { safeFindings } from "./fixes.ts";
import { readChange, type ChangeSet, type GitHubPorts } from "./observe.ts";
import type { ParseSettings, Settings } from "./settings.ts";

export interface ChangeContext {
  readonly ports: GitHubPorts;
  readonly checker: Analysis;
  readonly rules: RuleCatalogue;
  readonly parseSettings: ParseSettings;
  readonly clock: () => Date;
  /** Names the checks as they are now: other checks may come to other results. */
  readonly toolDigest: string;
}

/** The connectors of a change, read and checked. */
export interface CheckedChange {
  readonly connectors: readonly CheckedConnector[];
  /** Of the connectors as they are after the change. */
  readonly results: readonly ProjectResult[];
  readonly headFiles: readonly GitFile[];
  /** Whether the repository is too large to have been looked through. */
  readonly isCut: boolean;
  readonly comparison: Comparison | null;
  readonly hasBaseline: boolean;
  readonly leftOut: number;
}

/** Only findings that are gone and findings that are new can be the same under another name. */
function mayHoldRenaming({ before, after }: Pick<CheckedConnector, "before" | "after">): boolean {
  const baseline = before && { file: before.file, findings: before.findings, names: null };
  const { fresh, fixed } = compareFindings(baseline, after?.findings ?? [], null);
  return fresh.length > 0 && fixed.length > 0;
}

/** Reads and checks the connectors of a change, before and after it; `vanished` where its head is not there. */
export async function checkChange(
  change: ChangeSet,
  { options, connectors: named }: Settings,
  { ports, checker }: ChangeContext,
): Promise<CheckedChange | "vanished"> {
  const read = await readChange(change, ports, named, (source) => checker.isConnector(source));
  if (read.kind === "vanished") return "vanished";
  const connectors: CheckedConnector[] = [];
  const results: ProjectResult[] = [];
  for (const { before, after } of read.connectors) {
    const now = after && (await checker.check(after, options));
    const old = before && (await checker.check(before, options)).report;
    if (now) results.push(now);
    const reports = { before: old, after: now?.report ?? null };
    const names =
      before && after && mayHoldRenaming(reports)
        ? { before: await checker.names(before), after: await checker.names(after) }
        : null;
    connectors.push({ ...reports, names, fixes: now ? safeFindings(now) : [] });
  }
  const { headFiles, isCut, comparison, hasBaseline, leftOut } = read;
  return { connectors, results, headFiles, isCut, comparison, hasBaseline, leftOut };
}
