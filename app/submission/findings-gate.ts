import { isAtLeast, severities, type Severity } from "../../checks/engine/finding.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { countOf, describeCounts } from "../../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, markdownMessage, shorten } from "../../checks/report/escape.ts";
import type { ReportFinding, ReportWaiver } from "../../checks/report/report.ts";
import { analysisLimitId } from "../../checks/engine/own-findings.ts";
import type { SubmissionFacts } from "./facts.ts";
import type { Gate, GateName, GrantedWaiver } from "./gate.ts";
import type { GateOptions } from "./gates.ts";
import { encodePath, linkTo, markdownLink } from "../../checks/report/markdown-parts.ts";
import { fitText } from "../github/fit-text.ts";
import { nameOf } from "./words.ts";

/** Findings of one kind that are listed by name; the rest is counted. */
const maxListed = 60;
const longestMessage = 300;
const longestPath = 200;

const icons: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", notice: "ℹ️" };

type Analysis = Extract<NonNullable<SubmissionFacts["analysed"]>, { kind: "analysed" }>;

/** A gate that passes where the app's own report has nothing left that is too bad. */
export function findingsGate(
  name: GateName,
  takes: (finding: ReportFinding) => boolean,
  facts: SubmissionFacts,
  options: GateOptions,
): Gate {
  const { analysed } = facts;
  if (analysed?.kind !== "analysed") {
    return {
      name,
      state: "waiting",
      title: "Waits for the source",
      summary:
        "Nothing was checked yet: *Submission* says why the tagged commit cannot be judged, and what to do.\n",
      annotations: [],
    };
  }
  const mine = analysed.report.findings.filter(takes);
  const setAside = mine.filter((finding) => waiverOf(finding, options.waivers) !== undefined);
  const left = mine.filter((finding) => waiverOf(finding, options.waivers) === undefined);
  const failOn = facts.policy["fail-on"];
  const blocking = left.filter(({ severity }) => isAtLeast(severity, failOn));
  const link = linksIntoSource(facts);
  const takesRule = (ruleId: string) => takes({ ...emptyFinding, ruleId, family: familyOf(ruleId) });
  return {
    name,
    state: blocking.length > 0 ? "fail" : "pass",
    title: titleOf(left, blocking.length, setAside.length),
    summary: fitText([
      opening(blocking.length, failOn),
      ...evidence(name, facts),
      ...listOf("To mend", blocking, link, options.rules),
      ...listOf(
        "For the reviewers to weigh",
        left.filter((finding) => !blocking.includes(finding)),
        link,
        options.rules,
      ),
      ...grantedBlocks(options.waivers, setAside),
      ...waiverBlocks(
        analysed.report.waivers.filter(({ ruleId }) => takesRule(ruleId)),
        link,
      ),
    ]),
    annotations: [],
  };
}

const emptyFinding: Omit<ReportFinding, "ruleId" | "family"> = {
  severity: "notice",
  message: "",
  file: "",
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
  path: null,
  fixable: false,
  url: "",
};

function familyOf(ruleId: string): ReportFinding["family"] {
  const slash = ruleId.indexOf("/");
  return slash === -1 ? "structure" : (ruleId.slice(0, slash) as ReportFinding["family"]);
}

/** What nobody looked into cannot be waived. */
function waiverOf({ ruleId }: ReportFinding, waivers: readonly GrantedWaiver[]): GrantedWaiver | undefined {
  return ruleId === analysisLimitId || !ruleId.includes("/")
    ? undefined
    : waivers.find(({ rule }) => rule === ruleId);
}

function titleOf(left: readonly ReportFinding[], blocking: number, setAside: number): string {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of left) counts[severity]++;
  const text = left.length === 0 ? "No findings" : describeCounts(counts);
  const aside = setAside > 0 ? `, ${setAside} set aside by reviewers` : "";
  return blocking > 0 ? `${countOf(blocking, "finding")} to mend: ${text}${aside}` : `${text}${aside}`;
}

function opening(blocking: number, failOn: Severity): string {
  const rule = `This programme stops at ${failOn === "notice" ? "every finding" : `findings of severity ${failOn}${failOn === "warning" ? " or worse" : ""}`}.`;
  return blocking > 0
    ? `**${countOf(blocking, "finding")} must be mended first**, in a newer version whose tag brings this submission up to date. ${rule} A reviewer may set a rule aside where the policy lets them.\n`
    : `Nothing here stops the submission. ${rule}\n`;
}

/** What is asked for, and what there is. */
function evidence(name: GateName, { head, policy }: SubmissionFacts): readonly string[] {
  if (name !== "Testing evidence" || !head?.record) return [];
  const { use_cases: cases = [], testing = {} } = head.record.manifest;
  const { recipes = [], testers = [], share_link: shareLink } = testing;
  const asked = policy.evidence;
  return [
    "\n| Evidence | Given | Asked for |\n| :-- | :-- | :-- |\n",
    `| Use cases | ${cases.length} | one for every action and trigger |\n`,
    `| Recipes | ${recipes.length} | ${asked.recipes} |\n`,
    `| Testers | ${testers.length} | ${asked.testers} |\n`,
    `| Share link | ${shareLink === undefined ? "no" : "yes"} | ${asked["share-link"] ? "yes" : "not needed"} |\n`,
  ];
}

type Link = (file: string, start: number, end: number) => string;

/** Leads to the very lines at the tagged commit, in the repository as it is called now. */
function linksIntoSource({ access, head, pull }: SubmissionFacts): Link {
  const info = access?.kind === "open" ? access.source.info : null;
  const commit = head?.record?.release.commit ?? "";
  return (file, start, end) => {
    const text = markdownCode(`${shorten(file, longestPath)}:${start}`);
    if (!info) return text;
    const lines = end > start ? `L${start}-L${end}` : `L${start}`;
    const { origin } = new URL(pull.url);
    return linkTo(text, `${origin}/${info.owner}/${info.repo}/blob/${commit}/${encodePath(file)}#${lines}`);
  };
}

function listOf(
  heading: string,
  findings: readonly ReportFinding[],
  link: Link,
  rules: RuleCatalogue,
): readonly string[] {
  if (findings.length === 0) return [];
  const worst = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const told = new Set<string>();
  const blocks = [`\n#### ${heading} (${findings.length})\n\n`];
  for (const { severity, ruleId, url, file, start, end, message } of worst.slice(0, maxListed)) {
    const last = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
    const place = link(file, start.line, last);
    const rule = markdownLink(ruleId, url);
    const remedy = told.has(ruleId) ? undefined : rules.get(ruleId)?.docs.remedy;
    told.add(ruleId);
    blocks.push(
      `- ${icons[severity]} ${place} ${markdownMessage(shorten(message, longestMessage))} (${rule})${remedy === undefined ? "" : ` ${markdownMessage(remedy)}`}\n`,
    );
  }
  if (findings.length > maxListed) blocks.push(`- and ${findings.length - maxListed} more\n`);
  return blocks;
}

/** What reviewers set aside, by whom and why. */
function grantedBlocks(
  waivers: readonly GrantedWaiver[],
  setAside: readonly ReportFinding[],
): readonly string[] {
  const used = waivers.flatMap((waiver) => {
    const count = setAside.filter(({ ruleId }) => ruleId === waiver.rule).length;
    return count > 0 ? [{ ...waiver, count }] : [];
  });
  if (used.length === 0) return [];
  return [
    `\n#### Set aside by reviewers\n\n`,
    ...used.map(
      ({ rule, reason, by, count }) =>
        `- ${markdownCode(rule)} (${countOf(count, "finding")}), by ${nameOf(by)}: ${escapeMarkdown(shorten(reason, longestMessage))}\n`,
    ),
  ];
}

/** What the author set aside, which a reviewer may refuse. */
function waiverBlocks(waivers: Analysis["report"]["waivers"], link: Link): readonly string[] {
  if (waivers.length === 0) return [];
  const lines = waivers
    .slice(0, maxListed)
    .map(({ ruleId, file, line, reason, state, count }: ReportWaiver) => {
      const why = reason === null ? "without a reason" : escapeMarkdown(shorten(reason, longestMessage));
      const fate = state === "used" ? countOf(count, "finding") : escapeMarkdown(state);
      return `- ${link(file, line, line)} ${markdownCode(ruleId)} (${fate}): ${why}\n`;
    });
  const rest = waivers.length > maxListed ? [`- and ${waivers.length - maxListed} more\n`] : [];
  return [`\n#### Set aside by the author (${waivers.length})\n\n`, ...lines, ...rest];
}
