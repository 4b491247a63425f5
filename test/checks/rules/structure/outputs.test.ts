import { expect, test } from "vitest";

import { executeOutput } from "../../../../checks/rules/structure/execute-output.ts";
import { pollForever } from "../../../../checks/rules/structure/poll-forever.ts";
import { pollOutput } from "../../../../checks/rules/structure/poll-output.ts";
import { checkSource } from "../../../support/checker.ts";

async function messagesOf(source: string): Promise<readonly string[]> {
  const { findings } = await checkSource([executeOutput, pollForever, pollOutput], source);
  return findings.map(({ message }) => message);
}

test.each([
  ["a response", "get('/a')"],
  ["a hash that is merged", "{ a: 1 }.merge(get('/a'))"],
  ["nothing", "nil"],
  ["an error", "error('No such record') if i['x'].blank?"],
  ["what a method gives", "call('made', i)"],
  ["the result of a block of its own", "get('/a').after_response { |code, body, headers| [1] }"],
])("accepts %s from execute", async (_what, tail) => {
  const source = `{ actions: { a: { execute: ->(c, i) { ${tail} } } }, methods: { made: ->(i) { { a: i } } } }`;

  expect(await messagesOf(source)).toEqual([]);
});

test.each([
  ["an array", "[1]", "`execute` returns an array, not a hash."],
  ["a string", "'done'", "`execute` returns a string, not a hash."],
  ["an array on one way", "i['x'] ? { a: 1 } : []", "`execute` returns an array, not a hash."],
  ["an array by an early return", "return [] if i['x']\n{}", "`execute` returns an array, not a hash."],
  ["an array of a method", "call('list')", "`execute` returns an array, not a hash."],
])("reports %s from execute", async (_what, tail, message) => {
  const source = `{ actions: { a: { execute: ->(c, i) { ${tail} } } }, methods: { list: -> { [1] } } }`;

  expect(await messagesOf(source)).toEqual([message]);
});

test.each([
  ["events as a string key", "{ 'events' => [], 'next_poll' => 1 }"],
  ["a hash with unknown keys", "{ next_poll: 1, **page }"],
  ["a hash that gets its events later", "page = { next_poll: 1 }\npage[:events] = []\npage"],
  ["nothing on one way", "i['x'] ? { events: [] } : nil"],
  ["more on one way only", "i['x'] ? { events: [], can_poll_more: true } : { events: [] }"],
])("accepts %s from poll", async (_what, tail) => {
  expect(await messagesOf(`{ triggers: { a: { poll: ->(c, i, last) { ${tail} } } } }`)).toEqual([]);
});

test.each([
  ["no events", "{ next_poll: 1 }", "The hash that `poll` returns has no `events`."],
  ["an array", "[1]", "`poll` returns an array, not a hash with `events`."],
  ["more on every way", "{ events: [], can_poll_more: true }", "`poll` always says `can_poll_more: true`."],
])("reports %s from poll", async (_what, tail, message) => {
  expect(await messagesOf(`{ triggers: { a: { poll: ->(c, i, last) { ${tail} } } } }`)).toEqual([message]);
});
