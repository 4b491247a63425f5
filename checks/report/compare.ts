import type { Inspection } from "../connector/inspect.ts";
import { isAtLeast, type Severity } from "../engine/finding.ts";
import type { ProjectReport, ReportFinding } from "./report.ts";
import { addTo } from "../groups.ts";

/** A connector as it was before: its findings, and the names it had. */
export interface BaselineProject {
  readonly file: string;
  readonly findings: readonly ReportFinding[];
  /** Such as `actions.create_invoice`; null where they are not known, so that no renaming is recognised. */
  readonly names: readonly string[] | null;
}

export interface ComparedFindings {
  readonly fresh: readonly ReportFinding[];
  readonly unchanged: readonly ReportFinding[];
  /** Those of before that are gone. */
  readonly fixed: readonly ReportFinding[];
}

/** The names that people may change without changing what the connector does wrong. */
export function namesOf(inspection: Inspection | null): readonly string[] | null {
  if (!inspection) return null;
  const { actions, triggers, objectDefinitions, pickLists, methods } = inspection;
  const sections = {
    actions,
    triggers,
    object_definitions: objectDefinitions,
    pick_lists: pickLists,
    methods,
  };
  return Object.entries(sections).flatMap(([section, entries]) =>
    Object.keys(entries ?? {}).map((key) => `${section}.${key}`),
  );
}

/**
 * Compares findings with those of before. They match by rule, place in the model and message, not by line, so moving
 * code changes nothing. What is left is matched once more with the names of actions and the like that were changed.
 */
export function compareFindings(
  before: BaselineProject | null,
  after: readonly ReportFinding[],
  namesAfter: readonly string[] | null,
): ComparedFindings {
  if (!before) return { fresh: after, unchanged: [], fixed: [] };
  const first = match(before.findings, after, (finding) => keyOf(finding));
  const renamed = renamings(first.left, first.fresh, new Set(before.names), new Set(namesAfter));
  const known = before.names !== null && namesAfter !== null && renamed.size > 0;
  if (!known) return { fresh: first.fresh, unchanged: first.unchanged, fixed: first.left };

  const second = match(first.left, first.fresh, (finding) => keyOf(rename(finding, renamed)));
  const unchanged = new Set([...first.unchanged, ...second.unchanged]);
  return {
    fresh: second.fresh,
    unchanged: after.filter((finding) => unchanged.has(finding)),
    fixed: second.left,
  };
}

interface Matched {
  readonly fresh: readonly ReportFinding[];
  readonly unchanged: readonly ReportFinding[];
  readonly left: readonly ReportFinding[];
}

/** Pairs findings that have the same key, as often as it occurs on both sides. */
function match(
  before: readonly ReportFinding[],
  after: readonly ReportFinding[],
  key: (finding: ReportFinding) => string,
): Matched {
  const waiting = new Map<string, ReportFinding[]>();
  for (const finding of before) addTo(waiting, key(finding), finding);
  const fresh: ReportFinding[] = [];
  const unchanged: ReportFinding[] = [];
  for (const finding of after) (waiting.get(keyOf(finding))?.shift() ? unchanged : fresh).push(finding);
  return { fresh, unchanged, left: [...waiting.values()].flat() };
}

function keyOf({ ruleId, path, message }: Pick<ReportFinding, "ruleId" | "path" | "message">): string {
  return JSON.stringify([ruleId, path, message]);
}

/**
 * Old names with their new ones: names that are gone, whose findings are all found again under one that is new, or
 * which had all that is found under it, so that some of it was mended.
 */
function renamings(
  left: readonly ReportFinding[],
  fresh: readonly ReportFinding[],
  namesBefore: ReadonlySet<string>,
  namesAfter: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const gone = namesIn(left).filter((name) => namesBefore.has(name) && !namesAfter.has(name));
  const added = namesIn(fresh).filter((name) => namesAfter.has(name) && !namesBefore.has(name));
  const freshKeys = new Map(
    added.map((name) => [name, new Set(fresh.filter((f) => nameOf(f) === name).map(keyOf))]),
  );
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of gone) {
    const own = left.filter((finding) => nameOf(finding) === name);
    const candidates = added.filter((one) => !taken.has(one) && sectionOf(one) === sectionOf(name));
    const ownAs = (candidate: string): ReadonlySet<string> =>
      new Set(own.map((finding) => keyOf(rename(finding, new Map([[name, candidate]])))));
    const found =
      candidates.find((candidate) => isWithin(ownAs(candidate), freshKeys.get(candidate)!)) ??
      candidates.find((candidate) => isWithin(freshKeys.get(candidate)!, ownAs(candidate)));
    if (found === undefined) continue;
    renamed.set(name, found);
    taken.add(found);
  }
  return renamed;
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((key) => outer.has(key));
}

function namesIn(findings: readonly ReportFinding[]): readonly string[] {
  return [...new Set(findings.map(nameOf).filter((name) => name !== null))];
}

/** The `actions.create_invoice` of `actions.create_invoice.input_fields.customer_id`. */
function nameOf({ path }: ReportFinding): string | null {
  return path === null ? null : (/^[^.]+\.[^.]+/.exec(path)?.[0] ?? null);
}

function sectionOf(name: string): string {
  return name.slice(0, name.indexOf("."));
}

function rename(finding: ReportFinding, renamed: ReadonlyMap<string, string>): ReportFinding {
  const name = nameOf(finding);
  const to = name === null ? undefined : renamed.get(name);
  if (name === null || to === undefined) return finding;
  const [oldKey, newKey] = [name, to].map((text) => text.slice(text.indexOf(".") + 1)) as [string, string];
  return {
    ...finding,
    path: to + finding.path!.slice(name.length),
    message: finding.message.replaceAll(`\`${oldKey}\``, `\`${newKey}\``),
  };
}

/** The report with only what is new as its findings; the verdict is about those alone. */
export function toComparedReport(
  report: ProjectReport,
  { fresh, unchanged, fixed }: ComparedFindings,
  failOn: Severity | "never",
): ProjectReport {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of fresh) counts[severity]++;
  const fails = failOn !== "never" && fresh.some(({ severity }) => isAtLeast(severity, failOn));
  return {
    ...report,
    verdict: fails ? "fail" : "pass",
    counts,
    findings: fresh,
    baseline: { unchanged, fixed },
  };
}
