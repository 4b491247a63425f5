import * as core from "@actions/core";

import { isAtLeast, type Severity } from "../checks/engine/finding.ts";
import { submissionOptions } from "../checks/listing/policy.ts";
import { isPrerelease } from "../checks/listing/version.ts";
import { describeCounts } from "../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, markdownMessage } from "../checks/report/escape.ts";
import type { ReportFinding } from "../checks/report/report.ts";
import { checkedOutCommit } from "../checks/cli/checked-out.ts";
import { checkProjects, describeReport, readInputSettings } from "./checked.ts";
import { type ChosenProject, chooseProject } from "./chosen-project.ts";
import type { Inputs } from "./inputs.ts";
import { releaseTag } from "./release-tag.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import { tagCommit } from "./source.ts";
import { explainFailure, type TokenUse } from "./submission/failures.ts";
import { persist } from "./submission/persist.ts";
import { readPolicy } from "./submission/read-policy.ts";
import { reconcile, type Submitted } from "./submission/reconcile.ts";
import { UserError } from "./user-error.ts";
import { wantedFrom } from "./wanted.ts";

/** The mode `submit`: a release tag becomes one submission in the listings repository. */
export async function submit(inputs: Inputs, context: RunContext, tools: Tools): Promise<void> {
  const tag = releaseTag(context);
  const target = splitName(required(inputs, "listings-repository"));
  const token = required(inputs, "listings-token");
  const listings: TokenUse = {
    input: "listings-token",
    token,
    repository: `${target.owner}/${target.repo}`,
    needs: "Contents and Pull requests: read and write",
  };
  const github = await tools.createGitHub(token, context.apiUrl);

  const settings = await readInputSettings(inputs, context);
  const policy = await explained(listings, () => persist(() => readPolicy(github, target), tools.wait));
  const options = submissionOptions(policy, [...tools.rules.values()], settings.options.waivers ?? []);
  const failOn = stricter(options.failOn, inputs["fail-on"]);
  const checked = await checkProjects(
    { ...settings, options: { ...options, failOn } },
    inputs,
    context,
    tools,
  );
  const chosen = chooseProject(checked.projects, tag, inputs["tag-pattern"]);
  core.setOutput("version", chosen.version.text);
  if (isPrerelease(chosen.version) && !policy.prereleases) {
    throw new UserError(
      `Not submitted: ${chosen.version.text} is a pre-release, which ${listings.repository} does not take; tag a release.`,
    );
  }
  if (chosen.result.report.verdict === "fail") {
    const missing = describeMissing(chosen.result.report.findings, failOn);
    await core.summary.addRaw(missing + describeReport(checked, context, tools), true).write();
    throw new UserError(
      `Not submitted: ${describeCounts(chosen.result.report.counts)} in ${chosen.project.file}; the summary says what is missing.`,
    );
  }
  const commit = await verifyCommit(inputs, context, tools, tag);
  const inspection = checked.checker.inspect(chosen.project.file, chosen.project.source);
  if (!inspection) throw new UserError(`Not submitted: ${chosen.project.file} is not a connector.`);

  const want = wantedFrom({ chosen, inspection, tag, commit, context, tools });
  const { slug } = chosen.manifest;
  const submitted = await explained(listings, () =>
    reconcile(github, { slug, target, token, want }, tools.wait),
  );
  core.setOutput("submission-url", submitted.url);
  core.setOutput("submission-number", submitted.number);
  core.setOutput("submission-state", submitted.state);
  core.info(`Submission ${submitted.state}: ${submitted.url}`);
  if (submitted.missingLabels.length > 0) {
    core.warning(`The token of listings-token may not set labels (${submitted.missingLabels.join(", ")}).`);
  }
  const outcome = describeOutcome(submitted, chosen, tag, context);
  await core.summary.addRaw(outcome + describeReport(checked, context, tools), true).write();
}

function describeOutcome(
  { state, url }: Submitted,
  { manifest, version }: ChosenProject,
  tag: string,
  context: RunContext,
): string {
  const title = `${escapeMarkdown(manifest.name)} ${version.text}`;
  const page = `${context.serverUrl}/${context.repository}/releases/tag/${tag.split("/").map(encodeURIComponent).join("/")}`;
  return `## Submission ${state}: [${title}](${url})\n\nFrom the tag [${escapeMarkdown(tag)}](${page}).\n\n`;
}

/** What stops the submission, as a list of what to do. */
function describeMissing(findings: readonly ReportFinding[], failOn: Severity | "never"): string {
  if (failOn === "never") return "";
  const stopping = findings.filter(({ severity }) => isAtLeast(severity, failOn));
  const lines = stopping
    .slice(0, 50)
    .map(
      ({ file, start, message }) => `- ${markdownCode(`${file}:${start.line}`)} ${markdownMessage(message)}`,
    );
  const more = stopping.length > lines.length ? `\n- and ${stopping.length - lines.length} more` : "";
  return `## Not submitted\n\nWhat has to be mended, or is missing:\n\n${lines.join("\n")}${more}\n\n`;
}

function stricter(policy: Severity | "never", input: Severity | "never" | undefined): Severity | "never" {
  if (input === undefined || input === "never") return policy;
  return policy !== "never" && isAtLeast(policy, input) ? input : policy;
}

/** The tag's commit, which must be the one that was checked: a tag may have moved since the run was started. */
async function verifyCommit(inputs: Inputs, context: RunContext, tools: Tools, tag: string): Promise<string> {
  const token = required(inputs, "github-token");
  const { repository } = context;
  const github = await tools.createGitHub(token, context.apiUrl);
  const commit = await explained({ input: "github-token", token, repository, needs: "Contents: read" }, () =>
    persist(() => tagCommit(github, splitName(repository), tag), tools.wait),
  );
  const checkedOut = checkedOutCommit(context.workspace) ?? context.sha;
  if (commit !== checkedOut) {
    throw new UserError(
      `The tag ${tag} points at ${commit.slice(0, 7)}, and ${checkedOut.slice(0, 7)} is checked out: check out the tag (actions/checkout does so by itself for a tag or a release).`,
    );
  }
  return commit;
}

async function explained<T>(use: TokenUse, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainFailure(error, use);
  }
}

function required(inputs: Inputs, name: "listings-repository" | "listings-token" | "github-token"): string {
  const value = inputs[name];
  if (value !== undefined) return value;
  const hint =
    name === "listings-token"
      ? " (an empty one means that the secret is not set, or not for this event)"
      : "";
  throw new UserError(`The mode submit needs the input ${name}${hint}.`);
}

function splitName(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = name.split("/");
  return { owner, repo };
}
