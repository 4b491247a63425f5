import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { accountJsonSchema, manifestJsonSchema, policyJsonSchema } from "../../checks/listing/json-schema.ts";
import { rules } from "../../checks/rules/index.ts";
import { renderActionTables } from "./action-tables.ts";
import { documentRule } from "./documented-rule.ts";
import { replaceBetween } from "./markdown.ts";
import { modelListings } from "./model-listings.ts";
import { renderFamilyTable, renderRuleIndex } from "./rule-index.ts";
import { renderRulePage } from "./rule-page.ts";
import { renderSampleOutput } from "./sample-output.ts";
import { renderCommandTable } from "./command-table.ts";

/** Every generated document of the repository in `root`, by its path. All of `docs/rules/` is generated. */
export async function generateDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const wasm = await readFile(join(root, "node_modules/@ruby/prism/src/prism.wasm"));
  const documented = await Promise.all(rules.map((rule) => documentRule(wasm, rule)));

  const blocks = {
    check: await renderSampleOutput(root),
    action: renderActionTables(await readFile(join(root, "action.yml"), "utf8")),
    commands: renderCommandTable(),
    rules: renderFamilyTable(rules),
  };
  let readme = await readFile(join(root, "README.md"), "utf8");
  for (const [name, content] of Object.entries(blocks)) readme = replaceBetween(readme, name, content);

  return new Map([
    ["README.md", readme],
    ["docs/rules/README.md", renderRuleIndex(rules)],
    ["docs/schemas/account.json", accountJsonSchema()],
    ["docs/schemas/listing.json", manifestJsonSchema()],
    ["docs/schemas/policy.json", policyJsonSchema()],
    ...(await modelListings(root, wasm)),
    ...documented.map((rule) => [`docs/rules/${rule.info.id}.md`, renderRulePage(rule)] as const),
  ]);
}
