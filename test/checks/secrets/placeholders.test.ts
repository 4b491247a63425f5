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
  "your_token_here_2",
  "token12345",
  "password20240101",
  "dummyToken12345678",
  "a1b2c3d4e5f6g7h8i9j0",
  "Qwerty123456",
  "2YotnFZFEjr1zCsicMWpAA",
  "dXNlcm5hbWU6cGFzc3dvcmQ=",
  "gho_16C7e42F292c6912E7710c838347Ae178B4a",
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiSm9obiBEb2UiLCJpYXQiOjE1MTYyMzkwMjJ9.q7Zr5Kd02mVx81LpWn4sTbQ",
  "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
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
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJhY21lIiwidWlkIjo0ODIxfQ.q7Zr5Kd02mVx81LpWn4sTbQ",
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ-_.q7Zr5Kd02mVx81LpWn4sTbQ",
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
