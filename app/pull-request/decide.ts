import { isAtLeast, type Family, type Severity } from "../../checks/engine/finding.ts";
import { internalErrorId } from "../../checks/engine/own-findings.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { compareFindings, type ComparedFindings } from "../../checks/report/compare.ts";
import { countOf } from "../../checks/report/counts.ts";
import { escapeMarkdown } from "../../checks/report/escape.ts";
import type { ProjectReport, ReportFinding, ReportWaiver } from "../../checks/report/report.ts";
import { assertNever } from "../assert-never.ts";
import { toAnnotation } from "./annotations.ts";
import type { DesiredCheckRun } from "./check-run.ts";
import type { SettingsProblem } from "./settings.ts";
import { summaryOf, titleOf } from "./summary.ts";
import { configPath, fixButton } from "../subjects/subjects.ts";
import type { CheckAction } from "../github/check-runs.ts";
import type { ChangedFile } from "../github/pull-requests.ts";
import type { SafeFinding } from "./fixes.ts";

/** The two check runs of a pull request, and the families that each speaks for. */
export const checks = [
  { name: "Connector guidelines", families: ["structure", "guidelines", "security"] },
  { name: "Connector usability", families: ["usability", "listing"] },
] as const satisfies readonly { readonly name: string; readonly families: readonly Family[] }[];

export const checkNames: readonly string[] = checks.map(({ name }) => name);

/** The reports of a connector before and after the change; null where it was not there, or could not be found. */
export interface CheckedConnector {
  readonly before: ProjectReport | null;
  readonly after: ProjectReport | null;
  /** The names of actions and the like, before and after; null where nobody had to ask. */
  readonly names: { readonly before: Names; readonly after: Names } | null;
  /** The findings of `after` that have a safe fix. */
  readonly fixes: readonly SafeFinding[];
}

type Names = readonly string[] | null;

/** All that is known of a change once its connectors were read and checked. */
export type Findings =
  | {
      readonly kind: "checked";
      readonly connectors: readonly CheckedConnector[];
      readonly failOn: Severity | "never";
      /** Whether the findings of before are known; else everything counts as new. */
      readonly hasBaseline: boolean;
      /** Connectors that were left out, because there are too many. */
      readonly leftOut: number;
      /** Whose the branch is, and so whether fixes can be committed to it. */
      readonly branch: "own" | "fork" | "none";
      readonly changed: readonly ChangedFile[];
    }
  /** No connector is concerned, or none was found in a repository that is too large to be looked through. */
  | { readonly kind: "untouched"; readonly isCut: boolean }
  /** The repository's configuration cannot be used. */
  | { readonly kind: "unusable-settings"; readonly problems: readonly SettingsProblem[] }
  /** GitHub does not let us read the files. */
  | { readonly kind: "unreadable"; readonly reason: string };

/** A connector with its findings sorted by what the change did. */
export interface ComparedConnector {
  readonly file: string;
  readonly title: string | null;
  readonly isAdded: boolean;
  readonly isRemoved: boolean;
  readonly findings: ComparedFindings;
  readonly waivers: readonly ReportWaiver[];
}

/** What the check runs say: a pure function of what was found. */
export function decide(findings: Findings, rules: RuleCatalogue): readonly DesiredCheckRun[] {
  return checks.map((check) => decideOne(check, findings, rules));
}

type Check = (typeof checks)[number];

function decideOne({ name, families }: Check, findings: Findings, rules: RuleCatalogue): DesiredCheckRun {
  switch (findings.kind) {
    case "untouched":
      return plain(name, "neutral", "No connector changed", findings.isCut ? tooLarge : untouched);
    case "unreadable":
      return plain(name, "failure", "The files could not be read", `${escapeMarkdown(findings.reason)}\n`);
    case "unusable-settings":
      return unusable(name, findings.problems);
    case "checked":
      return checked(name, families, findings, rules);
    default:
      return assertNever(findings);
  }
}

const untouched = "This pull request changes no connector, so there is nothing to check.";
const tooLarge =
  "No connector was found, but this repository has more folders than the app looks through. Keep connectors in a repository of their own, or check them with the action.";

function plain(
  name: string,
  conclusion: DesiredCheckRun["conclusion"],
  title: string,
  summary: string,
): DesiredCheckRun {
  return { name, conclusion, output: { title, summary }, annotations: [], actions: [] };
}

function unusable(name: string, problems: readonly SettingsProblem[]): DesiredCheckRun {
  const list = problems
    .slice(0, 50)
    .map(({ line, message }) => `- \`${configPath}:${line}\` ${escapeMarkdown(message)}\n`);
  const summary = `\`${configPath}\` on the base branch cannot be used, so nothing was checked:\n\n${list.join("")}`;
  return plain(name, "failure", `${countOf(problems.length, "problem")} in the configuration`, summary);
}

function checked(
  name: string,
  families: readonly Family[],
  { connectors, failOn, hasBaseline, leftOut, branch }: Extract<Findings, { kind: "checked" }>,
  rules: RuleCatalogue,
): DesiredCheckRun {
  const compared = connectors.map((connector) =>
    ofFamilies(compareConnector(connector, hasBaseline), families),
  );
  const all = {
    fresh: compared.flatMap(({ findings }) => findings.fresh),
    unchanged: compared.flatMap(({ findings }) => findings.unchanged),
    fixed: compared.flatMap(({ findings }) => findings.fixed),
  };
  const blocking = all.fresh.filter((finding) => isBlocking(finding, failOn));
  const notes: string[] = [];
  if (blocking.length > 0)
    notes.push(`**${countOf(blocking.length, "new finding")} must be fixed before this can pass.**`);
  if (!hasBaseline) notes.push("What was there before could not be read, so every finding counts as new.");
  if (branch === "fork" && connectors.some(({ fixes }) => fixes.length > 0)) {
    notes.push("The branch belongs to a fork, so safe fixes cannot be committed to it from here.");
  }
  if (leftOut > 0)
    notes.push(`${countOf(leftOut, "more connector")} changed and were not checked: too many at once.`);
  return {
    name,
    conclusion: blocking.length > 0 ? "failure" : "success",
    output: { title: titleOf(all, blocking.length), summary: summaryOf(compared, families, notes) },
    annotations: all.fresh.map((finding) => toAnnotation(finding, rules)),
    actions: branch === "own" ? fixActions(connectors, families) : [],
  };
}

/** The button that commits all safe fixes, on the runs that speak of some. GitHub takes 20 and 40 characters. */
function fixActions(
  connectors: readonly CheckedConnector[],
  families: readonly Family[],
): readonly CheckAction[] {
  const fixes = connectors.flatMap((connector) => connector.fixes);
  if (!fixes.some(({ finding }) => families.some((family) => finding.ruleId.startsWith(`${family}/`))))
    return [];
  const label = `Fix ${countOf(fixes.length, "finding").replaceAll(",", "")}`;
  return [{ identifier: fixButton, label, description: "Commits all safe fixes to the branch" }];
}

/** Whether a new finding keeps the checks from passing. */
export function isBlocking({ severity }: ReportFinding, failOn: Severity | "never"): boolean {
  return failOn !== "never" && isAtLeast(severity, failOn);
}

/** Sorts the findings of a connector by what the change did. */
export function compareConnector(
  { before, after, names }: CheckedConnector,
  hasBaseline: boolean,
): ComparedConnector {
  const baseline = before && { file: before.file, findings: before.findings, names: names?.before ?? null };
  const { fresh, unchanged, fixed } = compareFindings(baseline, after?.findings ?? [], names?.after ?? null);
  const report = after ?? before;
  return {
    file: report?.file ?? "",
    title: report?.title ?? null,
    isAdded: hasBaseline && before === null,
    isRemoved: after === null,
    waivers: after?.waivers ?? [],
    // Findings that nobody looked for, in a file that cannot be read or is gone, were not fixed.
    findings: { fresh, unchanged, fixed: after === null || isBlind(after) ? [] : fixed },
  };
}

function ofFamilies(connector: ComparedConnector, families: readonly Family[]): ComparedConnector {
  const ours = (findings: readonly ReportFinding[]) =>
    findings.filter(({ family }) => families.includes(family));
  const { fresh, unchanged, fixed } = connector.findings;
  return { ...connector, findings: { fresh: ours(fresh), unchanged: ours(unchanged), fixed: ours(fixed) } };
}

/** Rules that stop all others where they speak, since there is no model to look at. */
const blinding = new Set([
  "analysis-limit",
  "structure/syntax-error",
  "structure/root-hash",
  "structure/utf8-source",
  "structure/file-size",
]);

function isBlind({ findings }: ProjectReport): boolean {
  // As an error, it says that the checks failed as a whole.
  return findings.some(
    ({ ruleId, severity }) => blinding.has(ruleId) || (ruleId === internalErrorId && severity === "error"),
  );
}
