import { beforeAll, expect, test } from "vitest";

import { evaluateProgram, readConnector } from "../../../checks/connector/read-connector.ts";
import { alternatives } from "../../../checks/connector/value.ts";
import { createRubyParser, type RubyParser } from "../../../checks/ruby/parser.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";

let parse: RubyParser;

beforeAll(async () => {
  parse = await createRubyParser(readPrismWasm());
});

/** The kinds of values that a lambda may give. */
function kindsOf(body: string): readonly string[] {
  const text = `{ title: 'x', connection: {}, actions: { a: { execute: lambda { |_c, _i|\n${body}\n} } } }`;
  const source = createSourceText(new TextEncoder().encode(text));
  const connector = readConnector("connector.rb", source, evaluateProgram(parse(text)!.value));
  const result = connector?.actions.get("a")?.lambda("execute")?.result();
  return [...new Set(alternatives(result).map(({ kind }) => kind))].toSorted();
}

const arrayOrHash = "list = get('x')['many'] ? [{ name: 'a' }] : { name: 'a' }\n";
const listOrNil = "list = get('x')['many'] ? [{ name: 'a' }] : nil\n";

test.each([
  ["a ternary", `${arrayOrHash}list.is_a?(Array) ? list : [list]`],
  ["a negated question", `${arrayOrHash}!list.is_a?(Array) ? [list] : list`],
  ["unless", `${arrayOrHash}unless list.kind_of?(Hash)\nlist\nelse\n[list]\nend`],
  ["the way out of a lambda", `${arrayOrHash}return [list] if list.is_a?(Hash)\nlist`],
  ["the way out behind `and`", `${listOrNil}list.nil? and return [{ name: 'a' }]\nlist`],
  ["nil", `${listOrNil}list.nil? ? [{ name: 'a' }] : list`],
  ["presence", `${listOrNil}list.present? ? list : [{ name: 'a' }]`],
  ["the variable itself", `${listOrNil}if list then list else [{ name: 'a' }] end`],
  ["one of several conditions", `${listOrNil}(list && get('y')) ? list : [{ name: 'a' }]`],
  ["what comes behind `||`", `${listOrNil}list || [{ name: 'a' }]`],
])("a condition rules out alternatives of a variable: %s", (_what, body) => {
  expect(kindsOf(body)).toEqual(["array"]);
});

test.each([
  ["the other way", `${arrayOrHash}list.is_a?(Array) ? [list] : list`, ["array", "hash"]],
  ["one of several conditions", `${listOrNil}(list || get('y')) ? list : [{ name: 'a' }]`, ["array", "nil"]],
  ["after the condition", `${listOrNil}list.nil? ? 1 : 2\nlist`, ["array", "nil"]],
  ["a variable that changes", `${listOrNil}other = list\nother.nil? ? [] : list`, ["array", "nil"]],
])("what a condition does not rule out stays: %s", (_what, body, kinds) => {
  expect(kindsOf(body)).toEqual(kinds);
});
