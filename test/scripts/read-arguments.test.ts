import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const commands = Object.entries<string>(JSON.parse(readFileSync(`${root}/package.json`, "utf8")).scripts);
const scripts = commands.flatMap(([name, command]) => {
  const file = command.match(/^node (scripts\/\S+)$/)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

function run(file: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the scripts that are run by hand", () => {
  test.each(scripts)("npm run $name says how it is called", ({ name, file }) => {
    const { status, stdout, stderr } = run(file, "--help");

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(`npm run ${name}`);
    expect(stdout.split("\n").length).toBeLessThanOrEqual(4);
  });

  test.each([
    ["an unknown option", ["--nonsense"], "Unknown option '--nonsense'"],
    ["an option without its value", ["--count"], "Option '--count <value>' argument missing"],
    ["a number that is none", ["--count", "many"], "`--count many` is not a number"],
    ["a negative number", ["--count=-1"], "`--count -1` is not a number"],
    ["an empty number", ["--count="], "`--count ` is not a number"],
  ])("refuse %s in one line", (_, args, problem) => {
    expect(run("scripts/fuzz.ts", ...args)).toEqual({
      status: 2,
      stdout: "",
      stderr: `${problem}; see \`npm run fuzz -- --help\`\n`,
    });
  });

  test("refuse an operand that they have no use for", () => {
    expect(run("scripts/chaos.ts", "now")).toEqual({
      status: 2,
      stdout: "",
      stderr: "Unexpected argument 'now'; see `npm run chaos -- --help`\n",
    });
  });
});
