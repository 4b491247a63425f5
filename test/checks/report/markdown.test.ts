import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../../checks/report/markdown.ts";
import { toReport } from "../../../checks/cli/write-report.ts";
import { sampleResult, sampleRules } from "./sample.ts";

const source = "{\n  title: 'Shop',\n  actions: {\n    search: 1\n  }\n}\n";

const shop = sampleResult({
  source,
  findings: [
    { ruleId: "usability/action-title", message: "Action `search` has no `title`.", at: "search" },
    { ruleId: "security/secret", message: "A secret.", at: "title" },
    { ruleId: "usability/action-title", message: "Action `create` has no `title`.", at: "search" },
  ],
});

describe("renderMarkdown", () => {
  test("has a table by family, and the findings by rule with the worst first", () => {
    expect(renderMarkdown(toReport([shop]), { rules: sampleRules })).toMatchInlineSnapshot(`
      "## ❌ Connector Gate: 1 error, 2 warnings

      | Family | Errors | Warnings | Notices |
      | :-- | --: | --: | --: |
      | Structure | 0 | 0 | 0 |
      | Guidelines | 0 | 0 | 0 |
      | Security | 1 | 0 | 0 |
      | Usability | 0 | 2 | 0 |
      | Listing | 0 | 0 | 0 |

      ### ❌ Shop \`shop/connector.rb\`: 1 error, 2 warnings

      #### ❌ error [security/secret](https://github.com/connector-gate/connector-gate/blob/main/docs/rules/security/secret.md)

      Everybody can read the code. **Fix:** Move it to the connection.

      - \`shop/connector.rb:2\` A secret.

      #### ⚠️ warning [usability/action-title](https://github.com/connector-gate/connector-gate/blob/main/docs/rules/usability/action-title.md) (2)

      The recipe editor lists actions by title. Without one, users see the raw key. **Fix:** Add \`title:\` to the action.

      - \`shop/connector.rb:4\` Action \`search\` has no \`title\`.
      - \`shop/connector.rb:4\` Action \`create\` has no \`title\`.
      "
    `);
  });

  test("says which fixes are safe", () => {
    const [id, info] = [...sampleRules][0]!;
    const fix = { title: "Fix it", safety: "safe", edits: [] } as const;
    const result = sampleResult({ source, findings: [{ ruleId: id, message: "Odd.", at: "search", fix }] });

    for (const kind of ["safe", "unsafe"] as const) {
      const rules = new Map([[id, { ...info, fix: kind }]]);
      expect(renderMarkdown(toReport([result]), { rules })).toContain(`Odd. *(${kind} fix)*\n`);
    }
  });

  test("says that there is nothing to say", () => {
    const text = renderMarkdown(toReport([sampleResult({ source, findings: [] })]), { rules: sampleRules });

    expect(text).toMatch(/^## ✅ Connector Gate: no findings\n/);
  });

  test("links places where the files are on the web", () => {
    const link = (file: string, line: number) => `https://example.com/${file}#L${line}`;

    expect(renderMarkdown(toReport([shop]), { rules: sampleRules, link })).toContain(
      "- [`shop/connector.rb:2`](https://example.com/shop/connector.rb#L2) A secret.\n",
    );
  });

  test("lets no markup of the connector's through", () => {
    const hostile = "`</details>` <img src=x> @octocat [x](https://evil.example) | # a\n\n# b";
    const result = sampleResult({
      file: `a\`|<b>/connector.rb`,
      title: hostile,
      source,
      findings: [{ ruleId: "security/secret", message: hostile, at: "title" }],
    });
    const html = marked.parse(renderMarkdown(toReport([result]), { rules: sampleRules }), { async: false });

    expect(html).not.toMatch(/<img|<\/details|<b>|href="https:\/\/evil|@octocat/);
    expect(html.match(/<h\d/g)).toEqual(["<h2", "<h3", "<h4"]);
  });

  test("keeps to its length and counts what is left out", () => {
    const findings = Array.from({ length: 1000 }, (_, index) => ({
      ruleId: "security/secret",
      message: `Secret number ${index}.`,
      at: "title",
    }));
    const report = toReport([sampleResult({ source, findings })]);

    const text = renderMarkdown(report, { rules: sampleRules, maxLength: 5000 });

    expect(text.length).toBeLessThanOrEqual(5000);
    const shown = text.match(/Secret number/g)!.length;
    expect(text).toContain(`${1000 - shown} more findings did not fit here`);
  });
});
