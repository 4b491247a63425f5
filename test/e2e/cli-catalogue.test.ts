import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { runScript } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const script = fileURLToPath(new URL("../../checks/cli.ts", import.meta.url));
const model = fileURLToPath(new URL("../../examples/listings", import.meta.url));
const index = "listings/index.json";
const listing = "listings/lantern-desk/listing.json";

function catalogue(cwd: string, ...args: string[]) {
  return runScript(script, ["catalogue", ...args], { cwd });
}

function copyOfModel(): string {
  const folder = temporaryFolder();
  cpSync(model, folder, { recursive: true });
  return folder;
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

describe("connector-gate catalogue check", () => {
  test("finds nothing wrong with the model listings repository", () => {
    expect(catalogue(model, "check")).toEqual({
      status: 0,
      stdout: "1 listing, 1 account: nothing is wrong\n",
      stderr: "",
    });
  });

  test("takes the folder as an argument", () => {
    expect(catalogue(temporaryFolder(), "check", model).status).toBe(0);
  });

  test.each([
    ["out of date", "{}\n", `error: ${index}: out of date; \`connector-gate catalogue build\` writes it\n`],
    ["missing", null, `error: ${index}: no such file; \`connector-gate catalogue build\` writes it\n`],
  ])("fails where the index is %s, unless told to ignore it", (_, text, message) => {
    const folder = copyOfModel();
    if (text === null) rmSync(join(folder, index));
    else writeFileSync(join(folder, index), text);

    const { status, stdout, stderr } = catalogue(folder, "check");

    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: `${message}1 problem\n` });
    expect(catalogue(folder, "check", "--ignore-index")).toMatchObject({ status: 0, stderr: "" });
  });

  test("says every problem in a line of its own, with its place", () => {
    const folder = copyOfModel();
    const record = read(folder, listing).replace('"lantern-desk"', '"Lantern Desk"');
    writeFiles(folder, { [listing]: record, "listings/notes.txt": "", "accounts/acme.yml": "slug: acme\n" });

    const { status, stderr } = catalogue(folder, "check");

    expect(status).toBe(1);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/^error: accounts\/acme\.yml:1:1: `company` is missing$/),
      expect.stringMatching(/^error: accounts\/acme\.yml:1:1: `owners` is missing$/),
      expect.stringMatching(/^error: accounts\/acme\.yml:1:1: `approved` is missing$/),
      expect.stringMatching(
        /^error: listings\/lantern-desk\/listing\.json:\d+:\d+: `manifest\.publisher` must/,
      ),
      expect.stringMatching(/^error: listings\/notes\.txt: only /),
      "5 problems",
      "",
    ]);
  });

  test("annotates the lines on GitHub, and lets no file's name write a command", () => {
    const folder = copyOfModel();
    writeFiles(folder, {
      "accounts/acme.yml": "slug: acme\n",
      "listings/a\n::error::b,c:d": "",
    });

    const { status, stdout } = catalogue(folder, "check", "--format", "github");

    expect(status).toBe(1);
    expect(stdout).toContain("::error file=accounts/acme.yml,line=1::`company` is missing\n");
    expect(stdout).not.toMatch(/^::error::b/m);
  });

  test("reads no file through a link, and none that is too large", () => {
    const outside = temporaryFolder({ "secret.json": '{ "secret": true }' });
    const folder = copyOfModel();
    rmSync(join(folder, listing));
    symlinkSync(join(outside, "secret.json"), join(folder, listing));
    rmSync(join(folder, "accounts"), { recursive: true });
    symlinkSync(outside, join(folder, "accounts"));
    writeFiles(folder, { "listings/large/listing.json": "x".repeat(1024 * 1024 + 1) });

    const { status, stderr } = catalogue(folder, "check");

    expect(status).toBe(1);
    expect(stderr).toContain(`error: ${listing}: a symbolic link, which is not followed`);
    expect(stderr).toContain("error: accounts: a symbolic link, which is not followed");
    expect(stderr).toContain("error: listings/large/listing.json: larger than 1 MB");
    expect(stderr).not.toContain("secret");
  });

  test("does not go down without end", () => {
    const folder = copyOfModel();
    mkdirSync(join(folder, "listings", ...Array.from({ length: 30 }, () => "a")), { recursive: true });

    const { status, stderr } = catalogue(folder, "check");

    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: listings(?:\/a){8}: /);
    expect(stderr).toContain("\n1 problem\n");
  });

  test("ends with exit code 2 where the policy can't be used", () => {
    const folder = copyOfModel();
    writeFiles(folder, { ".github/connector-gate.yml": "role: listings\nreviewer: {}\n" });

    const { status, stderr } = catalogue(folder, "check");

    expect(status).toBe(2);
    expect(stderr).toContain(
      "error: .github/connector-gate.yml:2:1: `reviewer` is not a known key; did you mean `reviewers`?",
    );
  });

  test.each([
    [
      "a folder that is not there",
      ["check", "nowhere"],
      "nowhere: no such file or folder; name the checkout",
    ],
    ["a file", ["check", "a.txt"], "a.txt: not a folder; name the checkout"],
    ["another folder", ["check"], ".: not a listings repository: .github/connector-gate.yml"],
    ["another verb", ["list"], "`catalogue list`: choose one of build, check"],
    ["no verb", [], "`catalogue` is missing its argument; usage: connector-gate catalogue build|check"],
  ])("says in one line what is wrong with %s", (_, args, message) => {
    const { status, stderr } = catalogue(temporaryFolder({ "a.txt": "" }), ...args);

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("connector-gate catalogue build", () => {
  test("writes the index, and nothing the second time", () => {
    const folder = copyOfModel();
    const before = read(folder, index);
    rmSync(join(folder, index));

    expect(catalogue(folder, "build")).toEqual({
      status: 0,
      stdout: `wrote ${index}: 1 listing, 1 account\n`,
      stderr: "",
    });
    expect(read(folder, index)).toBe(before);
    expect(catalogue(folder, "build").stdout).toBe(`${index} is up to date: 1 listing, 1 account\n`);
  });

  test("writes an empty index for a repository that lists nothing yet", () => {
    const folder = temporaryFolder({ ".github/connector-gate.yml": "role: listings\n" });

    expect(catalogue(folder, "build")).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(read(folder, index))).toEqual({ schemaVersion: 1, listings: [] });
  });

  test("leaves the index as it is where something is wrong", () => {
    const folder = copyOfModel();
    const before = read(folder, index);
    writeFiles(folder, { "listings/broken/listing.json": "{" });

    const { status, stderr } = catalogue(folder, "build");

    expect(status).toBe(1);
    expect(stderr).toContain(`1 problem; ${index} was left as it is\n`);
    expect(read(folder, index)).toBe(before);
  });

  test("replaces a link in the place of the index, and leaves alone what it points to", () => {
    const outside = temporaryFolder({ "target.json": "mine\n" });
    const folder = copyOfModel();
    rmSync(join(folder, index));
    symlinkSync(join(outside, "target.json"), join(folder, index));

    const { status, stderr } = catalogue(folder, "build");

    expect(read(outside, "target.json")).toBe("mine\n");
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(folder, index))).toBe(true);
  });
});
