import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { workflowText } from "../../checks/cli/workflow-text.ts";
import { startJob } from "../support/action-process.ts";
import { startFakeGitHub } from "../support/fake-github.ts";

interface Step {
  readonly id?: string;
  readonly uses: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
}
interface Workflow {
  readonly on: readonly string[] | Readonly<Record<string, object | null>>;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly if?: string; readonly permissions?: object; readonly steps: readonly Step[] }>
  >;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

function snippetsOf(path: string): readonly (readonly [string, string])[] {
  const blocks = [...read(path).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  return blocks.filter((text) => /^jobs:$/m.test(text)).map((text) => [path, text] as const);
}

const jobs = [
  ...snippetsOf("README.md"),
  ...snippetsOf("docs/authors.md"),
  ...snippetsOf("docs/submit.md"),
  ["the workflow that init writes", workflowText] as const,
].flatMap(([path, text]) => {
  const workflow = parse(text) as Workflow;
  return Object.entries(workflow.jobs).map(([name, job]) => ({ path, workflow, name, job }));
});

const action = parse(read("action.yml")) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
};

/** What GitHub puts in the place of an expression. */
const values: Readonly<Record<string, string>> = {
  "github.token": "ghp_job",
  "secrets.LISTINGS_TOKEN": "ghp_ann",
  "vars.LISTINGS_REPOSITORY": "programme/listings",
};

function filledIn(value: string | boolean): string {
  return String(value).replaceAll(
    /\$\{\{ (\S+) \}\}/g,
    (_, name: string) => values[name] ?? `unknown ${name}`,
  );
}

/** Runs a step with the connector that nothing is wrong with, for a pull request or a published release. */
async function runStep({ with: given = {} }: Step, isSubmit: boolean) {
  await using github = await startFakeGitHub();
  await using job = await startJob();
  const source = github.repository("acme/helpdesk");
  const listings = github.repository("programme/listings");
  github.permission(listings, "ann", "write");
  for (const login of ["ann", "job"]) github.token(login);
  const sha = source.commit("main", { "a.txt": "a" });
  source.tag("v1.0.0", sha);
  await job.copy("examples/helpdesk-fixed", ".");
  const event = { action: "published", release: { tag_name: "v1.0.0" }, repository: { fork: false } };
  await job.write({ "../event.json": JSON.stringify(event), ".git/HEAD": `${sha}\n` });
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ""] as const);
  const inputs = [...defaults, ...Object.entries(given)].map(([name, value]) => [name, filledIn(value)]);
  const run = await job.run(Object.fromEntries(inputs) as Record<string, string>, {
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: isSubmit ? "release" : "pull_request",
    GITHUB_EVENT_PATH: join(job.workspace, "../event.json"),
    GITHUB_REF: isSubmit ? "refs/tags/v1.0.0" : "refs/pull/1/merge",
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY_ID: String(source.state.id),
  });
  return { run, requests: github.requests.length };
}

describe.each(jobs)("the job $name in $path", ({ workflow, job }) => {
  const steps = job.steps.filter(({ uses }) => uses.startsWith("connector-gate/connector-gate@"));

  test("does what it is for", async () => {
    expect(steps).toHaveLength(1);
    const isSubmit = steps[0]!.with?.["mode"] === "submit";

    const { run, requests } = await runStep(steps[0]!, isSubmit);

    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.outputs).toMatchObject({
      verdict: "pass",
      ...(isSubmit && { "submission-state": "created", version: "1.0.0" }),
    });
    // Only a submission needs GitHub at all, so a token that may only read will do, and none as well.
    expect(requests > 0).toBe(isSubmit);
  });

  test("has no permission that it does not need", () => {
    const uploads = job.steps.some(({ uses }) => uses.includes("/upload-sarif@"));

    expect(job.permissions ?? workflow.permissions).toEqual({
      contents: "read",
      ...(uploads && { "security-events": "write" }),
    });
  });

  test("starts on events that its mode takes", () => {
    const events = Array.isArray(workflow.on) ? (workflow.on as string[]) : Object.keys(workflow.on);
    const isSubmit = steps[0]!.with?.["mode"] === "submit";

    expect(events.includes("release")).toBe(isSubmit || job.if === "github.event_name != 'release'");
    expect(events).not.toContain("pull_request_target");
  });

  test("names only inputs and outputs that there are", () => {
    for (const name of Object.keys(steps[0]!.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
    for (const [, id, output] of JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(id).toBe(steps[0]!.id);
      expect(Object.keys(action.outputs)).toContain(output);
    }
  });
});
