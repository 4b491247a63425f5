import type { RuleName } from "./rule-name.ts";

/** A rule that compiles and reports nothing. What is empty in it has to be written; the tests ask for it. */
export function ruleTemplate({ id, constant }: RuleName, version: string): string {
  return `import { defineRule, ruby } from "../../engine/rule.ts";

export const ${constant} = defineRule({
  id: "${id}",
  severity: "warning",
  confidence: "high",
  since: "${version}",
  docs: {
    summary: "",
    why: "",
    remedy: "",
    sources: [],
  },
  messages: {
    missing: (name: string) => \`Action \\\`\${name}\\\` has no title.\`,
  },
  examples: {
    bad: [
      {
        name: "what it reports",
        source: ruby\`
          { actions: { search: { execute: lambda { |_connection, input| get('tickets', input) } } } }
                       ^^^^^^ missing
        \`,
      },
    ],
    good: [
      {
        name: "what it leaves alone",
        source: ruby\`
          { actions: { search: { title: 'Search tickets' } } }
        \`,
      },
    ],
  },
  create: (_context) => ({}),
});
`;
}
