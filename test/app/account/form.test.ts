import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { type AccountForm, isAccountForm, parseForm } from "../../../app/account/form.ts";
import { formText } from "./requests.ts";

const none: AccountForm = { company: null, name: null, email: null, owner: null, overview: null };

describe("parseForm", () => {
  test.each<readonly [string, string, Partial<AccountForm>]>([
    [
      "what GitHub renders",
      "### Company name\n\nAcme\n\n### Your name\n\nAnn\n\n### Work email\n\na@b.co\n\n### GitHub organisation or user\n\nacme\n\n### Overview\n\nTwo\n\nparagraphs",
      { company: "Acme", name: "Ann", email: "a@b.co", owner: "acme", overview: "Two\n\nparagraphs" },
    ],
    [
      "Windows line ends",
      "### Company name\r\n\r\nAcme\r\n\r\n### Work email\r\n\r\na@b.co",
      { company: "Acme", email: "a@b.co" },
    ],
    ["fields that were left empty", "### Company name\n\n_No response_\n\n### Overview\n\n\n", {}],
    [
      "American spelling, other case and spaces",
      "###   github  ORGANIZATION or user ###\nacme",
      { owner: "acme" },
    ],
    ["any order", "### Overview\n\nText\n\n### Company name\n\nAcme", { overview: "Text", company: "Acme" }],
    [
      "the first of a field's headings",
      "### Company name\n\nAcme\n\n### Overview\n\nWe\n\n### Company name\n\nEvil",
      { company: "Acme", overview: "We\n\n### Company name\n\nEvil" },
    ],
    [
      "other headings as text",
      "### Overview\n\n## What\n\n### Why\n\n#### Work email",
      { overview: "## What\n\n### Why\n\n#### Work email" },
    ],
    [
      "headings in a block of code as text",
      "### Overview\n\n```\n### Work email\n\nx@y.zz\n```",
      { overview: "```\n### Work email\n\nx@y.zz\n```" },
    ],
    [
      "nothing after a block of code that never ends",
      "### Company name\n\n~~~\nAcme\n### Work email\n\na@b.co",
      { company: "~~~\nAcme\n### Work email\n\na@b.co" },
    ],
    [
      "nothing of what is hidden",
      "### Company name\n\n<!-- Evil -->Acme\n<!--\n### Work email\n\na@b.co\n-->",
      { company: "Acme" },
    ],
    [
      "nothing after a comment that never ends",
      "### Company name\n\nAcme <!--\n### Work email\n\na@b.co",
      { company: "Acme" },
    ],
    ["no field in the middle of a line", "Hello ### Company name\n\nAcme", {}],
    ["nothing in nothing", "", {}],
  ])("reads %s", (_, body, expected) => {
    expect(parseForm(body)).toEqual({ ...none, ...expected });
  });

  test("reads back whatever was written into the fields, one line or many", () => {
    const line = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\r\n#<`~]/g, "x").trim() || "x");

    fc.assert(
      fc.property(line, line, fc.array(line, { minLength: 1, maxLength: 5 }), (company, owner, overview) => {
        const form = parseForm(formText({ company, owner, overview: overview.join("\n") }));

        expect(form).toMatchObject({ company, owner, overview: overview.join("\n") });
      }),
    );
  });

  test("never fails, and never finds more than the body holds", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "### Company name\n",
        "### Work email\r\n",
        "<!--",
        "-->",
        "```\n",
        "\u0000",
        "### Overview\n",
        "\n",
      ),
      fc.string({ maxLength: 20 }),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const body = pieces.join("");
        const form = parseForm(body);

        for (const value of Object.values(form))
          expect(body.length).toBeGreaterThanOrEqual(value?.length ?? 0);
      }),
    );
  });
});

test.each([
  ["a form", formText(), true],
  ["a form whose fields are empty", formText({ company: "", email: "", owner: "" }), true],
  ["half a form", "### Company name\n\nAcme\n\n### Overview\n\nText", false],
  ["a question", "How do I get an account?", false],
])("%s asks for an account: %s", (_, body, expected) => {
  expect(isAccountForm(body)).toBe(expected);
});
