import type { ReportFinding } from "../../checks/report/report.ts";
import type { Comment } from "../github/comments.ts";
import { faultOf } from "../github/faults.ts";
import { announce, applyChange, applySticky, applySuggestions } from "./apply.ts";
import { checkChange, type ChangeContext } from "./check-change.ts";
import { changeOf, digest, isSettled } from "./check-run.ts";
import { checkNames, compareConnector, decide, isBlocking, type Findings } from "./decide.ts";
import type { Glance } from "./observe.ts";
import type { SettingsResult } from "./settings.ts";
import { decideSticky, type StickyContent } from "./sticky.ts";
import { decideSuggestions, type SuggestedFix } from "./suggestions.ts";

export type ChangeOutcome = "settled" | "written" | "vanished";

/** The pull request that a change belongs to, as far as it is spoken to. */
export interface Conversation {
  readonly number: number;
  readonly isDraft: boolean;
  readonly isFork: boolean;
  readonly comments: readonly Comment[];
}

/**
 * Brings what is said about a head commit into the state it should have: check runs, and in a pull request the sticky
 * comment and suggestions. `since` asks for new runs in place of those that began up to then.
 */
export async function reconcileChange(
  seen: Glance,
  since: number | null,
  conversation: Conversation | null,
  context: ChangeContext,
): Promise<ChangeOutcome> {
  const { ports, rules } = context;
  const { headSha } = seen.change;
  const current = since === null ? seen.runs : seen.runs.filter(({ startedAt }) => startedAt > since);
  const parsed = parseSettings(seen, context);
  const speaksFor = conversation ? { pull: conversation.number } : { base: seen.change.baseSha };
  const inputs = inputsOf(seen, parsed, conversation, context);
  if (isSettled(current, checkNames, inputs)) return "settled";
  const missing = checkNames.filter((name) => !current.some((run) => run.name === name));
  const runs = await announce(headSha, missing, current, ports.checkRuns);
  const findings = await findingsOf(seen, parsed, conversation, context);
  if (findings === "vanished") return findings;
  // Runs are completed around all else: once both are, nothing was forgotten.
  const [first, ...others] = decide(findings, rules);
  for (const desired of [first, null, ...others]) {
    if (!desired) {
      if (conversation) await converse(findings, headSha, conversation, context);
      continue;
    }
    const observed = runs.find(({ name }) => name === desired.name);
    const difference = changeOf(observed, desired, inputs, speaksFor);
    if (difference) await applyChange(headSha, difference, ports.checkRuns);
  }
  return "written";
}

export function parseSettings(
  { config }: Glance,
  { clock, parseSettings: parse }: ChangeContext,
): SettingsResult {
  return parse(config?.bytes ?? null, dayOf(clock));
}

function dayOf(clock: () => Date): string {
  return clock().toISOString().slice(0, 10);
}

/** Names everything that the result depends on. */
function inputsOf(
  { change, config }: Glance,
  parsed: SettingsResult,
  conversation: Conversation | null,
  { toolDigest, clock }: ChangeContext,
): string {
  const { headSha, baseSha, baseRef } = change;
  const day = parsed.ok && parsed.settings.dependsOnDay ? dayOf(clock) : null;
  const draft = conversation?.isDraft ?? false;
  // Another pull request with the same commits has the same results, and a conversation of its own.
  const number = conversation?.number ?? null;
  return digest([toolDigest, headSha, baseSha, baseRef, config?.sha ?? null, day, draft, number]);
}

async function findingsOf(
  { change }: Glance,
  parsed: SettingsResult,
  conversation: Conversation | null,
  context: ChangeContext,
): Promise<Findings | "vanished"> {
  if (!parsed.ok) return { kind: "unusable-settings", problems: parsed.problems };
  try {
    const checked = await checkChange(change, parsed.settings, context);
    if (checked === "vanished") return checked;
    const { connectors, comparison, hasBaseline, leftOut } = checked;
    if (connectors.length === 0) return { kind: "untouched", isCut: checked.isCut };
    const { failOn } = parsed.settings.options;
    const branch = conversation === null ? "none" : conversation.isFork ? "fork" : "own";
    return {
      kind: "checked",
      connectors,
      failOn,
      hasBaseline,
      leftOut,
      branch,
      changed: comparison?.files ?? [],
    };
  } catch (error) {
    if (faultOf(error, new Date(0))?.kind !== "denied") throw error;
    return {
      kind: "unreadable",
      reason: "The app has no permission to read the contents of this repository.",
    };
  }
}

/** Says on the pull request what is to be said there. */
async function converse(
  findings: Findings,
  headSha: string,
  { number, isDraft, isFork, comments }: Conversation,
  { ports, rules }: ChangeContext,
): Promise<void> {
  if (findings.kind === "unusable-settings" || findings.kind === "unreadable") return;
  let content: StickyContent | null = null;
  if (findings.kind === "checked") {
    const { connectors, hasBaseline, changed, failOn } = findings;
    const compared = connectors.map((connector) => compareConnector(connector, hasBaseline).findings);
    const fresh = compared.flatMap((part) => part.fresh);
    const fixable = connectors.flatMap(({ fixes }) => fixes).length;
    const blocking = fresh.filter((finding) => isBlocking(finding, failOn)).length;
    content = { fresh, fixed: compared.flatMap((part) => part.fixed), blocking, fixable, isFork };
    if (!isDraft && changed.length > 0) {
      const fixes = suggestedFixes(connectors, new Set(fresh));
      const existing = await ports.reviews.list(number);
      await applySuggestions(
        number,
        headSha,
        decideSuggestions(fixes, changed, existing, rules),
        ports.reviews,
      );
    }
  }
  await applySticky(number, decideSticky(content, comments), ports.comments);
}

function suggestedFixes(
  connectors: Extract<Findings, { kind: "checked" }>["connectors"],
  fresh: ReadonlySet<ReportFinding>,
): readonly SuggestedFix[] {
  return connectors.flatMap(({ after, fixes }) =>
    fixes.flatMap((fix) => {
      const reported = after?.findings[fix.index];
      return reported && fresh.has(reported) ? [{ ...fix, reported }] : [];
    }),
  );
}
