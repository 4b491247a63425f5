import { cpSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { parseManifest } from "../../checks/listing/parse-manifest.ts";
import { runScript } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const script = fileURLToPath(new URL("../../checks/cli.ts", import.meta.url));
const example = fileURLToPath(new URL("../../examples/helpdesk-fixed", import.meta.url));

const run = (cwd: string, ...args: string[]) => runScript(script, args, { cwd });

function helpdesk(): string {
  const folder = temporaryFolder();
  cpSync(example, folder, { recursive: true });
  rmSync(join(folder, ".github"), { recursive: true });
  return folder;
}

function problemsOf(folder: string): readonly string[] {
  const parsed = parseManifest(readFileSync(join(folder, "listing.yml")));
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

describe("connector-gate init --yes", () => {
  test("writes what it knows, and leaves the rest to the checks", () => {
    const folder = helpdesk();
    rmSync(join(folder, "listing.yml"));

    const { status, stdout, stderr } = run(folder, "init", "--yes");

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(
      "wrote listing.yml\nwrote .github/connector-gate.yml\nwrote .github/workflows/connector-gate.yml\n",
    );
    const listing = readFileSync(join(folder, "listing.yml"), "utf8");
    expect(listing).toMatch(
      /^# yaml-language-server: \$schema=https:\/\/\S+\/docs\/schemas\/listing\.json$/m,
    );
    expect(parse(listing)).toMatchObject({
      slug: "lantern-desk",
      name: "Lantern Desk",
      description: "README.md",
      support: { email: "support@lanterndesk.example" },
    });
    expect(problemsOf(folder)).toEqual([
      "`publisher` is missing",
      "`summary` is missing",
      "`categories` is missing",
    ]);
    expect(listing).toContain(
      "actions: [search_tickets, get_ticket, create_ticket, update_ticket, add_comment]",
    );
  });

  test("writes a configuration that the checks take", () => {
    const folder = helpdesk();

    run(folder, "init", "--yes");

    expect(run(folder, "check")).toMatchObject({ status: 0, stderr: "" });
    const workflow = parse(readFileSync(join(folder, ".github/workflows/connector-gate.yml"), "utf8")) as {
      permissions: object;
    };
    expect(workflow.permissions).toEqual({});
  });

  test("keeps what is there", () => {
    const folder = helpdesk();
    const before = readFileSync(join(folder, "listing.yml"), "utf8");
    run(folder, "init", "--yes");

    const { stdout } = run(folder, "init", "--yes");

    expect(stdout.match(/^kept /gm)).toHaveLength(3);
    expect(readFileSync(join(folder, "listing.yml"), "utf8")).toBe(before);
  });

  test("writes a manifest for each of several connectors", () => {
    const connector = "{ title: 'Größe: 1', connection: {}, actions: { a: {} } }\n";
    const folder = temporaryFolder({ "one/connector.rb": connector, "two/connector.rb": connector });

    const { status } = run(folder, "init", "--yes");

    expect(status).toBe(0);
    expect(parse(readFileSync(join(folder, "two/listing.yml"), "utf8"))).toMatchObject({
      slug: "grosse-1",
      name: "Größe: 1",
    });
    expect(parse(readFileSync(join(folder, ".github/connector-gate.yml"), "utf8"))).toMatchObject({
      connectors: ["one", "two"],
    });
  });

  test("follows no link that lies in its way", () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder({ "connector.rb": "{ connection: {}, actions: {} }\n" });
    symlinkSync(join(outside, "target.yml"), join(folder, "listing.yml"));

    expect(run(folder, "init", "--yes").stdout).toContain("kept  listing.yml");
  });

  test.each([
    ["without a terminal", ["init"], {}, "`init` asks questions, and this is no terminal; add `--yes`"],
    ["without a connector", ["init", "--yes"], {}, "no connector in this folder"],
  ])("says in one line what is wrong %s", (_, args, files, message) => {
    const { status, stderr } = run(temporaryFolder(files), ...args);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("connector-gate submit --dry-run", () => {
  test("shows the pull request and the record", () => {
    const { status, stdout, stderr } = run(example, "submit", "--dry-run");

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Pull request: Lantern Desk 1\.0\.0 \(lantern-desk\)\nBranch: submit\/lantern-desk\nLabels: submission\n/,
    );
    expect(stdout).toContain("### Capabilities");
    expect(stdout).toContain('"schemaVersion": 1');
  });

  test("prints the record alone as JSON, with the repository and commit of the checkout", () => {
    const folder = helpdesk();
    writeFiles(folder, {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/packed-refs": `${"a".repeat(40)} refs/heads/main\n`,
      ".git/config": '[remote "origin"]\n\turl = git@github.com:acme/desk.git\n',
    });

    const { stdout } = run(folder, "submit", "--dry-run", "--tag", "lantern-desk-v2.0.0", "--format", "json");

    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.0.0",
      release: { repository: "acme/desk", commit: "a".repeat(40), tag: "lantern-desk-v2.0.0" },
    });
  });

  test("fails where the submission would be stopped", () => {
    const folder = helpdesk();
    const listing = readFileSync(join(folder, "listing.yml"), "utf8");
    writeFiles(folder, { "listing.yml": listing.replace("actions: [get_ticket]", "actions: [get_tickets]") });

    const { status, stderr } = run(folder, "submit", "--dry-run");

    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error: this would not be submitted: 1 error.*; `connector-gate check` says more\n {2}listing\.yml:\d+: .*`get_tickets`.*\n$/,
    );
  });

  test.each([
    [
      "is too large",
      { "listing.yml": "#".repeat(1_100_000) },
      "listing.yml:1:1: the file has more than 1,048,576 bytes",
    ],
    ["is no YAML", { "listing.yml": "a: [" }, "listing.yml:1:5: the file is not valid YAML: "],
  ])("says in one line where the listing.yml %s", (_, files, message) => {
    const folder = helpdesk();
    writeFiles(folder, files);

    const { status, stderr } = run(folder, "submit", "--dry-run");

    expect(status).toBe(2);
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("refuses a record that GitHub could not give back", () => {
    const folder = helpdesk();
    writeFiles(folder, { "README.md": '"\n'.repeat(300_000) });

    const { status, stderr } = run(folder, "submit", "--dry-run");

    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: the record would have 1,[\d,]+ bytes of at most 900,000; shorten the description README\.md\n$/,
    );
  });

  test.each([
    ["without --dry-run", ["submit"], "a release is submitted by the action"],
    ["with a tag that is none", ["submit", "--dry-run", "--tag", "latest"], "`latest` is no release tag"],
    [
      "with a connector that is not there",
      ["submit", "--dry-run", "nowhere"],
      "nowhere: no such file or folder",
    ],
  ])("says in one line what is wrong %s", (_, args, message) => {
    const { status, stderr } = run(helpdesk(), ...args);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("lists every problem of the manifest", () => {
    const folder = helpdesk();
    writeFiles(folder, { "listing.yml": "slug: X\nname: Y\n" });

    const { status, stderr } = run(folder, "submit", "--dry-run");

    expect(status).toBe(2);
    expect(stderr).toContain("listing.yml:1:7: `slug` must be 2 to 50");
    expect(stderr).toContain("`publisher` is missing");
  });
});
