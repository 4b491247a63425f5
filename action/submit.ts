import * as core from "@actions/core";

import { isAtLeast, type Severity } from "../checks/engine/finding.ts";
import { type Policy, submissionOptions } from "../checks/listing/policy.ts";
import { isPrerelease } from "../checks/listing/version.ts";
import { describeCounts } from "../checks/report/counts.ts";
import { checkedOutCommit } from "../checks/cli/checked-out.ts";
import type { Settings } from "../checks/cli/settings.ts";
import type { GitHubClient, Repository } from "../app/github/client.ts";
import { type Checked, checkProjects, describeReport, readInputSettings } from "./checked.ts";
import { chooseProject } from "./chosen-project.ts";
import type { Inputs } from "./inputs.ts";
import { releaseTag } from "./release-tag.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import { tagCommit } from "./source.ts";
import { explainFailure, type TokenUse } from "./submission/failures.ts";
import { persist } from "./submission/persist.ts";
import { readPolicy } from "./submission/read-policy.ts";
import { reconcile } from "./submission/reconcile.ts";
import {
  describeMissing,
  describeOutcome,
  describeRefusal,
  refusalHeading,
  writeSummary,
} from "./submit-summary.ts";
import { UserError } from "./user-error.ts";
import { wantedFrom } from "./wanted.ts";

/** The mode `submit`: a release tag becomes one submission in the listings repository. */
export async function submit(inputs: Inputs, context: RunContext, tools: Tools): Promise<void> {
  let checked: Checked | null = null;
  let release: ReleaseRun | null = null;
  try {
    release = await readRelease(inputs, context, tools);
    const options = { ...release.settings.options, failOn: release.failOn };
    checked = await checkProjects({ ...release.settings, options }, inputs, context, tools);
    const { summary, failure } = await submitChecked(release, checked, inputs, context, tools);
    await writeSummary(summary + describeReport(checked, context, tools));
    if (failure !== null) core.setFailed(failure);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const reason = describeRefusal(error.message, inputs, context);
    await writeSummary(
      reason + (checked && release ? describeChecked(checked, release, context, tools) : ""),
    );
    throw error;
  }
}

/** A reason is no excuse to come back with the next one only then, where it is clear which connector is meant. */
function describeChecked(
  checked: Checked,
  { failOn }: ReleaseRun,
  context: RunContext,
  tools: Tools,
): string {
  const [project, another] = checked.report.projects;
  const missing = project && !another ? describeMissing(project.findings, failOn) : "";
  return missing + describeReport(checked, context, tools);
}

interface ReleaseRun {
  readonly tag: string;
  readonly target: Repository;
  readonly listings: TokenUse;
  readonly github: GitHubClient;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly failOn: Severity | "never";
}

/** What is known of the run before anything is checked. */
async function readRelease(inputs: Inputs, context: RunContext, tools: Tools): Promise<ReleaseRun> {
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
  return { tag, target, listings, github, policy, settings: { ...settings, options }, failOn };
}

interface Outcome {
  readonly summary: string;
  /** Why nothing was submitted, in one line. */
  readonly failure: string | null;
}

/** Submits what was checked, where nothing stops it. */
async function submitChecked(
  { tag, target, listings, github, policy, failOn }: ReleaseRun,
  checked: Checked,
  inputs: Inputs,
  context: RunContext,
  tools: Tools,
): Promise<Outcome> {
  const chosen = chooseProject(checked.projects, tag, inputs["tag-pattern"]);
  core.setOutput("version", chosen.version.text);
  if (isPrerelease(chosen.version) && !policy.prereleases) {
    throw new UserError(
      `Not submitted: ${chosen.version.text} is a pre-release, which ${listings.repository} does not take; tag a release.`,
    );
  }
  const { report } = chosen.result;
  if (report.verdict === "fail") {
    return {
      summary: refusalHeading + describeMissing(report.findings, failOn),
      failure: `Not submitted: ${describeCounts(report.counts)} in ${chosen.project.file}; the summary says what is missing.`,
    };
  }
  const commit = await verifyCommit(inputs, context, tools, tag);
  const inspection = checked.checker.inspect(chosen.project.file, chosen.project.source);
  if (!inspection) throw new UserError(`Not submitted: ${chosen.project.file} is not a connector.`);

  const want = wantedFrom({ chosen, inspection, tag, commit, context, tools });
  const { slug } = chosen.manifest;
  const submitted = await explained(listings, () =>
    reconcile(github, { slug, target, token: listings.token, want }, tools.wait),
  );
  core.setOutput("submission-url", submitted.url);
  core.setOutput("submission-number", submitted.number);
  core.setOutput("submission-state", submitted.state);
  core.info(`Submission ${submitted.state}: ${submitted.url}`);
  if (submitted.missingLabels.length > 0) {
    core.warning(`The token of listings-token may not set labels (${submitted.missingLabels.join(", ")}).`);
  }
  return { summary: describeOutcome(submitted, chosen, tag, context), failure: null };
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
  const use: TokenUse = {
    input: "github-token",
    token,
    repository,
    needs: "Contents: read",
    remedy: "Give the job `permissions: contents: read`.",
  };
  const commit = await explained(use, () =>
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

/** What it means where a workflow gives an input, and nothing arrives. */
const emptyHints = {
  "listings-repository": " (an empty one means that the variable it is taken from is not set)",
  "listings-token": " (an empty one means that the secret is not set, or not for this event)",
  "github-token": "",
} as const;

function required(inputs: Inputs, name: "listings-repository" | "listings-token" | "github-token"): string {
  const value = inputs[name];
  if (value !== undefined) return value;
  const hint = emptyHints[name];
  throw new UserError(`The mode submit needs the input ${name}${hint}.`);
}

function splitName(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = name.split("/");
  return { owner, repo };
}
