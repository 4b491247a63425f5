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

test("a page shows what is reported, with the message, and what is not", () => {
  const page = renderRulePage({
    info,
    bad: [{ name: "no title", source: "{ a: {} }", messages: ["Action `a` has no `title`."], fixed: null }],
    good: [{ name: "a title", source: "{ a: { title: 'A' } }" }],
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

    ## Where it comes from

    - <https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html>

    ---

    [All rules](../README.md)
    "
  `);
});

test("a page shows what a fix makes of it", () => {
  const page = renderRulePage({
    info: { ...info, fix: "safe" },
    bad: [{ name: "no title", source: "before", messages: ["Wrong."], fixed: "after" }],
    good: [],
  });

  expect(page).toContain("safe: keeps behaviour");
  expect(page).toContain("After the fix:\n\n```ruby\nafter\n```");
});

test("the index lists families in their order, without empty ones", () => {
  const index = renderRuleIndex([info, { ...info, id: "structure/root-hash", family: "structure" }]);

  expect(index.match(/^## .*$/gm)).toEqual(["## structure", "## usability"]);
  expect(index).toContain("[structure/root-hash](structure/root-hash.md)");
});

test("the table of families counts rules by severity", () => {
  const row = renderFamilyTable([info, { ...info, id: "usability/help" }, { ...info, severity: "error" }]);

  expect(row).toContain("| 1 | 2 |  |");
});
