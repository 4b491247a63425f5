import { describe, expect, test } from "vitest";
import { parseArguments } from "../../../checks/cli/arguments.ts";
import { commands } from "../../../checks/cli/commands.ts";
import { toOutputs } from "../../../checks/cli/outputs.ts";

const check = commands.find(({ name }) => name === "check")!;
const explain = commands.find(({ name }) => name === "explain")!;

describe("parseArguments", () => {
  test("keeps options in order and apart from operands", () => {
    expect(parseArguments(check, ["shop", "-f", "json", "--fail-on=never", "-", "--", "--odd"])).toEqual({
      options: [
        { name: "format", value: "json" },
        { name: "fail-on", value: "never" },
      ],
      operands: ["shop", "-", "--odd"],
    });
  });

  test.each([
    [
      "an unknown option, with the nearest",
      ["--formt", "json"],
      "unknown option `--formt`; did you mean `--format`?",
    ],
    ["an unknown option like no other", ["-x"], "unknown option `-x`; see `connector-gate check --help`"],
    ["an option without its value", ["--output"], "`--output` needs a value: `--output [FORMAT:]FILE`"],
    ["another option in place of a value", ["-o", "--fix"], "`-o` needs a value: `-o [FORMAT:]FILE`"],
    [
      "a value that is none of the choices",
      ["--fail-on", "x"],
      "`--fail-on x`: choose one of error, warning, notice, never",
    ],
    ["a value for a switch", ["--fix=yes"], "`--fix` takes no value; leave out `=yes`"],
    [
      "terminal escapes in an option",
      ["--a\u001b[2J"],
      "unknown option `--a\\u{1b}[2J`; see `connector-gate check --help`",
    ],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseArguments(check, args)).toThrow(
      expect.objectContaining({ name: "UserError", message }),
    );
  });

  test.each([
    ["too few operands", [], "`explain` is missing its argument; usage: connector-gate explain <rule>"],
    ["too many operands", ["a", "b"], "`explain` has no use for `b`; usage: connector-gate explain <rule>"],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseArguments(explain, args)).toThrow(
      expect.objectContaining({ name: "UserError", message }),
    );
  });

  test("asks for nothing where help is wanted", () => {
    expect(parseArguments(explain, ["--help"]).options).toEqual([{ name: "help", value: null }]);
  });
});

describe("toOutputs", () => {
  test.each([
    ["prints text", [], ["text:-"]],
    ["prints the format asked for", ["-f", "json"], ["json:-"]],
    ["prints the last format asked for", ["-f", "json", "-f", "sarif"], ["sarif:-"]],
    [
      "tells the format by the extension",
      ["-o", "a.sarif", "-o", "b.json", "-o", "c.md", "-o", "d.txt", "-o", "e.HTML"],
      ["text:-", "sarif:a.sarif", "json:b.json", "markdown:c.md", "text:d.txt", "html:e.HTML"],
    ],
    [
      "pairs each format with the output after it",
      ["-f", "sarif", "-o", "x.json", "-f", "json", "-o", "y"],
      ["text:-", "sarif:x.json", "json:y"],
    ],
    [
      "leaves a format that does not fit the file to standard output",
      ["-f", "json", "-o", "x.sarif"],
      ["json:-", "sarif:x.sarif"],
    ],
    ["prints a format that comes last", ["-o", "x.sarif", "-f", "markdown"], ["markdown:-", "sarif:x.sarif"]],
    [
      "takes the format in front of the file",
      ["-o", "sarif:x.log", "-f", "github"],
      ["github:-", "sarif:x.log"],
    ],
    ["writes to standard output under its own name", ["-o", "json:-"], ["json:-"]],
  ])("%s", (_, args, expected) => {
    const outputs = toOutputs(parseArguments(check, args));

    expect(outputs.map(({ format, file }) => `${format}:${file ?? "-"}`)).toEqual(expected);
  });
});
