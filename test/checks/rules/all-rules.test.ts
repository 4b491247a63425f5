import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { families } from "../../../checks/engine/finding.ts";
import type { Rule } from "../../../checks/engine/rule.ts";
import { rules } from "../../../checks/rules/index.ts";
import { version } from "../../../checks/version.ts";
import { readAnnotations } from "../../support/annotated-source.ts";

const folder = new URL("../../../checks/rules/", import.meta.url);

/** What no example can show, since an example is text and has no options. */
const notText: ReadonlySet<string> = new Set([
  "listing/logo size",
  "listing/manifest missing",
  "structure/utf8-source invalid",
]);

/** The rules of a family by their files; what is beside them are helpers. */
function idsOfFiles(family: string): readonly string[] {
  return readdirSync(new URL(`${family}/`, folder))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .filter((name) => readFileSync(new URL(`${family}/${name}`, folder), "utf8").includes("defineRule("))
    .map((name) => `${family}/${name.slice(0, -".ts".length)}`)
    .sort();
}

describe("the list of rules", () => {
  test("has one rule for each file, by family and sorted by id", () => {
    expect(rules.map(({ id }) => id)).toEqual(families.flatMap(idsOfFiles));
  });

  test("has no rule twice", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has an id in kebab-case that starts with its family", () => {
    expect(id).toMatch(/^[a-z]+\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(id.startsWith(`${rule.family}/`)).toBe(true);
  });

  test("is not from the future", () => {
    expect(rule.since.localeCompare(version, "en", { numeric: true })).toBeLessThanOrEqual(0);
  });

  test("has a summary of one sentence", () => {
    expect(problemsOfText(rule.docs.summary)).toEqual([]);
    expect(rule.docs.summary).not.toMatch(/[.!?] [A-Z]/);
  });

  test.each(["why", "remedy"] as const)("says in %s something that ends", (part) => {
    expect(problemsOfText(rule.docs[part])).toEqual([]);
  });

  test("names public pages that it comes from", () => {
    expect(rule.docs.sources).not.toHaveLength(0);
    for (const source of rule.docs.sources) expect(source).toMatch(/^https:\/\/\S+$/);
  });

  test.each(Object.keys(rule.messages))("words the message %s as one sentence", (name) => {
    const text = rule.messages[name]!(...(Array.from({ length: 6 }, () => "it") as never[]));

    expect(problemsOfText(text)).toEqual([]);
  });

  test("shows every message by an example", () => {
    const names = Object.keys(rule.messages).filter((name) => !notText.has(`${id} ${name}`));

    expect(messagesShown(rule)).toEqual(names.sort());
  });

  test("shows what it leaves alone", () => {
    expect(rule.examples.good).not.toHaveLength(0);
  });

  test("names its examples so that each can be told from the others", () => {
    for (const examples of [rule.examples.bad, rule.examples.good]) {
      const names = examples.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name.trim() === "" || name.endsWith("."))).toEqual([]);
    }
  });

  test("shows a fix if it has one, and only then", () => {
    const isShown = rule.examples.bad.some(({ fixed }) => fixed !== undefined);

    expect(isShown).toBe(rule.fix !== null);
  });
});

/** What is wrong with a text that people read. */
function problemsOfText(text: string): readonly string[] {
  const problems: string[] = [];
  if (!/^[A-Z`"'0-9]/.test(text)) problems.push("does not start like a sentence");
  if (!text.endsWith(".")) problems.push("does not end with a full stop");
  if (/\b(should|please)\b/i.test(text)) problems.push("says should or please");
  if (/\s{2,}|^\s|\s$/.test(text)) problems.push("has stray spaces");
  if ((text.match(/`/g)?.length ?? 0) % 2 === 1) problems.push("has an odd number of backticks");
  return problems;
}

function messagesShown(rule: Rule): readonly string[] {
  const shown = rule.examples.bad.flatMap(({ source, reports = [] }) => [
    ...readAnnotations(source).expected.map(({ message }) => message),
    ...reports,
  ]);
  return [...new Set(shown)].sort();
}
