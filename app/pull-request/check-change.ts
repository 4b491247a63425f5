import type { ProjectResult } from "../../checks/checker.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
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
    connectors.push({ before: old, after: now?.report ?? null, fixes: now ? safeFindings(now) : [] });
  }
  const { headFiles, isCut, comparison, hasBaseline, leftOut } = read;
  return { connectors, results, headFiles, isCut, comparison, hasBaseline, leftOut };
}
