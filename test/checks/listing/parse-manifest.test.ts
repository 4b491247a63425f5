import { describe, expect, test } from "vitest";

import { parseManifest } from "../../../checks/listing/parse-manifest.ts";
import { manifestText } from "./manifests.ts";

function problems(text: string): readonly string[] {
  const parsed = parseManifest(new TextEncoder().encode(text));
  return parsed.ok ? [] : parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("parseManifest", () => {
  test("reads a small manifest and fills in the usual file names", () => {
    const parsed = parseManifest(new TextEncoder().encode(manifestText()));

    expect(parsed.ok && parsed.manifest).toEqual({
      slug: "helpdesk",
      name: "Helpdesk",
      publisher: "acme",
      summary: "Keeps tickets and customers in step with your other applications.",
      description: "Create, update and find tickets. You need an administrator's account to connect.",
      categories: ["Customer support"],
      support: { email: "support@acme.example" },
      logo: "logo.png",
      changelog: "CHANGELOG.md",
    });
  });

  test("accepts everything that an author can say", () => {
    const text = manifestText({
      keywords: "[tickets, support, customers]",
      logo: "logo.svg",
      website: "https://acme.example",
      documentation: "https://docs.acme.example/workato?lang=en#start",
      privacy_policy: "https://acme.example/privacy",
      terms: "https://acme.example/terms",
      api: "{ documentation: https://api.acme.example, version: v2 }",
      connection: "{ plan: Pro, role: Administrator, scopes: [tickets:read, tickets:write] }",
      use_cases:
        "\n  - title: Escalate tickets\n    description: A new ticket is sent on.\n    actions: [create_ticket]",
      testing: `
  share_link: https://app.workato.com/custom_adapters/1/shared
  recipes: [{ name: Escalate, url: https://app.workato.com/recipes/1, use_case: Escalate tickets }]
  testers: [{ company: Example Ltd, relation: beta user, recipes: 2, jobs: 150 }]`,
      contact_for_review: "reviews@acme.example",
      changelog: "changelog.txt",
    });

    expect(problems(text)).toEqual([]);
  });

  test("shows an empty file what is needed", () => {
    expect(problems("")).toEqual(["1:1 the file is empty"]);
  });

  test.each([
    ["an unknown key", { sumary: "x" }, "8:1 `sumary` is not a known key; did you mean `summary`?"],
    ["a key like no other", { colour: "red" }, "8:1 `colour` is not a known key"],
    [
      "an inner unknown key",
      { support: "{ emial: x, help_centre: https://a.co }" },
      "7:12 `support.emial` is not a known key; did you mean `email`?",
    ],
    ["an empty value", { name: "" }, "2:7 `name` is empty; give it a value"],
    [
      "an empty value that could be left out",
      { terms: "" },
      "8:8 `terms` is empty; give it a value or remove the line",
    ],
    ["a number for a text", { name: "365" }, "2:7 `name` must be a text (put it in quotes"],
    ["a text for a list", { categories: "CRM" }, "6:13 `categories` must be a list"],
    ["an upper-case slug", { slug: "Help Desk" }, "1:7 `slug` must be 2 to 50 lowercase letters"],
    ["a slug that is a path", { slug: "../x" }, "1:7 `slug` must be 2 to 50 lowercase letters"],
    ["too many keywords", { keywords: "[a, b, c, d]" }, "8:11 `keywords` is too long: at most 3 entries"],
    ["no category", { categories: "[]" }, "6:13 `categories` is too short: at least 1 entry"],
    ["a summary of two lines", { summary: '"a\\nb"' }, "4:10 `summary` must be one line"],
    ["a direction override", { summary: '"a\\u202eb"' }, "4:10 `summary` must be one line"],
    ["a long summary", { summary: "x".repeat(161) }, "4:10 `summary` is too long: at most 160 characters"],
    ["no support", { support: "{}" }, "7:10 `support` names no contact; add at least one of `email`"],
    ["a bad email", { support: "{ email: nobody }" }, "7:19 `support.email` must be an email address"],
    ["plain http", { website: "http://acme.example" }, "8:10 `website` must be a complete https:// address"],
    [
      "a local address",
      { website: "https://localhost/x" },
      "8:10 `website` must be a complete https:// address",
    ],
    [
      "credentials",
      { website: "https://a:b@acme.example" },
      "8:10 `website` must be a complete https:// address",
    ],
    ["a script", { website: "javascript:alert(1)" }, "8:10 `website` must be a complete https:// address"],
    ["a logo elsewhere", { logo: "../logo.png" }, "8:7 `logo` must be `logo.png` or `logo.svg`"],
    ["a JPEG logo", { logo: "logo.jpg" }, "8:7 `logo` must be `logo.png` or `logo.svg`"],
    [
      "a use case without operations",
      { use_cases: "[{ title: T, description: D }]" },
      "8:13 `use_cases[0]` names no action",
    ],
    [
      "a nameless tester",
      { testing: "{ testers: [{ relation: partner, recipes: 1, jobs: 1 }] }" },
      "8:22 `testing.testers[0]` says nothing of who tested",
    ],
    [
      "a misspelt relation",
      { testing: "{ testers: [{ role: x, relation: coworkr, recipes: 1, jobs: 1 }] }" },
      "did you mean `coworker`?",
    ],
    [
      "half a recipe",
      { testing: "{ testers: [{ role: x, relation: partner, recipes: 0.5, jobs: 1 }] }" },
      "`testing.testers[0].recipes` must be a whole number",
    ],
  ])("reports %s with its place", (_, changes, expected) => {
    const found = problems(manifestText(changes));

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  test("reports a missing key", () => {
    expect(problems(manifestText().replace(/^name:.*\n/m, ""))).toEqual(["1:1 `name` is missing"]);
  });

  test("reports all problems in the order of the file", () => {
    const found = problems(manifestText({ slug: "X", name: "", website: "x", nonsense: "1" }));

    expect(found.map((text) => text.split(":")[0])).toEqual(["1", "2", "8", "9"]);
  });

  test("keeps hostile keys in one plain line", () => {
    const [found] = problems(manifestText({ '"::error::\\n`x`\\u202e"': "1" }));

    expect(found).toBe("8:1 `::error::\u{FFFD}'x'\u{FFFD}` is not a known key");
  });
});
