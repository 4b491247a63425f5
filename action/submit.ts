import * as core from "@actions/core";

import { descriptionFile } from "../checks/listing/manifest.ts";
import { digestOf, formatRecord, toSubmissionRecord } from "../checks/listing/submission-record.ts";
import {
  submissionLabels,
  submissionText,
  submissionTitle,
  updateText,
} from "../checks/listing/submission-text.ts";
import { escapeMarkdown } from "../checks/report/escape.ts";
import { checkedOutCommit } from "./checkout.ts";
import { checkProjects, describeReport } from "./checked.ts";
import { type ChosenProject, chooseProject } from "./chosen-project.ts";
import type { Inputs } from "./inputs.ts";
import { releaseTag } from "./release-tag.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import { tagCommit } from "./source.ts";
import type { Wanted } from "./submission/decide.ts";
import { explainFailure } from "./submission/failures.ts";
import type { Observation } from "./submission/observation.ts";
import { reconcile } from "./submission/reconcile.ts";
import { UserError } from "./user-error.ts";

/** The mode `submit`: a release tag becomes one submission in the listings repository. */
export async function submit(inputs: Inputs, context: RunContext, tools: Tools): Promise<void> {
  const tag = releaseTag(context);
  const target = splitName(required(inputs, "listings-repository"));
  const token = required(inputs, "listings-token");

  const checked = await checkProjects(inputs, context, tools);
  const chosen = chooseProject(checked.projects, tag, inputs["tag-pattern"]);
  const version = chosen.version.text;
  core.setOutput("version", version);
  if (chosen.result.report.verdict === "fail") {
    await core.summary.addRaw(describeReport(checked, context, tools), true).write();
    throw new UserError(`Not submitted: ${checked.reason}`);
  }
  const commit = await verifyCommit(inputs, context, tools, tag);

  const inspection = checked.checker.inspect(chosen.project.file, chosen.project.source);
  if (!inspection) throw new UserError(`Not submitted: ${chosen.project.file} is not a connector.`);
  const { repository, repositoryId, serverUrl } = context;

  function want({ listed, told }: Observation): Wanted {
    const record = toSubmissionRecord({
      version,
      previousVersion: listed?.record?.version ?? null,
      manifest: chosen.manifest,
      description: descriptionOf(chosen),
      logo: logoOf(chosen),
      release: { repository, repositoryId, tag, commit },
      inspection: inspection!,
      report: chosen.result.report,
      ruleSet: tools.version,
    });
    const text = formatRecord(record);
    return {
      record,
      text,
      digest: digestOf(text),
      title: submissionTitle(record),
      body: submissionText({
        record,
        listed: listed?.record ?? null,
        report: chosen.result.report,
        serverUrl,
      }),
      labels: submissionLabels,
      announcement: updateText(told, record, serverUrl),
    };
  }

  const github = await tools.createGitHub(token, context.apiUrl);
  const { slug } = chosen.manifest;
  const submitted = await reconcile(github, { slug, target, token, want }, (time) => tools.wait(time));
  core.setOutput("submission-url", submitted.url);
  core.setOutput("submission-number", submitted.number);
  core.setOutput("submission-state", submitted.state);
  core.info(`Submission ${submitted.state}: ${submitted.url}`);
  if (submitted.missingLabels.length > 0) {
    core.warning(`The token of listings-token may not set labels (${submitted.missingLabels.join(", ")}).`);
  }
  const title = `${escapeMarkdown(chosen.manifest.name)} ${version}`;
  const outcome = `## Submission ${submitted.state}: [${title}](${submitted.url})\n\nFrom the tag [${escapeMarkdown(tag)}](${serverUrl}/${repository}/releases/tag/${tag.split("/").map(encodeURIComponent).join("/")}).\n\n`;
  await core.summary.addRaw(outcome + describeReport(checked, context, tools), true).write();
}

/** The tag's commit, which must be the one that was checked: a tag may have moved since the run was started. */
async function verifyCommit(inputs: Inputs, context: RunContext, tools: Tools, tag: string): Promise<string> {
  const token = required(inputs, "github-token");
  const github = await tools.createGitHub(token, context.apiUrl);
  let commit: string;
  try {
    commit = await tagCommit(github, splitName(context.repository), tag);
  } catch (error) {
    const needs = "Contents: read";
    throw explainFailure(error, { input: "github-token", token, repository: context.repository, needs });
  }
  const checkedOut = (await checkedOutCommit(context.workspace)) ?? context.sha;
  if (commit !== checkedOut) {
    throw new UserError(
      `The tag ${tag} points at ${commit.slice(0, 7)}, and ${checkedOut.slice(0, 7)} is checked out: check out the tag (actions/checkout does so by itself for a tag or a release).`,
    );
  }
  return commit;
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

function descriptionOf({ manifest, project }: ChosenProject): string {
  const name = descriptionFile(manifest.description);
  if (name === null) return manifest.description;
  const bytes = project.files?.get(name)?.bytes;
  if (!bytes)
    throw new UserError(`Not submitted: listing.yml names the description ${name}, which can't be read.`);
  return new TextDecoder().decode(bytes);
}

function logoOf({
  manifest,
  project,
}: ChosenProject): { readonly file: string; readonly bytes: Uint8Array } | null {
  const bytes = project.files?.get(manifest.logo)?.bytes;
  return bytes ? { file: manifest.logo, bytes } : null;
}
