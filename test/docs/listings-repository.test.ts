import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import nock from "nock";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

import { isAccountForm, parseForm } from "../../app/account/form.ts";
import { accountLabels } from "../../app/account/labels.ts";
import { githubProtection } from "../../app/github/protection.ts";
import { protectionNotice } from "../../app/submission/protection.ts";
import { parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { rules } from "../../checks/rules/index.ts";
import { contentBetween } from "../../scripts/docs/markdown.ts";
import { runScript } from "../support/command-line.ts";
import { api, callOf, clients, finishApi, startApi } from "../support/github-api.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const model = join(root, "examples/listings");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("docs/listings-repository.md", () => {
  const text = read("docs/listings-repository.md");
  const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, command]) => command!.trim());

  test.each(commands)("shows a command that works: %s", (command) => {
    const [node, cli, ...args] = command.split(" ");

    expect([node, cli]).toEqual(["node", "dist/cli.js"]);
    expect(runScript(join(root, "checks/cli.ts"), args)).toMatchObject({ status: 0, stderr: "" });
  });

  describe("has a ruleset", () => {
    afterEach(finishApi);

    const ruleset = JSON.parse(contentBetween(text, "ruleset").replace(/^```.*$/gm, "")) as {
      readonly rules: object[];
    };

    test.each([
      ["with which nothing is left to say about protection", 123456, null],
      ["that has to name the programme's own app", 7, expect.stringContaining("bound to this app")],
    ])("%s", async (_, appId, notice) => {
      startApi();
      api().get("/repos/acme/listings/branches/main").reply(200, { protected: true });
      api().get("/repos/acme/listings/rules/branches/main").query(true).reply(200, ruleset.rules);
      const repository = { owner: "acme", repo: "listings" };

      const protection = await githubProtection(callOf(clients[0]![1]()), repository).read("main");

      expect(protectionNotice(protection, "main", appId)).toEqual(notice);
      expect(nock.isDone()).toBe(true);
    });
  });
});

describe("the model listings repository", () => {
  test("has an index as its schema says", () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(read("docs/schemas/catalogue.json")) as object,
    );

    expect(validate(JSON.parse(read("examples/listings/listings/index.json")))).toBe(true);
    expect(validate({ schemaVersion: 1, listings: [{}] })).toBe(false);
  });

  test("has a policy that is one, for rules that there are", () => {
    const policy = parseListingsPolicy(
      readFileSync(join(model, ".github/connector-gate.yml")),
      rules.map(({ id }) => id),
    );

    expect(policy).toMatchObject({ ok: true });
  });

  test("names somebody for all that needs people", () => {
    const policy = parseListingsPolicy(readFileSync(join(model, ".github/connector-gate.yml")));
    if (!policy.ok) throw new Error("the policy is not one");
    const { reviewers, accounts, listing, waivers } = policy.value;

    const people = [reviewers.code, reviewers.usability, accounts["decided-by"], listing["listed-by"]];
    for (const names of [...people, ...waivers.map(({ by }) => by)]) expect(names).not.toEqual([]);
  });

  const forms = readdirSync(join(model, ".github/ISSUE_TEMPLATE")).filter((name) => name !== "config.yml");

  test.each(forms)("has an issue form that GitHub takes: %s", (name) => {
    const form = parse(read(`examples/listings/.github/ISSUE_TEMPLATE/${name}`)) as Form;
    const ids = form.body.flatMap(({ id }) => id ?? []);

    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of form.body) {
      expect(["markdown", "input", "textarea", "dropdown"]).toContain(type);
      expect(attributes[type === "markdown" ? "value" : "label"]).toEqual(expect.any(String));
    }
  });

  test("asks for a developer account with the words that the app reads", () => {
    const form = parse(read("examples/listings/.github/ISSUE_TEMPLATE/developer-account.yml")) as Form;
    const fields = form.body.filter(({ id }) => id !== undefined);
    const body = fields
      .map(({ id, attributes }) => `### ${String(attributes["label"])}\n\n${id}\n`)
      .join("\n");

    expect(form.labels).toEqual([accountLabels.requested.name]);
    expect(isAccountForm(body)).toBe(true);
    expect(parseForm(body)).toEqual({
      company: "company",
      name: "name",
      email: "email",
      owner: "owner",
      overview: "overview",
    });
  });
});

interface Form {
  readonly labels?: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

describe("the workflow of the model listings repository", () => {
  const workflow = parse(read("examples/listings/.github/workflows/catalogue.yml")) as {
    readonly jobs: Readonly<
      Record<string, { readonly permissions: object; readonly steps: readonly { readonly run?: string }[] }>
    >;
  };
  const scriptOf = (job: string) => workflow.jobs[job]!.steps.find(({ run }) => run !== undefined)!.run!;

  test("only reads, whatever made it run", () => {
    for (const { permissions } of Object.values(workflow.jobs))
      expect(permissions).toEqual({ contents: "read" });
  });

  test("puts nothing of an event into a script", () => {
    for (const job of Object.keys(workflow.jobs)) expect(scriptOf(job)).not.toContain("${{");
  });

  test("checks a pull request that lists something new", () => {
    const { folder, repository } = checkouts();
    rmSync(join(repository, "listings/index.json"));

    expect(bash(scriptOf("check"), folder)).toMatchObject({ status: 0 });

    writeFileSync(join(repository, "listings/lantern-desk/listing.json"), "{}\n");
    const { status, stdout } = bash(scriptOf("check"), folder);
    expect(status).toBe(1);
    expect(stdout).toContain("::error file=listings/lantern-desk/listing.json");
  });

  test("commits the index once, and where the branch has moved meanwhile", () => {
    const { folder, repository, remote } = checkouts();
    rmSync(join(repository, "listings/index.json"));
    git(repository, "commit", "-qam", "no index");
    git(repository, "push", "-q", "origin", "HEAD:main");
    const other = join(folder, "other");
    git(folder, "clone", "-q", remote, other);
    writeFileSync(join(other, "README.md"), "# Moved\n");
    git(other, "commit", "-qam", "move on");
    git(other, "push", "-q", "origin", "HEAD:main");

    expect(bash(scriptOf("build"), folder)).toMatchObject({ status: 0 });
    expect(bash(scriptOf("build"), folder)).toMatchObject({ status: 0 });

    expect(git(remote, "log", "--format=%s", "main").split("\n").slice(0, 3)).toEqual([
      "chore: rebuild the index of the catalogue",
      "move on",
      "no index",
    ]);
    expect(git(remote, "show", "main:listings/index.json")).toBe(
      read("examples/listings/listings/index.json"),
    );
  }, 60_000);
});

/** The two checkouts that the workflow makes, side by side. */
function checkouts() {
  const folder = temporaryFolder();
  const [remote, repository, gate] = ["remote.git", "repository", "connector-gate/dist"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  git(folder, "init", "-q", "--bare", "--initial-branch=main", remote);
  git(folder, "clone", "-q", remote, repository);
  cpSync(model, repository, { recursive: true });
  git(repository, "checkout", "-qb", "main");
  git(repository, "add", "--all");
  git(repository, "commit", "-qm", "first");
  git(repository, "push", "-q", "origin", "HEAD:main");
  mkdirSync(gate, { recursive: true });
  writeFileSync(join(gate, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(gate, "cli.js"), `await import(${JSON.stringify(join(root, "checks/cli.ts"))});\n`);
  return { folder, remote, repository };
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=Ann", "-c", "user.email=ann@acme.example"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** As GitHub's runner starts a step. */
function bash(script: string, cwd: string) {
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
  });
}
