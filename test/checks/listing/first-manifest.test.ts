import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { answerProblem, emailIn, firstManifest, summaryIn } from "../../../checks/listing/first-manifest.ts";

describe("an answer", () => {
  test.each([
    ["title", "Lantern Desk", null],
    ["title", "x".repeat(61), "One line of at most 60 characters"],
    ["publisher", " acme ", null],
    ["publisher", "Acme Inc.", expect.stringContaining("such as `help-desk`")],
    ["summary", "Keeps tickets in step.", null],
    ["summary", "x".repeat(161), "One line of at most 160 characters"],
    ["summary", "two\nlines", "One line of at most 160 characters"],
    ["category", "CRM", null],
    ["category", "x".repeat(41), "A category of at most 40 characters"],
    ["supportEmail", "support@acme.example", null],
    ["supportEmail", "support", "An email address, such as support@acme.example"],
  ] as const)("as %s: %j", (key, answer, problem) => {
    expect(answerProblem(key, answer)).toEqual(problem);
  });
});

test("what a README tells is not asked", () => {
  const readme = "# Shop\n\nReads and writes orders of a shop. And more.\n\nWrite to help@shop.example.\n";

  expect(summaryIn(readme)).toBe("Reads and writes orders of a shop.");
  expect(emailIn(readme)).toBe("help@shop.example");
  expect(summaryIn(null)).toBeNull();
});

describe("a first manifest", () => {
  const text = firstManifest({
    title: "Lantern: Desk",
    actions: ["get_ticket"],
    triggers: [],
    readme: null,
    logo: "logo.png",
  });

  test("holds only what is known", () => {
    expect(parse(text)).toEqual({ slug: "lantern-desk", name: "Lantern: Desk" });
  });

  test("shows the shape of the rest, which is YAML once the comment signs are gone", () => {
    const blocks = text.split("\n").filter((line) => /^# (?:use_cases:|testing:|support:| )/.test(line));

    expect(parse(blocks.map((line) => line.slice(2)).join("\n"))).toMatchObject({
      support: { email: expect.any(String) as string },
      use_cases: [{ actions: ["get_ticket"] }],
      testing: { recipes: [{ name: expect.any(String) as string }], testers: [{ jobs: 1 }] },
    });
  });
});
