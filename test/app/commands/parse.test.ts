import * as fc from "../../support/properties.ts";
import { expect, test } from "vitest";
import { parseCommands } from "../../../app/commands/parse.ts";

test.each<[string, string, string[]]>([
  ["a command alone", "/recheck", ["recheck"]],
  ["a command after words on lines before", "Thanks!\n\n/recheck", ["recheck"]],
  ["arguments", "/explain usability/field-hint", ["explain usability/field-hint"]],
  ["arguments with spaces around", "/explain \t usability/field-hint  ", ["explain usability/field-hint"]],
  ["several commands", "/fix\n/recheck", ["fix", "recheck"]],
  ["windows line ends", "/fix\r\n/recheck\r\n", ["fix", "recheck"]],
  ["upper case", "/ReCheck", ["recheck"]],
  ["a few spaces before", "   /fix", ["fix"]],
  ["emoji after it", "/fix 🎉", ["fix 🎉"]],
  ["emoji before it", "🎉 /fix", []],
  ["a command in a sentence", "please /fix this", []],
  ["a path", "/usr/bin/env", []],
  ["an address", "//example.com", []],
  ["a slash alone", "/ fix", []],
  ["a number", "/123", []],
  ["a quote", "> /fix", []],
  ["the line right after a quote", "> somebody said\n/fix", []],
  ["a line after a quote and a gap", "> somebody said\n\n/fix", ["fix"]],
  ["a block of code", "```\n/fix\n```", []],
  ["a block of code with a language", "```sh\n/fix\n```\n/recheck", ["recheck"]],
  ["a block with tildes", "~~~\n/fix\n~~~", []],
  ["a block that never ends", "```\n/fix", []],
  ["a longer fence around a shorter one", "````\n```\n/fix\n````\n/recheck", ["recheck"]],
  ["inline code at the start of a line", "`/fix`", []],
  ["code by its indentation", "    /fix\n\t/fix", []],
  ["a list", "- /fix", []],
  ["a hidden comment", "<!-- /fix -->\n<!--\n/fix\n-->\n/recheck", ["recheck"]],
  ["a hidden comment that never ends", "<!--\n/fix", []],
  ["a command that nobody knows", "/frobnicate", ["frobnicate"]],
  ["more than ten", "/fix\n".repeat(30), Array.from({ length: 10 }, () => "fix")],
  ["nothing", "", []],
])("%s", (_, body, expected) => {
  expect(parseCommands(body).map(({ name, args }) => `${name} ${args}`.trim())).toEqual(expected);
});

test("never takes long, whatever the text", () => {
  const text = fc.string({
    unit: fc.constantFrom("/", "a", " ", "`", "~", ">", "\n", "<!--", "-->"),
    maxLength: 2000,
  });
  fc.assert(
    fc.property(text, (body) => {
      for (const { name } of parseCommands(body)) expect(name).toMatch(/^[a-z][a-z-]*$/);
    }),
  );
});
