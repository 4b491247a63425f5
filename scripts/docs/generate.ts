import type { DocumentedRule } from "./documented-rule.ts";
import { renderActionTables } from "./action-tables.ts";
import { replaceBetween } from "./markdown.ts";
import { renderFamilyTable, renderRuleIndex } from "./rule-index.ts";
import { renderRulePage } from "./rule-page.ts";

export interface DocsInput {
  readonly rules: readonly DocumentedRule[];
  readonly actionYml: string;
  readonly readme: string;
}

/** Every generated document by its path in the repository. Everything under `docs/rules/` is generated. */
export function generateDocs({ rules, actionYml, readme }: DocsInput): ReadonlyMap<string, string> {
  const infos = rules.map(({ info }) => info);
  const withTables = replaceBetween(
    replaceBetween(readme, "action", renderActionTables(actionYml)),
    "rules",
    renderFamilyTable(infos),
  );
  return new Map([
    ["README.md", withTables],
    ["docs/rules/README.md", renderRuleIndex(infos)],
    ...rules.map((rule) => [`docs/rules/${rule.info.id}.md`, renderRulePage(rule)] as const),
  ]);
}
