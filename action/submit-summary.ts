import * as core from "@actions/core";

import { isAtLeast, type Severity } from "../checks/engine/finding.ts";
import { countOf } from "../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, markdownMessage } from "../checks/report/escape.ts";
import { encodePath } from "../checks/report/markdown-parts.ts";
import type { ReportFinding } from "../checks/report/report.ts";
import type { ChosenProject } from "./chosen-project.ts";
import type { Inputs } from "./inputs.ts";
import type { RunContext } from "./run-context.ts";
import type { Submitted } from "./submission/reconcile.ts";

/** The most findings that are listed as what is missing; the report below lists all. */
const maxMissing = 50;

export async function writeSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(markdown, true).write();
}

export function describeOutcome(
  { state, url }: Submitted,
  { manifest, version }: ChosenProject,
  tag: string,
  context: RunContext,
): string {
  const title = `${escapeMarkdown(manifest.name)} ${version.text}`;
  const page = `${context.serverUrl}/${context.repository}/releases/tag/${encodePath(tag)}`;
  return `## Submission ${state}: [${title}](${url})\n\nFrom the tag [${escapeMarkdown(tag)}](${page}).\n\n`;
}

export const refusalHeading = "## Not submitted\n\n";

/** What stops the submission, as a list of what to do. */
export function describeMissing(findings: readonly ReportFinding[], failOn: Severity | "never"): string {
  const stopping = findings.filter(({ severity }) => failOn !== "never" && isAtLeast(severity, failOn));
  if (stopping.length === 0) return "";
  const lines = stopping
    .slice(0, maxMissing)
    .map(
      ({ file, start, message }) => `- ${markdownCode(`${file}:${start.line}`)} ${markdownMessage(message)}`,
    );
  const left = stopping.length - lines.length;
  const more = left > 0 ? `\n- and ${countOf(left, "more finding")}` : "";
  return `What has to be mended, or is missing:\n\n${lines.join("\n")}${more}\n\n`;
}

/** Why nothing was submitted, with a link to the pull request that it is about. */
export function describeRefusal(message: string, inputs: Inputs, context: RunContext): string {
  const pulls = `${context.serverUrl}/${inputs["listings-repository"] ?? ""}/pull/`;
  const reason = message.replace(/^Not submitted: (.)/, (_, first: string) => first.toUpperCase());
  const at = reason.indexOf(pulls);
  const number = at < 0 ? "" : (/^\d+/.exec(reason.slice(at + pulls.length))?.[0] ?? "");
  const end = at + pulls.length + number.length;
  const text =
    number === ""
      ? markdownMessage(reason)
      : `${markdownMessage(reason.slice(0, at))}<${pulls}${number}>${markdownMessage(reason.slice(end))}`;
  return `${refusalHeading}${text}\n\n`;
}
