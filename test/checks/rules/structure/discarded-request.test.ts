import { expect, test } from "vitest";

import { discardedRequest } from "../../../../checks/rules/structure/discarded-request.ts";
import { checkSource } from "../../../support/checker.ts";

async function countIn(body: string): Promise<number> {
  const source = `{ actions: { a: { execute: lambda do |c, i|\n${body}\nend } } }`;
  return (await checkSource([discardedRequest], source)).findings.length;
}

test.each([
  ["a request whose result is asked for", "post('/a').presence\n1"],
  ["a request whose result is indexed", "post('/a')['id']\n1"],
  ["a request that is kept", "a = post('/a')\n{ a: a }"],
  ["the last request", "post('/a').headers(x: 1)"],
  ["the last request of each branch", "if i['x'] then get('/a') else post('/b') end"],
  ["the last request before a rescue", "begin\nget('/a')\nrescue\nnil\nend"],
  ["requests of a block that returns them", "i['ids'].map { |id| get(id) }"],
  ["a request in an array", "parallel([get('/a'), get('/b')])"],
  ["a request that decides", "return {} if get('/a')\n{}"],
  ["a hash's method of that name", "i.delete('x')\ni"],
  ["a request that is returned", "return get('/a') if i['x']\n{}"],
])("accepts %s", async (_what, body) => {
  expect(await countIn(body)).toBe(0);
});

test.each([
  ["a request before the last expression", "post('/a')\n{}"],
  ["one that is only prepared", "post('/a').payload(x: 1).request_format_json\n{}"],
  ["one under a condition", "post('/a') if i['x']\n{}"],
  ["one in a loop", "i['ids'].each { |id| delete(id) }\n{}"],
  ["one at the end of a loop that is the last expression", "i['ids'].each { |id| delete(id) }"],
  ["one in a branch of a case", "case i['x']\nwhen 1\npost('/a')\n{}\nend"],
  ["one in an ensure", "begin\nget('/a')\nensure\npost('/b')\nend"],
])("reports %s", async (_what, body) => {
  expect(await countIn(body)).toBe(1);
});
