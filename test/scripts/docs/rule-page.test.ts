import { expect, test } from "vitest";

import type { RuleInfo } from "../../../checks/engine/rule-info.ts";
import { renderFamilyTable, renderRuleIndex } from "../../../scripts/docs/rule-index.ts";
import { renderRulePage } from "../../../scripts/docs/rule-page.ts";

const info: RuleInfo = {
  id: "usability/action-title",
  family: "usability",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: null,
  docs: {
    summary: "Gives every action a title.",
    why: "The recipe editor lists actions by title.",
    remedy: "Add a `title`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html"],
  },
};

const missing = { file: "connector.rb", line: 1, message: "Action `a` has no `title`." };

test("a page shows what is reported, with the message, and what is not", () => {
  const page = renderRulePage({
    info,
    isWaivable: true,
    options: { longest: { kind: "integer", default: 60, summary: "The longest title." } },
    bad: [{ name: "no title", source: "{ a: {} }", files: {}, findings: [missing], fixed: null }],
    good: [{ name: "a title", source: "{ a: { title: 'A' } }", files: {} }],
  });

  expect(page).toMatchInlineSnapshot(`
    "# usability/action-title

    Gives every action a title.

    | Severity | Confidence | Fix | Since |
    | --- | --- | --- | --- |
    | **warning**: for the reviewer to weigh | high | none | 0.1.0 |

    ## Why

    The recipe editor lists actions by title.

    ## What to do

    Add a \`title\`.

    ## Reported

    ### No title

    \`\`\`ruby
    { a: {} }
    \`\`\`

    > Action \`a\` has no \`title\`.

    ## Not reported

    ### A title

    \`\`\`ruby
    { a: { title: 'A' } }
    \`\`\`

    ## Options

    | Option | Default | What it is |
    | --- | --- | --- |
    | \`longest\` | \`60\` | The longest title. |

    ## How to waive it

    By a comment above the line, with the reason. Reviewers see every waiver.

    \`\`\`ruby
    # connector-gate:disable-next-line usability/action-title -- why it does not hold here
    \`\`\`

    ## Where it comes from

    - <https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html>

    ---

    [All rules](../README.md)
    "
  `);
});

test("a page shows what a fix makes of it, and in which line of several a finding is", () => {
  const page = renderRulePage({
    info: { ...info, fix: "safe" },
    isWaivable: false,
    options: {},
    bad: [
      {
        name: "no title",
        source: "{\n  a: {}\n}",
        files: {},
        findings: [{ ...missing, line: 2 }],
        fixed: "after",
      },
    ],
    good: [],
  });

  expect(page).toContain("safe: keeps behaviour");
  expect(page).toContain("> Line 2: Action `a` has no `title`.");
  expect(page).toContain("After the fix:\n\n```ruby\nafter\n```");
  expect(page).not.toContain("## Options");
  expect(page).not.toContain("## How to waive it");
});

test("a page shows other files of the project, and what cannot be seen in them", () => {
  const page = renderRulePage({
    info,
    isWaivable: false,
    options: {},
    bad: [
      {
        name: "no support",
        source: "{ title: 'A\u0000' }",
        files: { "README.md": "# Acme\n" },
        findings: [{ file: "README.md", line: 1, message: "The README names no contact." }],
        fixed: null,
      },
    ],
    good: [],
  });

  expect(page).toContain("`connector.rb`:\n\n```ruby\n{ title: 'A\\u{0}' }\n```");
  expect(page).toContain("`README.md`:\n\n```markdown\n# Acme\n```");
  expect(page).toContain("> `README.md`, line 1: The README names no contact.");
});

test("the index lists families in their order, without empty ones", () => {
  const index = renderRuleIndex(
    [info, { ...info, id: "structure/root-hash", family: "structure" }],
    [{ ...info, id: "internal-error" }],
  );

  expect(index.match(/^## .*$/gm)).toEqual(["## structure", "## usability", "## The checks themselves"]);
  expect(index).toContain("[internal-error](internal-error.md)");
  expect(index).toContain("[structure/root-hash](structure/root-hash.md)");
});

test("the table of families counts rules by severity", () => {
  const row = renderFamilyTable([info, { ...info, id: "usability/help" }, { ...info, severity: "error" }]);

  expect(row).toContain("| 1 | 2 |  |");
});
