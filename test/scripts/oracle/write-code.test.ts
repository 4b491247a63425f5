import { beforeAll, describe, expect, test } from "vitest";

import { createRubyParser, type RubyParser } from "../../../checks/ruby/parser.ts";
import { writeExpression, writeProgram } from "../../../scripts/oracle/random/write-code.ts";
import { createRandom, type Random } from "../../../scripts/random.ts";
import { prismWasm } from "../../support/checker.ts";

let parse: RubyParser;

beforeAll(async () => {
  parse = await createRubyParser(prismWasm);
});

describe.each([
  ["an expression", writeExpression],
  ["the body of a lambda", (random: Random) => `lambda do\n${writeProgram(random)}\nend`],
])("code that is made up to compare the model with Ruby: %s", (_what, write) => {
  test("is Ruby, without a word that stands for something", () => {
    const random = createRandom(1);
    const codes = Array.from({ length: 300 }, () => write(random));

    expect(codes.filter((code) => parse(code)?.errors.length !== 0)).toEqual([]);
    expect(codes.join("\n")).not.toMatch(/\b[A-Z]{3,}\b/);
  });

  test("is the same for the same seed", () => {
    expect(write(createRandom(7))).toBe(write(createRandom(7)));
  });
});
