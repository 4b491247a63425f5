import { beforeAll, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

function fieldsOf(body: string, before = "") {
  const source = `${before}{ title: 'x', connection: {}, actions: { a: { input_fields: lambda { |_od, _c, _cf|\n${body}\n} } } }`;
  return checker.inspect("connector.rb", new TextEncoder().encode(source))?.actions?.["a"]?.inputFields;
}

const unknown = "get('x')['y']";

test.each([
  ["behind `&&`", `name = 'a'\n${unknown} && (name = 'b')`],
  ["behind `or`", `name = 'a'\n${unknown} or (name = 'b')`],
  ["in a text behind `and`", `name = +'a'\n${unknown} and (name << 'b')`],
  ["before an exception", `name = 'a'\nbegin\nname = 'b'\nget('x')\nrescue StandardError\nend`],
  ["through the same text", `text = +'a'\nname = text.to_s\ntext << 'b' if ${unknown}`],
])("what is perhaps written is not known: %s", (_what, body) => {
  expect(fieldsOf(`${body}\n[{ name: name }]`)).toEqual([{ name: null }]);
});

test.each([
  ["in one of two lists", `one = [{ name: 'a' }]\n(${unknown} ? one : []).each { |f| f[:hint] = 'h' }\none`],
  [
    "in what is made of it",
    `one = [{ name: 'a' }]\n(${unknown} ? one : []).each_entry.to_a.each { |f| f[:hint] = 'h' }\none`,
  ],
])("what is perhaps changed is not known: %s", (_what, body) => {
  expect(fieldsOf(body)?.[0]?.hint ?? null).toBeNull();
});

test.each([
  ["with `uniq`", `one = [{ name: 'a' }, { name: ${unknown} }]\none.uniq.each { |f| f[:hint] = 'h' }\none`],
  ["added to something unknown", `one = [{ name: 'a' }]\n(get('x') + one).each { |f| f[:hint] = 'h' }\none`],
  [
    "in an array with others",
    `one = [{ name: 'a' }]\n[*(${unknown} ? one : [])].each { |f| f[:hint] = 'h' }\none`,
  ],
])("what is changed through something unknown is not known: %s", (_what, body) => {
  expect(fieldsOf(body)?.[0]?.hint ?? null).toBeNull();
});

test.each([
  ["with brackets", "add = ->(x) { list << x }", "add[x]"],
  ["in a hash", "all = { add: ->(x) { list << x } }", "all[:add][x]"],
  ["with `===`", "add = ->(x) { list << x }", "add === x"],
  ["by another lambda", "add = ->(x) { list << x }\nrun = ->(f, x) { f.call(x) }", "run[add, x]"],
  ["that is perhaps there", `add = ${unknown} ? ->(x) { list << x } : nil`, "add[x]"],
])("what a lambda changes that a block calls is not known: %s", (_what, lambda, call) => {
  const body = `list = [{ name: 'a' }]\n${lambda}\nget('x').each { |x| ${call} }\nlist`;

  expect(fieldsOf(body)).not.toEqual([{ name: "a" }]);
});

test.each([
  ["a list", "x = [{ name: 'a' }]", "x << { name: 'b' }\nx", [{ name: "a" }, { name: "b" }]],
  ["a hash", "x = { name: 'a' }", "x[:name] = 'b'\n[x]", [{ name: "b" }]],
  ["a text", "x = +'a'", "x << 'b'\n[{ name: x }]", [{ name: "ab" }]],
])("what is perhaps frozen may be changed: %s", (_what, made, changed, expected) => {
  expect(fieldsOf(`${made}\nx.freeze if ${unknown}\n${changed}`)).toEqual(expected);
});

test("what a lambda of the file changes that a block calls is not known", () => {
  const body = "list = [{ name: 'a' }]\nget('x').each { |x| ADD[list, x] }\nlist";

  expect(fieldsOf(body, "ADD = ->(l, x) { l << x }\n")).not.toEqual([{ name: "a" }]);
});

test("what blocks of unknown calls only read is known", () => {
  const body = `one = [{ name: 'a' }]\none.each_entry_like { |f| puts f[:name].upcase }\none`;

  expect(fieldsOf(body)).toEqual([{ name: "a" }]);
});

test.each([
  ["of its scope", "['b'].each { |own| super('x') { |line| next if line } }"],
  ["of the same name", "['b'].each { |name| super('x') { |line| next if line } }"],
  ["that the block is given", "['b'].each { |own| super('x') { |name| next if name } }"],
])("a block of `super` that is perhaps left early leaves variables alone: %s", (_what, code) => {
  const source = `def puts(*_args)\nname = 'a'\n${code}\n[{ name: name }]\nend
    { title: 'x', connection: {}, actions: { a: { input_fields: lambda { puts('x') } } } }`;
  const found = checker.inspect("connector.rb", new TextEncoder().encode(source));

  expect(found?.actions?.["a"]?.inputFields).toEqual([{ name: "a" }]);
});

test("a swap in a block that is perhaps left early is perhaps done", () => {
  const body = `a = 'a'\nb = 'b'\n(1..2).each { a, b = b, a; break if ${unknown} }\n[{ name: a }]`;

  expect(fieldsOf(body)).toEqual([{ name: null }]);
});

test.each([
  ["a block", `%w[u v].each { |_| if ${unknown} then name = 'b' else next end }`],
  ["a loop", `n = 0\nwhile n < 1\nn += 1\n${unknown} or next\nname = 'b'\nend`],
  ["a lambda", `f = -> { if ${unknown} then name = 'b' else return end }\nf.()`],
])("what is set on one of several ways through %s is not known", (_what, body) => {
  expect(fieldsOf(`name = 'a'\n${body}\n[{ name: name }]`)).toEqual([{ name: null }]);
});

test("a hash of which not all is known is not known after `to_h` either", () => {
  const body = `h = { 'a' => 1 }\nh[get('x')['y']] = 2\nh.to_h { |k, v| [k, v] }.map { |k, _| { name: k } }`;

  expect(fieldsOf(body)).toBeNull();
});

test("what `ensure` does is done on every way out", () => {
  const body = `list = [{ name: 'a' }]\n[1, 2].each { |_| begin; next if list; ensure; list << { name: 'e' }; end }\nbegin; begin; raise 'x'; ensure; list << { name: 'r' }; end; rescue StandardError; end\nlist`;

  expect(fieldsOf(body)).toEqual([{ name: "a" }, { name: "e" }, { name: "e" }, { name: "r" }]);
});

test("an exception that is perhaps raised leaves variables as they were", () => {
  const body = `list = ${unknown} ? [] : [{ name: 'a' }]\nbegin; raise 'x' if list.blank?; rescue StandardError; end\nlist`;

  expect(fieldsOf(body)).toBeNull();
});

test.each([
  ["returns", `seen = {}\nget('x').each { |y| return [] if seen.any?; seen[y] = 1 }`],
  ["changes a list", `seen = []\nget('x').each { |y| list << { name: 'b' } if seen.any?; seen << y }`],
  ["is a loop", `seen = []\nwhile ${unknown}\nlist << { name: 'b' } if seen.any?\nseen << 1\nend`],
])("what only a later turn does is not known: it %s", (_what, body) => {
  expect(fieldsOf(`list = [{ name: 'a' }]\n${body}\nlist`)).toBeNull();
});

test.each([
  ["returns", "get('x').each { return [] }"],
  ["sets a variable", "get('x').each { list = [] }"],
  ["keeps what it gets", "get('x').each { @kept = list }"],
  ["passes it on", "get('x').each { call('m', list) }"],
  ["passes it to a lambda", "get('x').each { |y| y.each(-> (z) { list << z }) }"],
])("what a block of something unknown may do is not known: it %s", (_what, body) => {
  expect(fieldsOf(`list = [{ name: 'a' }]\n${body}\nlist`)).toBeNull();
});

test("a block that breaks out of something unknown is not surely run", () => {
  expect(fieldsOf(`name = get('x') { break 'b' }\n[{ name: name }]`)).toEqual([{ name: null }]);
});

test("what one of several lists may give, which is not known, may be changed through it", () => {
  const body = `one = [{ name: 'a' }, { name: ${unknown} }]\n(${unknown} ? one.uniq : [{ name: 'z' }]).partition { |f| f[:optional] }.flatten.each { |f| f[:hint] = 'h' }\none`;

  expect(fieldsOf(body)?.[0]?.hint ?? null).toBeNull();
});
