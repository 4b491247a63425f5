import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { policyJsonSchema } from "../../../checks/listing/json-schema.ts";
import { defaultListingsPolicy, parseListingsPolicy } from "../../../checks/listing/listings-policy.ts";
import { parsePolicy } from "../../../checks/listing/policy.ts";

const ruleIds = ["usability/field-hint", "guidelines/legacy-key"];
const bytes = (text: string) => new TextEncoder().encode(text);

const full = `role: listings
categories: [CRM]
fail-on: warning
prereleases: true
max-first-operations: 5
evidence: { recipes: 2, testers: 3, share-link: false }
reviewers:
  code: ["@acme/code-reviewers"]
  usability: ["@acme/usability-reviewers", "@ann"]
  same-person: true
waivers:
  - rules: ["usability/*", "guidelines/legacy-key"]
    by: ["@acme/code-reviewers"]
accounts: { decided-by: ["@acme/partners"] }
listing: { listed-by: ["@acme/listings"], automatic: true, merge-method: rebase }
calendar:
  working-days: [monday, friday]
  holidays: [2026-12-25, "2026-12-26"]
  time-zone: Europe/Berlin
  review-days: 3
  account-days: 1
`;

function problemsOf(text: string): readonly string[] {
  const parsed = parseListingsPolicy(bytes(text), ruleIds);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
}

describe("parseListingsPolicy", () => {
  test("reads all keys", () => {
    expect(parseListingsPolicy(bytes(full), ruleIds)).toEqual({
      ok: true,
      value: {
        role: "listings",
        categories: ["CRM"],
        "fail-on": "warning",
        prereleases: true,
        "max-first-operations": 5,
        evidence: { recipes: 2, testers: 3, "share-link": false },
        reviewers: {
          code: ["@acme/code-reviewers"],
          usability: ["@acme/usability-reviewers", "@ann"],
          "same-person": true,
        },
        waivers: [{ rules: ["usability/*", "guidelines/legacy-key"], by: ["@acme/code-reviewers"] }],
        accounts: { "decided-by": ["@acme/partners"] },
        listing: { "listed-by": ["@acme/listings"], automatic: true, "merge-method": "rebase" },
        calendar: {
          "working-days": ["monday", "friday"],
          holidays: ["2026-12-25", "2026-12-26"],
          "time-zone": "Europe/Berlin",
          "review-days": 3,
          "account-days": 1,
        },
      },
    });
  });

  test("needs no more than the role; nobody decides then", () => {
    expect(parseListingsPolicy(bytes("role: listings\n"))).toEqual({
      ok: true,
      value: defaultListingsPolicy,
    });
    expect(defaultListingsPolicy.accounts["decided-by"]).toEqual([]);
    expect(defaultListingsPolicy.calendar).toEqual({
      "working-days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
      holidays: [],
      "time-zone": "UTC",
      "review-days": 5,
      "account-days": 2,
    });
  });

  test.each<readonly [string, string, string]>([
    ["another role", "role: connectors\n", "1: `role` must be `listings`"],
    ["no role", "prereleases: true\n", "1: `role` is missing"],
    [
      "an unknown key, with the nearest known one",
      "role: listings\nreviewer: {}\n",
      "2: `reviewer` is not a known key; did you mean `reviewers`?",
    ],
    [
      "an unknown key within",
      "role: listings\naccounts:\n  decided_by: []\n",
      "3: `accounts.decided_by` is not a known key; did you mean `decided-by`?",
    ],
    [
      "an unknown kind of evidence",
      "role: listings\nevidence:\n  recipe: 1\n",
      "3: `evidence.recipe` is not a known key; did you mean `recipes`?",
    ],
    [
      "a name that names nobody",
      "role: listings\nreviewers:\n  code: [acme/reviewers]\n",
      '3: `reviewers.code[0]` must be a person such as "@octocat" or a team such as "@acme/partners", in quotes',
    ],
    [
      "a rule that is not there",
      "role: listings\nwaivers:\n  - rules: [usability/field-hints]\n    by: []\n",
      "3: `waivers[0].rules[0]` is not a rule, nor a family such as `usability/*`; did you mean `usability/field-hint`?",
    ],
    [
      "a family that is not there",
      "role: listings\nwaivers:\n  - rules: [usabilty/*]\n    by: []\n",
      "3: `waivers[0].rules[0]` is not a rule, nor a family such as `usability/*`; did you mean `usability/*`?",
    ],
    [
      "a time zone that is not there",
      "role: listings\ncalendar:\n  time-zone: Europe/Berln\n",
      "3: `calendar.time-zone` is not a time zone such as `Europe/Berlin` or `UTC`; did you mean `Europe/Berlin`?",
    ],
    [
      "a day that is not there",
      "role: listings\ncalendar:\n  holidays: [2026-02-30]\n",
      "3: `calendar.holidays[0]` must be a day such as `2026-12-25`",
    ],
    [
      "no working day",
      "role: listings\ncalendar:\n  working-days: []\n",
      "3: `calendar.working-days` is too short: at least 1 entry",
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  test("takes any rule where the rules are not known", () => {
    const text = "role: listings\nwaivers:\n  - rules: [usability/brand-new]\n    by: []\n";

    expect(parseListingsPolicy(bytes(text)).ok).toBe(true);
  });

  test("is read by the action as well, which looks at fewer keys", () => {
    expect(parsePolicy(bytes(full))).toMatchObject({ ok: true, value: { "fail-on": "warning" } });
  });
});

describe("the JSON Schema of the policy", () => {
  test("takes what the parser takes, and refuses unknown keys", () => {
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(
      JSON.parse(policyJsonSchema()),
    );

    expect(valid(parse(full))).toBe(true);
    expect(valid({ role: "listings", reviewer: {} })).toBe(false);
  });

  test("is committed", () => {
    const committed = new URL("../../../docs/schemas/policy.json", import.meta.url);

    expect(readFileSync(committed, "utf8")).toBe(policyJsonSchema());
  });
});
