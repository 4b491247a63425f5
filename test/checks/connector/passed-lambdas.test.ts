import { beforeAll, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

function fieldsOf(body: string, methods = "") {
  const source = `{ title: 'x', connection: {}, methods: { ${methods} }, actions: { a: { input_fields: lambda { |_od, _c, _cf|\n${body}\n} } } }`;
  return checker.inspect("connector.rb", new TextEncoder().encode(source))?.actions?.["a"]?.inputFields;
}

const list = "list = [{ name: 'a' }]";
const count = "count = 0";

test.each([
  ["that adds to a list", `${list}\nf = ->(y) { list << y }\nget('x').each(&f)\nlist`],
  [
    "that calls another one",
    `${list}\ng = ->(y) { list << y }\nf = ->(y) { g.(y) }\nget('x').each(&f)\nlist`,
  ],
  ["in a list", `${list}\nfs = [->(y) { list << y }]\nget('x').each(&fs.first)\nlist`],
  ["that is called in a block", `${list}\ng = ->(y) { list << y }\nget('x').each { |y| g.(y) }\nlist`],
  ["that is called where a method likes", `${list}\ncall('m', -> { list << { name: 'b' } })\nlist`],
])("what a lambda changes whose calls are not known is not known: one %s", (_what, body) => {
  expect(fieldsOf(body, "m: lambda { |f| f.call if get('x')['y'] }")).toBeNull();
});

test.each([
  ["that counts", `${count}\nf = ->(_y) { count += 1 }\nget('x').each(&f)`],
  ["that calls another one", `${count}\ng = -> { count += 1 }\nf = ->(_y) { g.() }\nget('x').each(&f)`],
  ["that is called in a block", `${count}\ng = -> { count += 1 }\nget('x').each { g.() }`],
  ["that is called in a loop", `${count}\ng = -> { count += 1 }\ng.() while get('x')['y']`],
  ["that is called under a condition", `${count}\ng = -> { count += 1 }\ng.() if get('x')['y']`],
  ["that is called where a method likes", `${count}\ncall('m', -> { count += 1 })`],
])("what a lambda sets whose calls are not known is not known: one %s", (_what, body) => {
  const fields = fieldsOf(`${body}\n[{ name: "n#{count}" }]`, "m: lambda { |f| f.call if get('x')['y'] }");

  expect(fields).toEqual([{ name: null }]);
});

test("what a lambda changes that is surely called is known", () => {
  const body = `${list}\n${count}\ng = ->(y) { count += 1; list << { name: y } }\nf = ->(y) { g.(y) }\n%w[b c].each(&f)\nlist << { name: "n#{count}" }`;

  expect(fieldsOf(body)).toEqual([{ name: "a" }, { name: "b" }, { name: "c" }, { name: "n2" }]);
});
