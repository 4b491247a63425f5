import { beforeAll, expect, test } from "vitest";

import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { readComments } from "../../../checks/ruby/comments.ts";
import { createRubyParser, type RubyParser } from "../../../checks/ruby/parser.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";

let parse: RubyParser;

beforeAll(async () => {
  parse = await createRubyParser(readPrismWasm());
});

test.each(["\n", "\r\n"])("comments end before the line break %j", (lineBreak) => {
  const text = ["# first", "x = 1 # second", ""].join(lineBreak);
  const source = createSourceText(new TextEncoder().encode(text));

  expect(readComments(parse(text)!, source)).toEqual([
    { span: { start: 0, end: 7 }, text: "# first", line: 1, alone: true },
    { span: expect.anything(), text: "# second", line: 2, alone: false },
  ]);
});
