import { expect, test } from "vitest";

import { methodCallArity } from "../../../../checks/rules/structure/method-call-arity.ts";
import { checkSource } from "../../../support/checker.ts";

const methods = `{
  none: -> { 1 },
  one: ->(a) { a },
  upToTwo: ->(a, b = 1) { a },
  any: ->(*all) { all },
  open: proc { |a, b| a },
  keys: ->(a, size:, page: 1) { a },
  rest: ->(a, **options) { a },
  pair: ->((a, b)) { a },
  after: ->(a, *b, c) { a }
}`;

async function messagesFor(call: string): Promise<readonly string[]> {
  const source = `{ methods: ${methods}, actions: { a: { execute: ->(c, i, *more) { ${call} } } } }`;
  const { findings } = await checkSource([methodCallArity], source);
  return findings.map(({ message }) => message);
}

test.each([
  ["no argument", "call('none')"],
  ["an optional argument", "call('upToTwo', 1); call('upToTwo', 1, 2)"],
  ["any number for a splat", "call('any'); call('any', 1, 2, 3)"],
  ["any number for a proc", "call('open'); call('open', 1, 2, 3)"],
  ["arguments from a splat", "call('one', *more)"],
  ["a hash without braces as one argument", "call('one', a: 1, b: 2)"],
  ["keywords", "call('keys', 1, size: 2)"],
  ["a hash for keywords, as Ruby 2.7 takes it", "call('keys', 1, i)"],
  ["other keywords where there is a rest", "call('rest', 1, size: 2)"],
  ["an array that is taken apart", "call('pair', [1, 2])"],
  ["a name that is not known", "call(i['name'], 1, 2, 3)"],
  ["a method that is not there", "call('other', 1, 2, 3)"],
])("accepts %s", async (_what, call) => {
  expect(await messagesFor(call)).toEqual([]);
});

test.each([
  ["an argument too many", "call('none', 1)", "`none` takes 0 arguments, but this call passes 1."],
  ["an argument too few", "call('one')", "`one` takes 1 argument, but this call passes 0."],
  [
    "more than are optional",
    "call(:upToTwo, 1, 2, 3)",
    "`upToTwo` takes 1 to 2 arguments, but this call passes 3.",
  ],
  [
    "keywords beyond the arguments",
    "call('one', 1, b: 2)",
    "`one` takes 1 argument, but this call passes 2.",
  ],
  ["a missing keyword", "call('keys', 1, page: 2)", "`keys` needs the keyword `size:`, which is missing."],
])("reports %s", async (_what, call, message) => {
  expect(await messagesFor(call)).toEqual([message]);
});
