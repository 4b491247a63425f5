import { execFile } from "node:child_process";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { type Job, startJob } from "../support/action-process.ts";

let job: Job;

beforeEach(async () => {
  job = await startJob();
});

afterEach(async () => job[Symbol.asyncDispose]());

describe("the action in mode check", () => {
  test("annotates, reports and fails on a connector with errors", async () => {
    await job.write({ "helpdesk/connector.rb": "{\n  connection: { fields: [ },\n  actions: {}\n}\n" });

    const run = await job.run({});

    const errors = Number(run.outputs["errors"]);
    expect(errors).toBeGreaterThan(0);
    expect(run).toMatchObject({ exitCode: 1, stderr: "", outputs: { verdict: "fail" } });
    expect(run.stdout).toMatch(/^::error file=helpdesk\/\S+,line=\d+,/m);
    expect(run.stdout.trimEnd().split("\n").at(-1)).toMatch(
      /^::error::\d+ errors?.* in helpdesk\/connector.rb; the step fails on error or worse\.$/,
    );
    expect(run.summary).toContain("| Family | Errors | Warnings | Notices |");
    expect(run.summary).toContain(
      `https://github.com/acme/helpdesk/blob/${"c".repeat(40)}/helpdesk/connector.rb#L`,
    );
    const report = JSON.parse(await readFile(run.outputs["report-path"]!, "utf8")) as {
      projects: { counts: object }[];
    };
    expect(report.projects[0]!.counts).toMatchObject({ error: errors });
    const sarif = JSON.parse(await readFile(run.outputs["sarif-path"]!, "utf8")) as { version: string };
    expect(sarif.version).toBe("2.1.0");
    expect(run.outputs["report-path"]).toContain(job.temp);
  });

  test("passes a connector without findings", async () => {
    await job.copy("examples/helpdesk-fixed", ".");

    const run = await job.run({ "fail-on": "notice" });

    expect(run).toMatchObject({
      exitCode: 0,
      stderr: "",
      outputs: { verdict: "pass", errors: "0", warnings: "0", notices: "0" },
    });
    expect(run.stdout).toBe("pass connector.rb: no findings\n");
  });

  test.each(["push", "workflow_dispatch", "pull_request"])(
    "runs on %s, and needs no token",
    async (event) => {
      await job.copy("examples/helpdesk-fixed", ".");

      const run = await job.run(
        { "github-token": "ghs_read_only" },
        {
          GITHUB_EVENT_NAME: event,
          GITHUB_API_URL: "http://127.0.0.1:1",
          GITHUB_REF: "refs/heads/a\n::error::b",
        },
      );

      expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { verdict: "pass" } });
      expect(run.stdout).toBe("::add-mask::ghs_read_only\npass connector.rb: no findings\n");
    },
  );

  test("passes with findings below fail-on, and with never", async () => {
    await job.copy("examples/helpdesk", ".");

    const run = await job.run({ "fail-on": "never" });

    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  });

  test("shows ten annotations of a kind and counts the rest in the summary", async () => {
    const broken = "{ connection: { fields: [ }, actions: {} }\n";
    const files = Array.from({ length: 14 }, (_, index) => [`c${index}/connector.rb`, broken] as const);
    await job.write(Object.fromEntries(files));

    const run = await job.run({});

    expect(run.exitCode).toBe(1);
    expect(Number(run.outputs["errors"])).toBeGreaterThanOrEqual(14);
    expect(run.stdout.match(/^::error file=/gm)).toHaveLength(10);
    expect(run.summary).toMatch(
      /10 annotations of a kind in a step; \d+ errors more are only in this summary/,
    );
  });

  test("looks only at the paths that are given, and writes where it is told to", async () => {
    await job.copy("examples/helpdesk", "bad");
    await job.copy("examples/helpdesk-fixed", "good");

    const run = await job.run({
      paths: "\n  good\n\n",
      "report-path": "out/report.json",
      "sarif-path": "out/r.sarif",
    });

    expect(run).toMatchObject({
      exitCode: 0,
      outputs: { "report-path": join(job.workspace, "out/report.json") },
    });
    const report = JSON.parse(await readFile(join(job.workspace, "out/report.json"), "utf8")) as {
      projects: { path: string }[];
    };
    expect(report.projects.map(({ path }) => path)).toEqual(["good"]);
  });

  test("lets nothing of a connector become a workflow command", async () => {
    await job.write({
      "connector.rb": `{ title: "x\\n::set-output name=a::b", connection: { fields: [] }, actions: { "a\\n::error::boo": { title: "::stop-commands::x" } } }`,
    });

    const run = await job.run({ "fail-on": "never" });

    const commands = run.stdout.match(/^\s*::\S+/gm) ?? [];
    expect(commands.filter((command) => !/^::(?:error|warning|notice)$/.test(command))).toEqual([]);
    expect(run.stdout).not.toMatch(/^::error::boo/m);
  });
});

describe("the action says in one line what is wrong with", () => {
  test.each([
    ["a checkout without a connector", {}, /no connector in this folder/],
    ["a path that is not there", { paths: "nowhere" }, /nowhere: no such file or folder/],
    ["a path that leads out", { paths: "../.." }, /The path \.\.\/\.\. leads out of the checkout/],
    ["a mode", { mode: "lint" }, /The input mode must be one of check, submit; it is "lint"/],
    ["fail-on", { "fail-on": "errors" }, /The input fail-on must be one of error, warning, notice, never/],
  ])("%s", async (_, inputs, message) => {
    const run = await job.run(inputs);

    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    const lines = run.stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^::error::/);
    expect(lines[0]).toMatch(message);
    expect(lines[0]).not.toContain("    at ");
  });

  test("a link that leads out of the checkout", async () => {
    await job.copy("examples/helpdesk-fixed", ".");
    await symlink(job.temp, join(job.workspace, "link"));

    const read = await job.run({ paths: "link" });
    const written = await job.run({ "report-path": "link/report.json" });

    expect(read.stdout).toContain("leads out of the checkout");
    expect(written.stdout).toContain(
      "::error::link/report.json leads out of the checkout through a symbolic link",
    );
  });

  test("an environment that is no runner's", async () => {
    const run = await job.run({}, { GITHUB_WORKSPACE: "" });

    expect(run.stdout).toContain("::error::The variable GITHUB_WORKSPACE is missing or wrong");
  });
});

test("the action honours the checkout's configuration, and says where it is wrong", async () => {
  await job.copy("examples/helpdesk", "desk");
  await job.copy("examples/helpdesk-fixed", "fine");
  await job.write({ ".github/connector-gate.yml": "connectors: [fine]\nfail-on: notice\n" });

  const run = await job.run({});
  await job.write({ ".github/connector-gate.yml": "conectors: [fine]\n" });
  const wrong = await job.run({});

  expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
  expect(wrong.stdout.trim()).toMatch(
    /^::error::\.github\/connector-gate\.yml:1:1: `conectors` is not a known key; did you mean `connectors`/,
  );
});

test("the bundle does what the sources do", async () => {
  const bundle = join(job.temp, "dist");
  await promisify(execFile)(process.execPath, [
    fileURLToPath(new URL("../../scripts/build.ts", import.meta.url)),
    "--out",
    bundle,
  ]);
  await job.copy("examples/helpdesk-fixed", ".");

  const run = await job.run({}, {}, join(bundle, "index.js"));

  expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { verdict: "pass" } });
});
