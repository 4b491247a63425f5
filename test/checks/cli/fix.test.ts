import { describe, expect, test } from "vitest";
import { fixProject, toDiff } from "../../../checks/cli/fix.ts";
import { defineRule, type Rule } from "../../../checks/engine/rule.ts";
import { createTestChecker, projectOf } from "../../support/checker.ts";

const docs = { summary: "A.", why: "B.", remedy: "C.", sources: [] };
const base = {
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs,
  examples: { bad: [], good: [] },
} as const;

/** Says something of each place of a word, and offers another word for it. */
function replacing(word: string, other: string, fix: "safe" | "unsafe"): Rule {
  return defineRule({
    ...base,
    id: `structure/${word}`,
    fix,
    messages: { found: () => "Found." },
    create: (context) => ({
      file({ source }) {
        const text = source.slice({ start: 0, end: source.bytes.length });
        for (const { index } of text.matchAll(new RegExp(word, "g"))) {
          const span = { start: index, end: index + word.length };
          context.report("found", { span, path: "" }, [], {
            fix: { title: "Replace", edits: [{ span, text: other }] },
          });
        }
      },
    }),
  });
}

async function fix(rules: readonly Rule[], source: string, allowed: "safe" | "unsafe") {
  const checker = await createTestChecker(rules);
  const fixed = fixProject(checker, projectOf(source), { failOn: "error" }, allowed);
  const { project, count, changes, result } = fixed;
  return {
    text: Buffer.from(project.source).toString(),
    count,
    diff: toDiff(changes),
    left: result.findings.length,
  };
}

describe("fixProject", () => {
  test("applies all safe fixes and reports what is left", async () => {
    const rules = [replacing("one", "two", "safe"), replacing("other", "x", "unsafe")];

    expect(await fix(rules, "{ a: 'one', b: 'one', c: 'other' }\n", "safe")).toEqual({
      text: "{ a: 'two', b: 'two', c: 'other' }\n",
      count: 2,
      diff: "--- a/connector.rb\n+++ b/connector.rb\n@@ -1 +1 @@\n-{ a: 'one', b: 'one', c: 'other' }\n+{ a: 'two', b: 'two', c: 'other' }\n",
      left: 1,
    });
  });

  test("applies unsafe fixes only where they are wanted", async () => {
    const rules = [replacing("other", "x", "unsafe")];

    expect((await fix(rules, "{ a: 'other' }\n", "safe")).count).toBe(0);
    expect((await fix(rules, "{ a: 'other' }\n", "unsafe")).text).toBe("{ a: 'x' }\n");
  });

  test("goes on with what a fix made room for", async () => {
    const rules = [replacing("one", "two", "safe"), replacing("two", "three", "safe")];

    expect(await fix(rules, "{ a: 'one' }\n", "safe")).toMatchObject({
      text: "{ a: 'three' }\n",
      count: 2,
      left: 0,
    });
  });

  test("comes to an end where fixes undo each other", async () => {
    const rules = [replacing("one", "two", "safe"), replacing("two", "one", "safe")];

    expect((await fix(rules, "{ a: 'one' }\n", "safe")).left).toBe(1);
  });
});
