import { beforeAll, describe, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

function inspect(body: string, methods = "") {
  const source = `{ title: 'x', connection: {}, methods: { ${methods} }, actions: { a: { input_fields: lambda { |od, c, cf|\n${body}\n} } } }`;
  return checker.inspect("connector.rb", new TextEncoder().encode(source));
}

/** A list or hash that holds itself twice, thirty times over: small to write, endless to walk through. */
const twice = "30.times { a = [{ name: 'y', properties: a, p: a }] }";

describe("code that grows without end is unknown, and is given up soon", () => {
  test.each([
    ["an array doubled", "a = [{ name: 'x' }]; 40.times { a = a + a }; a"],
    ["an array added to itself", "a = [{ name: 'x' }]; 40.times { a.concat(a) }; a"],
    ["all pairs of many", "a = (1..2000).to_a; a.product(a).map { |x| { name: 'x' } }"],
    ["maps in maps", "(1..2000).map { (1..2000).map { { name: 'x' } } }.flatten"],
    ["a loop without end", "a = []; while true; a << { name: 'x' }; end; a"],
    ["loops in loops", "2000.times { 2000.times { 2000.times { x = 1 } } }; [{ name: 'x' }]"],
    ["lists flattened", "a = [{ name: 'x' }]; 30.times { a = [a, a] }; a.flatten"],
    ["a list in itself", "a = []; a << a; a.flatten"],
    ["code after too much work", "2000.times { 2000.times { x = 1 } }; [{ name: 'x' }]"],
  ])("%s", (_what, body) => {
    expect(inspect(body)?.actions?.["a"]?.inputFields).toBeNull();
  });

  test.each([
    [
      "two calls of itself",
      "call('f', 50)",
      "f: lambda { |n| n == 0 ? [] : call('f', n - 1) + call('f', n - 1) }",
    ],
    ["a recursion without end", "call('f')", "f: lambda { call('f') }"],
    [
      "a recursion that may end",
      "call('f', cf)",
      "f: lambda { |x| get(x)['a'] ? call('f', x) + call('f', x) : call('f', 1) }",
    ],
  ])("methods: %s", (_what, body, methods) => {
    expect(inspect(body, methods)?.actions?.["a"]?.inputFields).toBeNull();
  });

  test.each([
    ["texts doubled", "a = 'x'; 60.times { a = a + a }; [{ name: a }]"],
    ["texts joined", "a = ['x']; 30.times { a = [a, a] }; [{ name: a.join }]"],
    ["texts added in place", "a = +'x'; 60.times { a << a }; [{ name: a }]"],
    ["slow expressions", "[{ name: ('a' * 5000).gsub(/a*a*a*b/, '') }]"],
    [
      "expressions of parts that may be missing",
      `[{ name: ('a' * 60).gsub(/${"a?".repeat(60)}${"a".repeat(60)}/, '') }]`,
    ],
    [
      "expressions of parts up to a length",
      `[{ name: 'a'.ljust(200).gsub(/${" {0,99}".repeat(20)}$b/, '') }]`,
    ],
  ])("%s", (_what, body) => {
    expect(inspect(body)?.actions?.["a"]?.inputFields?.[0]?.name ?? null).toBeNull();
  });

  test.each([
    ["copies of what is shared", `a = []; ${twice}; a.deep_dup`],
    ["equality", `a = b = []; ${twice}; b = a.dup; a == b ? [] : [{ name: 'x' }]`],
    ["keys", "a = { name: 'x' }; 30.times { a = { name: 'y', a: a, b: a } }; [a.deep_symbolize_keys]"],
    ["merging", "a = { name: 'x' }; 30.times { a = { name: 'y', a: a, b: a } }; [a.deep_merge(a)]"],
    ["what others may change", `a = []; ${twice}; get('x', a); call('none', a); a`],
    [
      "many branches",
      Array.from({ length: 1000 }, (_, n) => `x${n} = cf['${n}'] ? [1] : get('x')`).join("\n"),
    ],
    ["a text of little but blanks", `['${" ".repeat(200_000)}x'.rstrip, 'x'.ljust(3).strip.squish]`],
    [
      "long words and names",
      `['${"A".repeat(200_000)}'.underscore, :'${"a".repeat(200_000)}\u0001'.inspect]`,
    ],
    ["expressions on expressions", "s = 'a' * 140; 3000.times { s.match?(/a*a*a*b/) }; []"],
  ])("%s", (_what, body) => {
    expect(() => inspect(body)).not.toThrow();
  });
});

test.each([
  ["an object definition", "a"],
  ["a list of input fields", "cf['x'] ? a : a.first(1)"],
])("fields nested twice, many levels deep, are followed only so far: %s", (_what, result) => {
  const fields = `lambda { |x, y, cf|
    a = [{ name: 'x' }]
    30.times { |n| a = [{ name: "y#{n}", type: 'object', properties: a }, { name: "z#{n}", type: 'object', properties: a }] }
    ${result}
  }`;
  const source = `{ title: 'x', connection: {}, object_definitions: { d: { fields: ${fields} } },
    actions: { a: { input_fields: ${fields}, output_fields: lambda { |od| od['d'] } } } }`;
  const project = {
    path: ".",
    file: "connector.rb",
    source: new TextEncoder().encode(source),
    files: null,
  };

  const { findings } = checker.check(project, { failOn: "error" });

  expect(findings.some(({ ruleId }) => ruleId === "internal-error")).toBe(false);
  expect(findings.length).toBeGreaterThan(0);
});

test("long connectors are read to their end", () => {
  const actions = Array.from(
    { length: 3000 },
    (_, n) =>
      `a${n}: { title: 'A ${n}', output_fields: lambda { |od| od['d'].only('id') + [{ name: 'n${n}' }] } }`,
  );
  const source = `{ connection: {}, object_definitions: { d: { fields: lambda { [{ name: 'id' }, { name: 'b' }] } } }, actions: {\n${actions.join(",\n")}\n} }`;

  const inspection = checker.inspect("connector.rb", new TextEncoder().encode(source));

  expect(Object.keys(inspection?.actions ?? {})).toHaveLength(3000);
  expect(inspection?.actions?.["a2999"]?.outputFields).toEqual([{ name: "id" }, { name: "n2999" }]);
});
