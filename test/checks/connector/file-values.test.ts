import { beforeAll, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

function inspect(source: string) {
  return checker.inspect("connector.rb", new TextEncoder().encode(source));
}

const hash = "{ title: 'Acme', connection: { fields: [] }, actions: { a: {} } }";

test.each([
  ["a variable that is set where it is not", `connector ||= ${hash}`],
  ["a constant that is set where it is not", `CONNECTOR ||= ${hash}`],
  ["constants set together", `OTHER, CONNECTOR = {}, ${hash}\nCONNECTOR`],
  [
    "a constant that is set where it is not defined",
    `CONNECTOR = ${hash} unless defined?(CONNECTOR)\nCONNECTOR`,
  ],
  ["an instance variable", `@connector = ${hash}\n@connector`],
  ["an instance variable that is added to", `@parts ||= {}\n@parts[:title] = 'Acme'\n${hash}.merge(@parts)`],
  ["a global variable", `$connector = ${hash}\n$connector`],
  [
    "a global variable that a block adds to",
    `$actions ||= {}\n%w[a].each { |n| $actions[n] = {} }\n${hash}.merge(actions: $actions)`,
  ],
  ["a hash or nothing", `${hash} unless ENV['NONE']`],
])("what the file comes to is known: %s", (_what, source) => {
  expect(inspect(source)).toMatchObject({
    title: "Acme",
    rootKeys: ["title", "connection", "actions"],
    connection: { keys: ["fields"] },
    actions: { a: { keys: [] } },
  });
});

test("of several hashes, what all of them have is known", () => {
  const inspection = inspect(`ENV['BETA'] ?
    { title: 'Beta', connection: { fields: [] }, actions: { a: { title: 'A' }, b: {} }, methods: {} } :
    { title: 'Acme', connection: { fields: [] }, actions: { a: { title: 'A' } } }`);

  expect(inspection).toMatchObject({
    title: null,
    rootKeys: null,
    actions: null,
    connection: { keys: ["fields"] },
  });
});

test.each([
  ["a hash or what a method gives", `ENV['BETA'] ? ${hash} : build`],
  ["a variable that is perhaps set", `@connector = {}\n@connector = ${hash} if ENV['BETA']\n@connector`],
  [
    "what a lambda finds in an instance variable",
    `find = -> { @connector }\n@connector = ${hash}\nbuild(&find)`,
  ],
])("what the file comes to is not known: %s", (_what, source) => {
  expect(inspect(source)).toBeNull();
});

test("what goes through an instance variable of a lambda may be changed there", () => {
  const inspection = inspect(`{ connection: {}, actions: { a: { input_fields: lambda { |_od|
    list = []
    @list = list
    @list << { name: 'a' }
    list
  } } } }`);

  expect(inspection?.actions?.["a"]?.inputFields).toBeNull();
});
