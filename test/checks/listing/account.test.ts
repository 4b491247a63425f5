import { readFileSync } from "node:fs";

import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";

import {
  type Account,
  accountPath,
  coversOwner,
  formatAccount,
  parseAccount,
  slugOfAccountPath,
} from "../../../checks/listing/account.ts";
import { accountJsonSchema } from "../../../checks/listing/json-schema.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const acme: Account = {
  slug: "acme",
  company: "Acme: Tools & more",
  owners: [{ login: "acme-inc", id: 42, type: "Organization" }],
  approved: { by: "grace", at: "2026-11-25", issue: 7 },
};

test("an account's file is the same text every time, and reads back", () => {
  const text = formatAccount(acme);

  expect(text)
    .toBe(`# yaml-language-server: $schema=https://raw.githubusercontent.com/connector-gate/connector-gate/main/docs/schemas/account.json
slug: acme
company: "Acme: Tools & more"
owners:
  - login: acme-inc
    id: 42
    type: Organization
approved:
  by: grace
  at: 2026-11-25
  issue: 7
`);
  expect(parseAccount(bytes(text))).toEqual({ ok: true, value: acme });
});

test("whatever a company is called, its file reads back", () => {
  const company = fc
    .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
    .filter((text) => parseAccount(bytes(JSON.stringify({ ...acme, company: text }))).ok)
    .map((text) => text.trim());

  fc.assert(
    fc.property(company, (name) => {
      const account = { ...acme, company: name };

      expect(parseAccount(bytes(formatAccount(account)))).toEqual({ ok: true, value: account });
    }),
  );
});

describe("parseAccount", () => {
  test.each<readonly [string, object, string]>([
    [
      "an email address",
      { email: "ann@acme.example" },
      "`email` is not a known key; known are `slug`, `company`, `owners` and `approved`",
    ],
    ["no owner", { owners: [] }, "`owners` is too short: at least 1 entry"],
    [
      "a slug that is a path",
      { slug: "../acme" },
      "`slug` must be 2 to 50 lowercase letters, digits and single dashes, such as `help-desk`",
    ],
    [
      "a company of two lines",
      { company: "Acme\nInc" },
      "`company` must be one line without invisible characters",
    ],
  ])("refuses %s", (_, details, message) => {
    const parsed = parseAccount(bytes(JSON.stringify({ ...acme, ...details })));

    expect(parsed).toMatchObject({ ok: false, problems: [{ message }] });
  });
});

test("an account covers an owner by the number alone", () => {
  expect(coversOwner(acme, 42)).toBe(true);
  expect(coversOwner(acme, 43)).toBe(false);
});

test.each([
  ["accounts/acme.yml", "acme"],
  ["accounts/Acme.yml", null],
  ["accounts/acme.yaml", null],
  ["accounts/more/acme.yml", null],
  ["accounts/README.md", null],
])("%s is the account %s", (path, slug) => {
  expect(slugOfAccountPath(path)).toBe(slug);
  expect(slug === null ? path : accountPath(slug)).toBe(path);
});

test("the committed schema of accounts is fresh", () => {
  const committed = new URL("../../../docs/schemas/account.json", import.meta.url);

  expect(readFileSync(committed, "utf8")).toBe(accountJsonSchema());
});
