/** `npm run new-rule -- <family/name>` makes the file of a rule and puts it into the list of its family. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { families } from "../checks/engine/finding.ts";
import { version } from "../checks/version.ts";
import { addToList } from "./new-rule/rule-list.ts";
import { parseRuleName, type RuleName } from "./new-rule/rule-name.ts";
import { ruleTemplate } from "./new-rule/rule-template.ts";
import { readArguments } from "./read-arguments.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { operands } = readArguments("new-rule", "Makes the file of a rule and puts it into the list.", {
  operands: "<family/name>",
});
const [text = ""] = operands;
const name = parseRuleName(text);

if (!name) {
  fail(
    `"${text}" is not the id of a rule: use <family>/<name> in kebab-case, with one of ${families.join(", ")}.`,
  );
} else {
  create(name);
}

function create(rule: RuleName): void {
  const folder = join(root, "checks/rules", rule.family);
  const file = join(folder, `${rule.file}.ts`);
  const list = join(folder, "index.ts");
  if (existsSync(file)) {
    fail(`There is a rule ${rule.id} already.`);
    return;
  }
  writeFileSync(file, ruleTemplate(rule, version));
  writeFileSync(list, addToList(readFileSync(list, "utf8"), rule.constant, rule.file));
  execFileSync(join(root, "node_modules/.bin/oxfmt"), [file, list], { cwd: root, stdio: "inherit" });
  console.log(
    [
      `Made checks/rules/${rule.id}.ts and put it into the list.`,
      `1. Write its texts and examples, and see them fail: npx vitest run test/checks/rules -t ${rule.id}`,
      "2. Write `create`.",
      "3. npm run docs && npm test",
    ].join("\n"),
  );
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
