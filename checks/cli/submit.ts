import { isatty } from "node:tty";
import { defaultPolicy, submissionOptions } from "../listing/policy.ts";
import { manifestPath, projectManifest } from "../listing/project-manifest.ts";
import { recordOf } from "../listing/record-of-project.ts";
import { formatRecord, recordPath, type SubmissionRecord } from "../listing/submission-record.ts";
import {
  submissionBranch,
  submissionLabels,
  submissionText,
  submissionTitle,
} from "../listing/submission-text.ts";
import { isTag, versionInTag } from "../listing/tag.ts";
import { parseVersion } from "../listing/version.ts";
import { isAtLeast } from "../engine/finding.ts";
import { countOf, describeCounts } from "../report/counts.ts";
import type { ProjectReport } from "../report/report.ts";
import { toOneLine, withoutCommands } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { versionsIn } from "../rules/listing/small-first.ts";
import type { ConnectorProject } from "../project.ts";
import { version as toolVersion } from "../version.ts";
import { type Given, hasOption, lastValue } from "./arguments.ts";
import { checkedOutCommit, originName } from "./checked-out.ts";
import { exitCodes } from "./exit-codes.ts";
import { findConnectors } from "./find-connectors.ts";
import type { Host } from "./host.ts";
import { renderMarkdownText } from "./markdown-text.ts";
import { readProject } from "./read-project.ts";
import { readSettings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { UserError } from "./user-error.ts";

const maxStopping = 10;
const unknownCommit = "0".repeat(40);

/**
 * `connector-gate submit --dry-run`: shows the record and the pull request that a release would open. What only GitHub
 * knows (the listed version, the repository's number) is left out.
 */
export async function runSubmit(given: Given, { root, terminal }: Host): Promise<number> {
  if (!hasOption(given, "dry-run")) {
    throw new UserError(
      "a release is submitted by the action in its mode `submit`; add `--dry-run` to see what it would do",
    );
  }
  const { checker, connectors, problems } = await findConnectors(
    root,
    given.operands.length > 0 ? given.operands : ["."],
  );
  const [connector, another] = connectors;
  if (!connector || problems.length > 0) throw new UserError(problems[0] ?? "no connector here");
  if (another)
    throw new UserError(`there are ${connectors.length} connectors; name the folder of one of them`);
  const read = readProject(root, connector.file, connector.isProject);
  if (!read.ok) throw new UserError(`${toOneLine(connector.file)}: ${read.problem}`);
  const { project } = read;
  const inspection = checker.inspect(project.file, project.source);
  if (!inspection)
    throw new UserError(`${toOneLine(project.file)}: no connector to submit; \`check\` says what is wrong`);

  const manifest = readManifest(project);
  const { tag, version } = readTag(given, project, manifest.slug);
  const { options } = await readSettings({ options: [], operands: [] }, root);
  const { report } = checker.check(project, submissionOptions(defaultPolicy, rules, options.waivers ?? []));
  const made = recordOf({
    project,
    manifest,
    version,
    previousVersion: null,
    release: {
      repository: originName(root) ?? "owner/repository",
      repositoryId: 0,
      tag,
      commit: checkedOutCommit(root) ?? unknownCommit,
    },
    inspection,
    report,
    ruleSet: toolVersion,
  });
  if (!made.ok) throw new UserError(made.problem);
  const { record } = made;
  const body = submissionText({ record, listed: null, report, serverUrl: "https://github.com" });
  if (lastValue(given, "format") === "json") terminal.write(formatRecord(record));
  else if (isatty(1)) terminal.write(withoutCommands(describeToPeople(record, body, terminal)));
  else terminal.write(withoutCommands(describe(record, body)));
  if (report.verdict === "pass") return exitCodes.passed;
  terminal.writeError(
    `${terminal.errorStyle.red("error:")} this would not be submitted: ${describeCounts(report.counts)}; \`connector-gate check\` says more\n${withoutCommands(describeStopping(report))}`,
  );
  return exitCodes.findings;
}

/** What stops the submission, a line each. (The default policy stops at errors.) */
function describeStopping({ findings }: ProjectReport): string {
  const stopping = findings.filter(({ severity }) => isAtLeast(severity, defaultPolicy["fail-on"]));
  const lines = stopping
    .slice(0, maxStopping)
    .map(({ file, start, message }) => `  ${toOneLine(file)}:${start.line}: ${toOneLine(message)}\n`);
  const left = stopping.length - lines.length;
  return lines.join("") + (left > 0 ? `  and ${countOf(left, "more finding")}\n` : "");
}

function describe(record: SubmissionRecord, body: string): string {
  return [
    `Pull request: ${submissionTitle(record)}`,
    `Branch: ${submissionBranch(record.slug)}`,
    `Labels: ${submissionLabels.join(", ")}`,
    "",
    body,
    formatRecord(record),
  ].join("\n");
}

/** The same for somebody at a terminal, who would see neither tables nor links in the Markdown. */
function describeToPeople(record: SubmissionRecord, body: string, { style, width }: Terminal): string {
  const lines = formatRecord(record).split("\n").length - 1;
  return [
    style.bold(submissionTitle(record)),
    `a pull request from the branch ${submissionBranch(record.slug)}, with the label ${submissionLabels.join(", ")}`,
    "",
    renderMarkdownText(body, { style, width: Math.min(width, 120) }),
    `${recordPath(record.slug)} has ${lines} lines; \`--format json\` prints it.\n`,
  ].join("\n");
}

function readManifest(project: ConnectorProject) {
  const parsed = projectManifest(project);
  if (parsed.ok) return parsed.manifest;
  const place = toOneLine(manifestPath(project));
  const lines = parsed.problems.map(({ line, column, message }) => `${place}:${line}:${column}: ${message}`);
  throw new UserError(lines[0]!, lines.slice(1));
}

/** The tag to show: the one given, or else that of the newest version in the changelog. */
function readTag(
  given: Given,
  project: ConnectorProject,
  slug: string,
): { readonly tag: string; readonly version: string } {
  const changelog = [...(project.files ?? [])].find(([name]) => /^changelog\.(?:md|txt)$/i.test(name))?.[1]
    .bytes;
  const newest = changelog ? versionsIn(new TextDecoder().decode(changelog))[0] : undefined;
  const tag = lastValue(given, "tag") ?? (newest === undefined ? null : `v${newest}`);
  if (tag === null)
    throw new UserError("no version is known; add `--tag v1.0.0`, or a heading `## 1.0.0` to the changelog");
  const version = versionInTag(tag, "v*", slug) ?? versionInTag(tag, "<slug>-v*", slug);
  if (!isTag(tag) || version === null || !parseVersion(version)) {
    throw new UserError(
      `\`${toOneLine(tag)}\` is no release tag; name it as \`v1.2.0\`, or \`${slug}-v1.2.0\``,
    );
  }
  return { tag, version };
}
