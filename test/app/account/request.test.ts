import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { parseForm } from "../../../app/account/form.ts";
import { readRequest } from "../../../app/account/request.ts";
import { slugOf } from "../../../app/account/slug-of.ts";
import { kindOfEmail } from "../../../app/account/work-email.ts";
import { isSlug } from "../../../checks/listing/slug.ts";
import { type FormFields, formText } from "./requests.ts";

function faults(fields: FormFields): readonly string[] {
  const { problems } = readRequest(parseForm(formText(fields)));
  return problems.map(({ field, text, isHard }) => `${isHard ? "!" : ""}${field} ${text.split(/[;:]/)[0]}`);
}

describe("readRequest", () => {
  test.each<readonly [string, FormFields, readonly string[]]>([
    ["takes a complete request", {}, []],
    [
      "misses everything",
      { company: "", name: "", email: "", owner: "", overview: "" },
      [
        "!company is missing",
        "name is missing",
        "email is missing",
        "!owner is missing",
        "overview is missing",
      ],
    ],
    [
      "refuses two lines",
      { company: "Acme\nInc" },
      ["!company must be one line without invisible characters"],
    ],
    [
      "refuses what turns text around",
      { company: "Acme\u202e" },
      ["!company must be one line without invisible characters"],
    ],
    [
      "refuses an address for a company",
      { company: "ann@acme.com" },
      ["!company must be the name alone, without an address"],
    ],
    ["refuses dots for a company", { company: "…" }, ["!company is not a name"]],
    ["refuses long names", { name: "n".repeat(101) }, ["name is too long"]],
    ["refuses paths for an owner", { owner: "acme/shop" }, ["!owner is not a name on GitHub"]],
    ["refuses a few words", { overview: "We make a connector." }, ["overview is too short to decide by"]],
    ["refuses punctuation", { overview: ".".repeat(500) }, ["overview is too short to decide by"]],
    [
      "takes scripts that say more with a letter",
      { overview: "弊社は自転車修理店向けの部品を販売しており、このコネクタで注文処理を自動化します。" },
      [],
    ],
    ["refuses no address", { email: "none" }, ["email is not an email address"]],
  ])("%s", (_, fields, expected) => {
    expect(faults(fields)).toEqual(expected);
  });

  test.each([
    ["acme", "acme"],
    ["@acme", "acme"],
    ["https://github.com/acme", "acme"],
    ["https://github.com/orgs/acme/", "acme"],
    ["octo_acme", "octo_acme"],
    ["acme-", null],
    ["-acme", null],
    ["a".repeat(41), null],
    ["acme evil", null],
    ["https://evil.example/acme", null],
  ])("reads the owner %s as %s", (owner, expected) => {
    expect(readRequest(parseForm(formText({ owner }))).ownerName).toBe(expected);
  });

  test("no problem ever repeats what was written", () => {
    const word = fc.stringMatching(/^[a-z]{12,20}$/);

    fc.assert(
      fc.property(word, fc.constantFrom("company", "name", "email", "owner", "overview"), (secret, field) => {
        const { problems } = readRequest(parseForm(formText({ [field]: `${secret}@${secret} ${secret}` })));

        expect(problems.map(({ text }) => text).join()).not.toContain(secret);
      }),
    );
  });
});

describe("kindOfEmail", () => {
  test.each([
    ["ann@tools-of-acme.com", "work"],
    ["Ann.O'Neil+x@mail.acme.co.uk", "work"],
    ["<mailto:ann@acme.com>", "work"],
    ["ann@gmail.com", "free"],
    ["ANN@GMail.Com", "free"],
    ["ann@web.de", "free"],
    ["ann@qq.com", "free"],
    ["ann@mailinator.com", "free"],
    ["ann@anything.mailinator.com", "free"],
    ["ann@users.noreply.github.com", "free"],
    ["ann@tutanota.com", "free"],
    ["ann", "malformed"],
    ["ann@acme", "malformed"],
    ["ann@acme.com, bob@acme.com", "malformed"],
    ["ann@acme..com", "malformed"],
    ["ann @acme.com", "malformed"],
    ["ann@acme.com\n", "malformed"],
    ["ann@127.0.0.1", "malformed"],
    [`${"a".repeat(65)}@acme.com`, "malformed"],
    [`ann@${"a.".repeat(130)}com`, "malformed"],
  ])("%j is %s", (address, expected) => {
    expect(kindOfEmail(address)).toBe(expected);
  });
});

describe("slugOf", () => {
  test.each([
    ["Acme", "acme"],
    ["Acme, Inc.", "acme"],
    ["Müller & Söhne GmbH", "muller-and-sohne"],
    ["O'Reilly  Media", "oreilly-media"],
    ["ACME Pty. Ltd.", "acme"],
    ["Inc", "inc"],
    ["7", null],
    ["株式会社", null],
    ["!!!", null],
    ["x".repeat(60), "x".repeat(50)],
  ])("of %s is %s", (company, expected) => {
    expect(slugOf(company)).toBe(expected);
  });

  test("is a slug or nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (company) => {
        const slug = slugOf(company);

        expect(slug === null || isSlug(slug)).toBe(true);
      }),
    );
  });
});
