import { describe, expect, test } from "vitest";

import { applyEdits } from "../../../checks/engine/fix.ts";
import type { Finding } from "../../../checks/engine/finding.ts";
import type { Example, Rule } from "../../../checks/engine/rule.ts";
import { createSourceText, type SourceText } from "../../../checks/ruby/source.ts";
import { rules } from "../../../checks/rules/index.ts";
import { type Expectation, readAnnotations } from "../../support/annotated-source.ts";
import { createTestChecker, projectOf } from "../../support/checker.ts";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  test.each(rule.examples.bad.map((example) => [example.name, example] as const))(
    "reports %s",
    async (_name, example) => {
      const { source, expected } = readAnnotations(example.source);
      const checker = await createTestChecker([rule]);

      const { findings } = checker.check(projectOf(source, example.files), {
        failOn: "never",
        waivers: example.waivers ?? [],
        today: "2026-01-01",
      });

      const whole = (example.reports ?? []).map((message) => ({
        message,
        line: null,
        column: null,
        length: null,
      }));
      expect(findings.map((finding) => found(rule, finding, source)).sort(byPlace)).toEqual(
        [...expected, ...whole].sort(byPlace),
      );
      expect(findings).not.toHaveLength(0);
      if (example.fixed !== undefined) await expectFix(rule, example, source, findings);
    },
  );

  test.each(rule.examples.good.map((example) => [example.name, example] as const))(
    "accepts %s",
    async (_name, example) => {
      const checker = await createTestChecker([rule]);

      const { findings } = checker.check(projectOf(example.source, example.files), { failOn: "never" });

      expect(findings.map((finding) => finding.message)).toEqual([]);
    },
  );
});

/** A finding in the words of an example. */
function found(rule: Rule, finding: Finding, source: string): Expectation {
  const message = messageOf(rule, finding);
  if (!finding.span || finding.file !== "connector.rb")
    return { message, line: null, column: null, length: null };
  const text: SourceText = createSourceText(new TextEncoder().encode(source));
  const { line, column } = text.position(finding.span.start);
  const marked = text.slice(finding.span).split("\n")[0]!;
  return { message, line, column, length: Math.max(1, marked.length) };
}

/** Which of the rule's messages the finding carries, told by its fixed words. */
function messageOf(rule: Rule, finding: Finding): string {
  const names = Object.entries(rule.messages)
    .filter(([, message]) => matches(message, finding.message))
    .map(([name]) => name);
  return names.length === 1 ? names[0]! : `${finding.message} (${names.join(" or ") || "no message"})`;
}

function matches(message: (...values: never[]) => string, text: string): boolean {
  const hole = "\u{0}";
  const values = Array.from({ length: 6 }, () => hole) as never[];
  const pattern = message(...values)
    .split(hole)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("[^]*");
  return new RegExp(`^${pattern}$`).test(text);
}

function byPlace(a: Expectation, b: Expectation): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || a.message.localeCompare(b.message)
  );
}

async function expectFix(
  rule: Rule,
  example: Example,
  source: string,
  findings: readonly Finding[],
): Promise<void> {
  const edits = findings.flatMap((finding) => finding.fix?.edits ?? []);
  const after = applyEdits(new TextEncoder().encode(source), edits);

  expect(after && new TextDecoder().decode(after)).toBe(example.fixed);
  const checker = await createTestChecker([rule]);
  const again = checker.check(projectOf(example.fixed!, example.files), { failOn: "never" });
  expect(again.findings.map((finding) => finding.message)).toEqual([]);
}
