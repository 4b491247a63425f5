import { readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  accountJsonSchema,
  catalogueJsonSchema,
  manifestJsonSchema,
  policyJsonSchema,
} from "../../checks/listing/json-schema.ts";
import { configJsonSchema } from "../../checks/config/json-schema.ts";
import { ownFindings } from "../../checks/engine/own-findings.ts";
import { rules } from "../../checks/rules/index.ts";
import { renderActionTables } from "./action-tables.ts";
import { renderAppTables } from "./app-tables.ts";
import { documentRule } from "./documented-rule.ts";
import { replaceBetween } from "./markdown.ts";
import { modelListings } from "./model-listings.ts";
import { renderPolicyTable } from "./policy-table.ts";
import { renderRuleset } from "./ruleset.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";
import { renderFamilyTable, renderRuleIndex } from "./rule-index.ts";
import { renderOwnPage, renderRulePage } from "./rule-page.ts";
import { renderSampleOutput } from "./sample-output.ts";
import { renderCommandTable } from "./command-table.ts";
import { renderChecklist, renderReviewCommands } from "./review-tables.ts";

/** Every generated document of the repository in `root`, by its path. All of `docs/rules/` is generated. */
export async function generateDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const wasm = readPrismWasm();
  const documented = await Promise.all(rules.map((rule) => documentRule(wasm, rule)));

  const readme = await filledIn(root, "README.md", {
    check: await renderSampleOutput(root),
    action: renderActionTables(await readFile(join(root, "action.yml"), "utf8")),
    commands: renderCommandTable(),
    rules: renderFamilyTable(rules),
  });
  const listings = await filledIn(root, "docs/listings-repository.md", {
    app: renderAppTables(await readFile(join(root, "app.yml"), "utf8")),
    policy: renderPolicyTable(),
    ruleset: renderRuleset(),
  });
  const reviewing = await filledIn(root, "docs/reviewing.md", { commands: renderReviewCommands() });
  const reviewers = await filledIn(root, "docs/reviewers.md", {
    "code-review": renderChecklist("code"),
    "usability-review": renderChecklist("usability"),
  });

  return new Map([
    readme,
    listings,
    reviewing,
    reviewers,
    ["docs/rules/README.md", renderRuleIndex(rules, ownFindings)],
    ["docs/schemas/account.json", accountJsonSchema()],
    ["docs/schemas/catalogue.json", catalogueJsonSchema()],
    ["docs/schemas/config.json", configJsonSchema(rules)],
    ["docs/schemas/listing.json", manifestJsonSchema()],
    ["docs/schemas/policy.json", policyJsonSchema()],
    ...(await modelListings(root, wasm)),
    ...ownFindings.map((info) => [`docs/rules/${info.id}.md`, renderOwnPage(info)] as const),
    ...documented.map((rule) => [`docs/rules/${rule.info.id}.md`, renderRulePage(rule)] as const),
  ]);
}

/** A document of people's with the generated blocks between its markers. */
async function filledIn(
  root: string,
  path: string,
  blocks: Readonly<Record<string, string>>,
): Promise<readonly [path: string, text: string]> {
  let text = await readFile(join(root, path), "utf8");
  for (const [name, content] of Object.entries(blocks)) text = replaceBetween(text, name, content);
  return [path, text];
}
