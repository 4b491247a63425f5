import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { version } from "../../checks/version.ts";
import {
  type BuiltDist,
  buildDist,
  installedNodes,
  type RunOptions,
  runScript,
} from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

let dist: BuiltDist;
beforeAll(() => {
  dist = buildDist();
});
afterAll(() => dist.remove());

const nodes = installedNodes();
/** The machine's own Node, where there is one beside ours: likely an older one, which has to do as well. */
const [node] = [...nodes.values()].slice(-1);

function run(args: readonly string[], options?: RunOptions) {
  return runScript(dist.cli, args, { ...(node ? { node } : {}), ...options });
}

const connector = `{
  title: 'Shop',
  connection: { fields: [], authorization: { type: 'custom_auth' } },
  test: ->(connection) { get('/me') },
  actions: {
    search: { execute: ->(connection, input) { get('/search', input) } }
  }
}
`;

describe.each([...nodes])("on Node %s", (_, node) => {
  test("checks a connector project", () => {
    const { status, stdout, stderr } = run(["check", "examples/helpdesk"], { node });

    expect(stderr).toBe("");
    expect(stdout).toMatch(/^ *--> examples\/helpdesk\/connector\.rb:\d+:\d+/m);
    expect(stdout).toMatch(/^fail examples\/helpdesk\/connector\.rb .*: \d+ error/m);
    expect(status).toBe(1);
  });

  test.runIf(process.platform === "linux").each([
    [
      "a folder that is gone",
      'cd "$(mktemp -d)" && rmdir "$PWD" && exec "$0" "$1" check',
      "error: the current folder is gone; change to another one\n",
    ],
    [
      "a disk that is full",
      'exec "$0" "$1" rules > /dev/full',
      "error: standard output: cannot be written: no space left\n",
    ],
  ])("blames nobody for %s", (_name, script, message) => {
    const { status, stderr } = spawnSync("sh", ["-c", script, node, dist.cli], { encoding: "utf8" });

    expect([status, stderr.replace(/^(?:sh|shell-init).*\n/gm, "")]).toEqual([2, message]);
  });

  test("finds nothing in the mended project", () => {
    const { status, stdout, stderr } = run(["check", "examples/helpdesk-fixed"], { node });

    expect(stderr).toBe("");
    expect(stdout).toMatch(/^pass examples\/helpdesk-fixed\/connector\.rb .*: no findings$/m);
    expect(status).toBe(0);
  });

  test("shows the model, the rules, and a rule", () => {
    const inspected = run(["inspect", "examples/helpdesk", "--format", "json"], { node });
    const rules = run(["rules"], { node });
    const explained = run(["explain", "structure/syntax-error"], { node });

    expect(JSON.parse(inspected.stdout)).toMatchObject({
      schemaVersion: 1,
      file: "examples/helpdesk/connector.rb",
    });
    expect(rules.stdout).toContain("structure/syntax-error");
    expect(explained.stdout).toMatch(/^structure\/syntax-error\n/);
    expect([inspected.status, rules.status, explained.status]).toEqual([0, 0, 0]);
  });
});

describe("help", () => {
  test("tells the version", () => {
    expect(run(["--version"])).toEqual({ status: 0, stdout: `connector-gate ${version}\n`, stderr: "" });
    expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version });
  });

  test("is shown for the whole and for each command", () => {
    expect(run(["--help"]).stdout).toMatch(/^Usage: connector-gate <command>/m);
    for (const command of ["check", "baseline", "inspect", "rules", "explain"]) {
      const { status, stdout } = run([command, "--help"]);
      expect(stdout).toContain(`Usage: connector-gate ${command}`);
      expect(status).toBe(0);
    }
  });

  test("fits the width of the terminal", () => {
    const { stdout } = run(["check", "--help"], { env: { COLUMNS: "70" } });

    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(70);
  });

  test("is what stands on standard error where nothing was asked for", () => {
    expect(run([])).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("Usage:") });
  });
});

describe("paths", () => {
  test("checks every connector of a tree once", () => {
    const cwd = temporaryFolder({
      "shop/connector.rb": connector,
      "more/till.rb": connector,
      "more/helper.rb": "puts :hello\n",
      "node_modules/x/connector.rb": connector,
    });

    const { stdout } = run(["check", ".", "shop", "--format", "json"], { cwd });

    const files = (JSON.parse(stdout) as { projects: { file: string }[] }).projects.map(({ file }) => file);
    expect(files).toEqual(["more/till.rb", "shop/connector.rb"]);
  });

  test("reads standard input", () => {
    const { stdout, status } = run(["check", "-", "--format", "json", "--fail-on", "never"], {
      input: connector,
    });

    expect(JSON.parse(stdout)).toMatchObject({
      projects: [{ path: ".", file: "<stdin>", title: "Shop", lines: 8 }],
    });
    expect(status).toBe(0);
  });
});

describe("many connectors", () => {
  test("are checked in threads with the same report in the same order", () => {
    const padding = "# nothing to see here\n".repeat(7000);
    const sources = Array.from({ length: 10 }, (_, index) => [
      `c${index}/connector.rb`,
      padding + (index === 3 ? "{\n" : connector.replace("Shop", `Shop ${index}`)),
    ]);
    const cwd = temporaryFolder(Object.fromEntries(sources));

    const { stdout, stderr, status } = run(["check", "--format", "json"], { cwd });

    const { projects } = JSON.parse(stdout) as {
      projects: { file: string; title: string | null; verdict: string }[];
    };
    expect(stderr).toBe("");
    expect(projects.map(({ file }) => file)).toEqual(sources.map(([file]) => file));
    expect(projects.map(({ title }) => title)[7]).toBe("Shop 7");
    expect(projects.filter(({ verdict }) => verdict === "fail").map(({ file }) => file)).toContain(
      "c3/connector.rb",
    );
    const alone = JSON.parse(run(["check", "c7", "--format", "json"], { cwd }).stdout) as {
      projects: unknown[];
    };
    expect(projects[7]).toEqual(alone.projects[0]);
    expect(status).toBe(1);
  });
});

describe("fixes", () => {
  test("are shown as a diff, then applied, then done", () => {
    const cwd = temporaryFolder();
    cpSync("examples/helpdesk", join(cwd, "shop"), { recursive: true });
    const read = () => readFileSync(join(cwd, "shop/connector.rb"), "utf8");
    const before = read();

    const shown = run(["check", "shop", "--fix", "--dry-run"], { cwd });
    expect(read()).toBe(before);
    const fixed = run(["check", "shop", "--fix"], { cwd });
    const after = read();
    const again = run(["check", "shop", "--fix"], { cwd });

    expect(shown.stdout).toMatch(/^--- a\/shop\/connector\.rb\n\+\+\+ b\/shop\/connector\.rb\n@@ /);
    expect(shown.stderr).toMatch(/^would fix \d+ findings? in 1 file\n$/);
    expect(fixed.stderr).toMatch(/^fixed \d+ findings? in 1 file\n$/);
    expect(after).not.toBe(before);
    expect(again.stderr).toBe("nothing to fix\n");
    writeFiles(cwd, { "shop/connector.rb": before });
    execFileSync("git", ["apply", "-"], { cwd, input: shown.stdout });
    expect(read()).toBe(after);
  });
});

describe("formats and outputs", () => {
  test("writes the versioned report", () => {
    const cwd = temporaryFolder({ "shop/connector.rb": "{ title: 'Shop', \n" });

    const { stdout, status } = run(["check", "shop", "--format", "json"], { cwd });

    const report = JSON.parse(stdout) as { projects: { findings: object[] }[] };
    expect(report).toMatchObject({
      schemaVersion: 1,
      tool: { name: "connector-gate", version },
      projects: [
        { path: "shop", file: "shop/connector.rb", lines: 1, verdict: "fail", counts: { error: 1 } },
      ],
    });
    expect(report.projects[0]!.findings[0]).toEqual({
      ruleId: "structure/syntax-error",
      family: "structure",
      severity: "error",
      message: expect.stringContaining("does not parse"),
      file: "shop/connector.rb",
      start: { line: expect.any(Number), column: expect.any(Number) },
      end: { line: expect.any(Number), column: expect.any(Number) },
      path: null,
      fixable: false,
      url: expect.stringContaining("docs/rules/structure/syntax-error.md"),
    });
    expect(status).toBe(1);
  });

  test("writes several reports in one run", () => {
    const cwd = temporaryFolder({ "connector.rb": connector });

    const { stdout } = run(
      ["check", "-o", "a.sarif", "-f", "json", "-o", "b", "-o", "c.md", "-o", "github:d", "-o", "e.html"],
      { cwd },
    );

    const read = (name: string) => readFileSync(join(cwd, name), "utf8");
    expect(stdout).toMatch(/^(pass|fail) connector\.rb/m);
    expect(JSON.parse(read("a.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(JSON.parse(read("b"))).toMatchObject({ schemaVersion: 1 });
    expect(read("c.md")).toMatch(/^## .* Connector Gate/);
    expect(read("d")).toMatch(/1 connector: /);
    expect(read("e.html")).toMatch(/^<!doctype html>/);
  });

  test.each([
    ["colours where they are forced", { FORCE_COLOR: "1" }, true],
    ["no colours without a terminal", {}, false],
    ["no colours where there shall be none", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("prints %s", (_, env, expected) => {
    const { stdout } = run(["check", "-"], { input: "[]", env });

    expect(stdout.includes("\u001b[")).toBe(expected);
  });
});

describe("bad input", () => {
  const files = {
    "notes.txt": "hello",
    "empty/README.md": "# nothing here\n",
    "connector.rb": connector,
    "other/connector.rb": connector,
    "bad-config.yml": "rules:\n  structure/syntax-eror: off\n",
    "not-yaml.yml": "rules: [\n",
    "elsewhere.yml": "connectors: [../x]\n",
    "nowhere.yml": "connectors:\n  - shop\n",
    "not-a-baseline.json": "[1]",
  };

  test.each([
    ["a path that is not there", ["check", "nope"], /^error: nope: no such file or folder; check the path$/],
    [
      "a folder without a connector",
      ["check", "empty"],
      /^error: empty: no connector in this folder; name one /,
    ],
    [
      "a file that is no connector",
      ["check", "notes.txt"],
      /^error: notes\.txt: not a connector; name a Ruby file /,
    ],
    [
      "an unknown command",
      ["chekc"],
      /^error: unknown command `chekc`; did you mean `connector-gate check`\?$/,
    ],
    [
      "a path in place of a command",
      ["empty"],
      /^error: unknown command `empty`; did you mean `connector-gate check empty`\?$/,
    ],
    [
      "an unknown option",
      ["check", "--formt"],
      /^error: unknown option `--formt`; did you mean `--format`\?$/,
    ],
    [
      "an unknown main option",
      ["--versoin"],
      /^error: unknown option `--versoin`; did you mean `connector-gate --version`\?$/,
    ],
    [
      "an unknown format",
      ["check", "-f", "xml"],
      /^error: `-f xml`: choose one of text, json, sarif, sarif-waived, markdown, html, github$/,
    ],
    ["an unknown rule", ["explain", "structure/syntax-eror"], /did you mean `structure\/syntax-error`\?$/],
    [
      "an output that cannot be written",
      ["check", "connector.rb", "-o", "no/x.json"],
      /^error: no\/x\.json: cannot be written: no such file or folder$/,
    ],
    [
      "a configuration with an unknown key",
      ["check", "--config", "bad-config.yml"],
      /^error: bad-config\.yml:2:3: .*did you mean `structure\/syntax-error`\?$/,
    ],
    [
      "a configuration that is not YAML",
      ["check", "--config", "not-yaml.yml"],
      /^error: not-yaml\.yml:\d+:\d+: /,
    ],
    [
      "a configuration that is not there",
      ["check", "--config", "nope.yml"],
      /^error: nope\.yml: no such file or folder; check the path$/,
    ],
    [
      "a configuration that leads elsewhere",
      ["check", "--config", "elsewhere.yml"],
      /^error: elsewhere\.yml:\d+:\d+: `connectors\[0\]` must be a path inside of the repository, such as/,
    ],
    [
      "a configuration of connectors that are not there",
      ["check", "--config", "nowhere.yml"],
      /^error: nowhere\.yml:2: shop: no such file or folder; check the path$/,
    ],
    [
      "a baseline that is none",
      ["check", "--baseline", "not-a-baseline.json"],
      /^error: not-a-baseline\.json: not a baseline; /,
    ],
    ["a base outside of git", ["check", "--base", "HEAD"], /^error: `--base` needs a git repository/],
    [
      "several connectors to inspect",
      ["inspect", "."],
      /^error: \.: 2 connectors, of which `inspect` shows one; name its file, such as /,
    ],
    ["a dry run of nothing", ["check", "--dry-run"], /^error: `--dry-run` goes with `--fix`/],
    ["fixing standard input", ["check", "--fix", "-"], /^error: standard input cannot be fixed in place; /],
  ])("%s gets one line and exit code 2", (_, args, expected) => {
    const { status, stderr } = run(args, { cwd: temporaryFolder(files) });

    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(expected)]);
    expect(status).toBe(2);
  });

  test.each([
    ["an empty file", "", "structure/root-hash"],
    ["a file that is not Ruby", "{ title: \n", "structure/syntax-error"],
    ["a file that is not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "structure/utf8-source"],
    ["a connector that is not a hash", "[1, 2]\n", "structure/root-hash"],
    ["a connector of 11 MB", Buffer.alloc(11 * 1024 * 1024, "#"), "structure/file-size"],
  ])("%s gets a finding and exit code 1", (_, content, ruleId) => {
    const cwd = temporaryFolder({ "shop.rb": content });

    const { status, stdout, stderr } = run(["check", "shop.rb", "--format", "github"], { cwd });

    expect(stdout).toMatch(new RegExp(`^::error file=shop\\.rb,.*title=${ruleId}::`));
    expect(stderr).toBe("");
    expect(status).toBe(1);
  });

  test("checks what it can where one of several paths is wrong", () => {
    const { status, stdout, stderr } = run(["check", "nope", "connector.rb"], {
      cwd: temporaryFolder(files),
    });

    expect(stdout).toMatch(/^(pass|fail) connector\.rb/m);
    expect(stderr).toBe("error: nope: no such file or folder; check the path\n");
    expect(status).toBe(2);
  });
});

describe("baselines", () => {
  const more = connector.replace("title: 'Shop',", "title: 'Shop', nonsense: 1,");
  const broken = "[]\n";

  test("a baseline hides what was there before, and tells what is new", () => {
    const cwd = temporaryFolder({ "connector.rb": broken });
    expect(run(["check"], { cwd }).status).toBe(1);

    const created = run(["baseline", "create"], { cwd });
    const same = run(["baseline", "check"], { cwd });
    writeFiles(cwd, { "connector.rb": "{\n" });
    const worse = run(["baseline", "check"], { cwd });

    expect(created).toMatchObject({
      status: 0,
      stdout: "connector-gate-baseline.json: 1 finding of 1 connector\n",
    });
    expect(same.stdout).toBe("pass connector.rb: nothing new (0 fixed, 1 as before)\n");
    expect(same.status).toBe(0);
    expect(worse.stdout).toContain("fail connector.rb: 1 error, new (1 fixed, 0 as before)");
    expect(worse.status).toBe(1);
  });

  test("a commit of git is a baseline, with its own files and without a checkout", () => {
    const cwd = temporaryFolder({ "a/shop/connector.rb": broken, "a/shop/README.md": "# Shop\n" });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");

    const same = run(["check", "--base", "HEAD"], { cwd: join(cwd, "a") });
    writeFiles(cwd, { "a/shop/connector.rb": more, "a/till/connector.rb": broken });
    const worse = run(["check", "--base", "HEAD", "--format", "json"], { cwd: join(cwd, "a") });
    const unknown = run(["check", "--base", "nope"], { cwd });

    expect(same.stdout).toMatch(/^pass shop\/connector\.rb: nothing new \(0 fixed, \d+ as before\)\n$/);
    expect(JSON.parse(worse.stdout)).toMatchObject({
      projects: [
        {
          file: "shop/connector.rb",
          baseline: {
            fixed: expect.arrayContaining([expect.objectContaining({ ruleId: "structure/root-hash" })]),
          },
        },
        { file: "till/connector.rb", verdict: "fail", counts: { error: expect.any(Number) } },
      ],
    });
    expect(unknown.stderr).toBe("error: `--base nope`: git knows no such commit; fetch it first\n");
  });
});

describe("configuration and waivers", () => {
  test("applies the configuration of the repository around the folder", () => {
    const cwd = temporaryFolder({
      ".github/connector-gate.yml": "connectors: [shop]\nrules:\n  structure/root-hash: notice\n",
      "shop/connector.rb": "[]\n",
      "other/connector.rb": "{\n",
    });

    const { status, stdout } = run(["check"], { cwd: join(cwd, "other") });

    expect(stdout).toContain("notice[structure/root-hash]");
    expect(stdout).not.toContain("other/connector.rb");
    expect(status).toBe(0);
  });

  test("lists what is waived, and ignores waivers where asked to", () => {
    const cwd = temporaryFolder({
      ".github/connector-gate.yml": "waivers:\n  - rule: structure/root-hash\n    reason: Generated later.\n",
      "connector.rb": "[]\n",
    });

    const waived = run(["check"], { cwd });
    const strict = run(["check", "--no-waivers"], { cwd });

    expect(waived.stdout).toContain(
      "waived structure/root-hash at .github/connector-gate.yml:2 (1 finding): Generated later.",
    );
    expect(waived.status).toBe(0);
    expect(strict.status).toBe(1);
  });
});
