import type { ProjectReport } from "../report/report.ts";
import { escapeMarkdown, markdownCode, markdownMessage, shorten } from "../report/escape.ts";
import { encodePath, markdownLink, markdownTable } from "../report/markdown-parts.ts";
import { countOf } from "../report/counts.ts";
import { worstFirst } from "../report/order.ts";
import { compareCapabilities } from "./capabilities.ts";
import { capabilitiesText } from "./capabilities-text.ts";
import type { Manifest } from "./manifest.ts";
import { recordPath, type SubmissionRecord } from "./submission-record.ts";

/** GitHub takes 65,536 characters; the rest is room for the marker. */
const maxBody = 64_000;
const maxFindings = 50;

export function submissionBranch(slug: string): string {
  return `submit/${slug}`;
}

export const submissionLabels: readonly string[] = ["submission"];

export function submissionTitle({ slug, version, manifest }: SubmissionRecord): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} .&+-]*$/u.test(manifest.name);
  return plain ? `${manifest.name} ${version} (${slug})` : `${slug} ${version}`;
}

export interface SubmissionTextParts {
  readonly record: SubmissionRecord;
  /** What is listed now; null for a first version. */
  readonly listed: SubmissionRecord | null;
  readonly report: ProjectReport;
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
}

/** The text of a submission, from which a reviewer can decide. All words of the author are made harmless. */
export function submissionText(parts: SubmissionTextParts): string {
  const { record } = parts;
  const sections = [
    `${escapeMarkdown(record.manifest.summary)}\n`,
    facts(parts),
    useCases(record.manifest),
    evidence(record.manifest),
    capabilitiesText(record.capabilities, parts.listed?.capabilities ?? null),
    results(parts),
    waivers(parts),
    description(record),
    `The record is ${markdownCode(recordPath(record.slug))}. It was made by Connector Gate from the tagged commit; the same commit gives the same bytes.\n`,
  ];
  let text = "";
  for (const section of sections) {
    if (section !== "" && text.length + section.length > maxBody) text += "*More is in the record.*\n\n";
    else if (section !== "") text += `${section}\n`;
  }
  return text;
}

function facts({ record, listed, serverUrl }: SubmissionTextParts): string {
  const { manifest, release } = record;
  const source = `${serverUrl}/${release.repository}`;
  const tag = encodePath(release.tag);
  const folder = release.path === "." ? "" : `/${encodePath(release.path)}`;
  const rows: [string, string][] = [
    ["Version", `${record.version}${before(record, listed, source)}`],
    ["Publisher", markdownCode(record.manifest.publisher)],
    [
      "Source",
      `${markdownLink(`${release.repository} at ${release.tag}`, `${source}/tree/${tag}${folder}`)}, ` +
        `${markdownLink("release", `${source}/releases/tag/${tag}`)}, ` +
        markdownLink(`commit ${release.commit.slice(0, 7)}`, `${source}/commit/${release.commit}`),
    ],
    ["Categories", escapeMarkdown(manifest.categories.join(", "))],
    ...((manifest.keywords ?? []).length === 0
      ? []
      : [["Keywords", escapeMarkdown(manifest.keywords!.join(", "))] as [string, string]]),
    ["Support", supportContacts(manifest)],
  ];
  for (const [name, url] of [
    ["Website", manifest.website],
    ["Documentation", manifest.documentation],
    ["API", manifest.api?.documentation],
    ["Privacy policy", manifest.privacy_policy],
    ["Terms", manifest.terms],
  ] as const) {
    if (url !== undefined) rows.push([name, webLink(url)]);
  }
  const needs = connectionNeeds(manifest);
  if (needs !== "") rows.push(["Needed to connect", needs]);
  if (manifest.contact_for_review !== undefined) {
    rows.push(["Contact for review", escapeMarkdown(manifest.contact_for_review)]);
  }
  return markdownTable(["Fact", "Value"], rows);
}

function before(record: SubmissionRecord, listed: SubmissionRecord | null, source: string): string {
  if (!listed) return ", a first version";
  const text = `, after ${listed.version}`;
  if (listed.release.repositoryId !== record.release.repositoryId) return `${text} from another repository`;
  const range = encodePath(`${listed.release.tag}...${record.release.tag}`);
  return `${text} (${markdownLink("what changed", `${source}/compare/${range}`)})`;
}

function supportContacts({ support }: Manifest): string {
  const contacts = support.email === undefined ? [] : [escapeMarkdown(support.email)];
  for (const url of [support.documentation, support.help_centre])
    if (url !== undefined) contacts.push(webLink(url));
  return contacts.join(", ");
}

function connectionNeeds({ connection }: Manifest): string {
  if (!connection) return "";
  const { plan, role, scopes = [] } = connection;
  const needs: string[] = [];
  if (plan !== undefined) needs.push(`plan ${escapeMarkdown(plan)}`);
  if (role !== undefined) needs.push(`role ${escapeMarkdown(role)}`);
  if (scopes.length > 0) needs.push(`scopes ${escapeMarkdown(scopes.join(", "))}`);
  return needs.join("; ");
}

function useCases({ use_cases: cases = [] }: Manifest): string {
  if (cases.length === 0) return "### Use cases\n\nNone are given.\n";
  const items = cases.map(({ title, description, actions = [], triggers = [] }) => {
    const operations = [...triggers, ...actions].map(markdownCode).join(", ");
    return `- **${escapeMarkdown(title)}** (${operations}): ${escapeMarkdown(description)}`;
  });
  return `### Use cases\n\n${items.join("\n")}\n`;
}

function evidence({ testing = {} }: Manifest): string {
  const { recipes = [], testers = [], share_link: shareLink } = testing;
  const lines = [
    "### Evidence of testing",
    "",
    `Share link: ${shareLink === undefined ? "none is given" : webLink(shareLink)}`,
    "",
  ];
  if (recipes.length > 0) {
    const rows = recipes.map(({ name, url, use_case: useCase }) => [
      escapeMarkdown(name),
      escapeMarkdown(useCase),
      webLink(url),
    ]);
    lines.push(markdownTable(["Recipe", "Use case", "Link"], rows));
  } else lines.push("No recipe is given.\n");
  if (testers.length > 0) {
    const rows = testers.map(({ company, role, relation, recipes: ran, jobs }) => [
      escapeMarkdown([company, role].filter((text) => text !== undefined).join(", ")),
      relation,
      String(ran),
      String(jobs),
    ]);
    lines.push(markdownTable(["Tester", "Relation", "Recipes", "Jobs"], rows));
  } else lines.push("No tester is given.\n");
  return lines.join("\n");
}

function results({ record, report, serverUrl }: SubmissionTextParts): string {
  const { error, warning, notice } = report.counts;
  const heading = `### Automatic results\n\n${countOf(error, "error")}, ${countOf(warning, "warning")}, ${countOf(notice, "notice")}, by the rules of version ${record.report.ruleSet}.\n`;
  if (report.findings.length === 0) return heading;
  const rows = worstFirst(report.findings)
    .slice(0, maxFindings)
    .map((finding) => {
      const { repository, commit } = record.release;
      const place = `${finding.file}:${finding.start.line}`;
      const url = `${serverUrl}/${repository}/blob/${commit}/${encodePath(finding.file)}#L${finding.start.line}`;
      return [
        finding.severity,
        markdownLink(place, url),
        markdownLink(finding.ruleId, finding.url),
        markdownMessage(finding.message),
      ];
    });
  const more =
    report.findings.length > maxFindings ? `\nAnd ${report.findings.length - maxFindings} more.\n` : "";
  return `${heading}\n<details><summary>Findings</summary>\n\n${markdownTable(["Severity", "Place", "Rule", "Message"], rows)}${more}\n</details>\n`;
}

/** Every finding that was set aside, since a reviewer may refuse it. */
function waivers({ report, record, serverUrl }: SubmissionTextParts): string {
  if (report.waivers.length === 0) return "";
  const { repository, commit } = record.release;
  const rows = report.waivers
    .slice(0, maxFindings)
    .map(({ ruleId, file, line, reason, state, count: findings }) => [
      markdownCode(ruleId),
      markdownLink(
        `${file}:${line}`,
        `${serverUrl}/${repository}/blob/${commit}/${encodePath(file)}#L${line}`,
      ),
      reason === null ? "none given" : escapeMarkdown(shorten(reason, 200)),
      state === "used" ? countOf(findings, "finding") : state,
    ]);
  const more =
    report.waivers.length > maxFindings ? `\nAnd ${report.waivers.length - maxFindings} more.\n` : "";
  return `### Waivers\n\n${markdownTable(["Rule", "Place", "Reason", "Sets aside"], rows)}${more}`;
}

function description({ description: text }: SubmissionRecord): string {
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `<details><summary>Description</summary>\n\n${fence}markdown\n${text}\n${fence}\n\n</details>\n`;
}

/** What is said once when a newer version takes the place of an open submission's. */
export function updateText(
  before: SubmissionRecord | null,
  now: SubmissionRecord,
  serverUrl: string,
): string {
  if (!before) return `This submission is now version ${now.version}.\n`;
  const source = `${serverUrl}/${now.release.repository}`;
  const range = encodePath(`${before.release.tag}...${now.release.tag}`);
  const changes = compareCapabilities(before.capabilities, now.capabilities);
  const lines = [
    `This submission is now version ${now.version}; it was ${before.version} (${markdownLink("what changed", `${source}/compare/${range}`)}).`,
    "",
  ];
  for (const [kind, { added, removed, changed }] of [
    ["actions", changes.actions],
    ["triggers", changes.triggers],
  ] as const) {
    for (const [word, keys] of [
      ["New", added],
      ["Removed", removed],
      ["Changed", changed],
    ] as const) {
      if (keys.length > 0) lines.push(`- ${word} ${kind}: ${keys.slice(0, 50).map(markdownCode).join(", ")}`);
    }
  }
  if (changes.connection) lines.push("- The connection changed.");
  const [a, b] = [before.report.counts, now.report.counts];
  lines.push(
    `- Findings: ${countOf(b.error, "error")} (${a.error} before), ${countOf(b.warning, "warning")} (${a.warning}), ${countOf(b.notice, "notice")} (${a.notice}).`,
  );
  return `${lines.join("\n")}\n`;
}

/** A link to an address of the author's, which shows where it leads. */
function webLink(url: string): string {
  return markdownLink(shorten(url.replace(/^https:\/\//, ""), 80), url);
}
