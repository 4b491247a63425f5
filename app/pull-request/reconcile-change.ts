import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { faultOf } from "../github/faults.ts";
import type { Analysis } from "../reconcile/analysis.ts";
import { announce, applyChange } from "./apply.ts";
import { changeOf, digest, isSettled } from "./check-run.ts";
import { checkNames, decide, type CheckedConnector, type Findings } from "./decide.ts";
import { glance, readChange, type ChangeSet, type GitHubPorts } from "./observe.ts";
import type { ParseSettings, Settings, SettingsResult } from "./settings.ts";

export interface ChangeContext {
  readonly ports: GitHubPorts;
  readonly checker: Analysis;
  readonly rules: RuleCatalogue;
  readonly parseSettings: ParseSettings;
  readonly clock: () => Date;
  /** Names the checks as they are now: other checks may come to other results. */
  readonly toolDigest: string;
}

export type ChangeOutcome = "settled" | "written" | "vanished";

/**
 * Brings the check runs of a head commit into the state they should have. `since` asks for new runs in place of those
 * that began up to then.
 */
export async function reconcileChange(
  change: ChangeSet,
  since: number | null,
  context: ChangeContext,
): Promise<ChangeOutcome> {
  const { ports, rules, toolDigest } = context;
  const seen = await glance(change, ports);
  const current = since === null ? seen.runs : seen.runs.filter(({ startedAt }) => startedAt > since);
  const { headSha, baseSha, baseRef } = change;
  const today = context.clock().toISOString().slice(0, 10);
  const parsed = context.parseSettings(seen.config?.bytes ?? null, today);
  const day = parsed.ok && parsed.settings.dependsOnDay ? today : null;
  const inputs = digest([toolDigest, headSha, baseSha, baseRef, seen.config?.sha ?? null, day]);
  if (isSettled(current, checkNames, inputs)) return "settled";
  const missing = checkNames.filter((name) => !current.some((run) => run.name === name));
  const runs = await announce(headSha, missing, current, ports.checkRuns);
  const findings = await findingsOf(seen.change, parsed, context);
  if (findings === "vanished") return findings;
  for (const desired of decide(findings, rules)) {
    const observed = runs.find(({ name }) => name === desired.name);
    const difference = changeOf(observed, desired, inputs);
    if (difference) await applyChange(headSha, difference, ports.checkRuns);
  }
  return "written";
}

async function findingsOf(
  change: ChangeSet,
  parsed: SettingsResult,
  context: ChangeContext,
): Promise<Findings | "vanished"> {
  if (!parsed.ok) return { kind: "unusable-settings", problems: parsed.problems };
  try {
    return await checkChange(change, parsed.settings, context);
  } catch (error) {
    if (faultOf(error, new Date(0))?.kind !== "denied") throw error;
    return {
      kind: "unreadable",
      reason: "The app has no permission to read the contents of this repository.",
    };
  }
}

async function checkChange(
  change: ChangeSet,
  settings: Settings,
  { ports, checker }: ChangeContext,
): Promise<Findings | "vanished"> {
  const read = await readChange(change, ports, settings.connectors, (source) => checker.isConnector(source));
  if (read.kind === "vanished") return "vanished";
  const { hasBaseline, leftOut } = read;
  const connectors: CheckedConnector[] = [];
  for (const { before, after } of read.connectors) {
    const reportAfter = after && (await checker.check(after, settings.options)).report;
    const reportBefore = before && (await checker.check(before, settings.options)).report;
    connectors.push({ before: reportBefore, after: reportAfter });
  }
  if (connectors.length === 0) return { kind: "untouched" };
  return { kind: "checked", connectors, settings, hasBaseline, leftOut };
}
