import { expect, test } from "vitest";

import { isPlaceholder, looksRandom } from "../../../checks/secrets/placeholders.ts";

test.each([
  "",
  "xxxx",
  "********",
  "...",
  "<your key>",
  "{{api_key}}",
  "${API_KEY}",
  "$API_KEY",
  "[FILTERED]",
  "YOUR_API_KEY",
  "your-key",
  "my_secret",
  "test-token",
  "changeme",
  "password1",
  "client_secret",
  "abc123",
  "12345678",
  "000000",
  "put-your-key-here",
  "an EXAMPLE",
  "<REDACTED>",
])("takes %s for a placeholder", (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each([
  "f81d4fae7dec11d0",
  "q7Zr5Kd02mVx",
  "hunter2-Qx",
  "myq7Zr5Kd02mVx",
  "testq7Zr5Kd0",
  "s3cr3tvalue99",
])("takes %s for a value", (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

test.each([
  ["f81d4fae7dec11d0", true],
  ["q7Zr5Kd02mVx81LpWn4s", true],
  ["q7Zr5Kd0", false],
  ["a sentence of several words", false],
  ["get_all_records_of_v2", false],
  ["onlyletterswithoutdigits", false],
  ["1234567890123456789", false],
  ["aaaaaaaaaaaaaaaa1", false],
])("tells whether %s looks random", (text, expected) => {
  expect(looksRandom(text, 16)).toBe(expected);
});
