import { expect, test } from "vitest";

import { createTestChecker } from "../support/checker.ts";

test.each([
  ["a hash with a connection and actions", "{ connection: {}, actions: {} }", true],
  ["a hash with other keys", "{ connection: {}, factions: {} } # actions", false],
  ["a program that speaks of connections and actions", "puts connection, actions", false],
  [
    "a connector with a bracket too few",
    "# Acme\n{\n  title: 'Acme',\n  connection: {,\n  actions: {\n",
    true,
  ],
  [
    "a connector in the old notation that does not parse",
    "{\n  'connection' => {,\n  'triggers' => {}\n}",
    true,
  ],
  ["a program that does not parse", "def x(\n  connection: 1\n  actions: 2\nputs (", false],
  ["a hash that does not parse and is of something else", "{\n  # connection, actions\n  a: ,\n", false],
])("%s", async (_name, source, is) => {
  const checker = await createTestChecker();

  expect(checker.isConnector(new TextEncoder().encode(source))).toBe(is);
});

test("a long file that does not parse is told in no time", async () => {
  const checker = await createTestChecker();
  const source = `${"# connection actions \n".repeat(50_000)}{ ,`;

  expect(checker.isConnector(new TextEncoder().encode(source))).toBe(false);
});
