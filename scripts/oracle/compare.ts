/**
 * Compares the model of connectors with what Ruby finds when it evaluates them. See README.md first.
 *
 *   npx node scripts/oracle/compare.ts [--all] FOLDER_OR_FILE...
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";

import { createChecker } from "../../checks/checker.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";
import { compare, type Comparison } from "./difference.ts";
import { runOracle } from "./run-oracle.ts";

interface Located extends Comparison {
  readonly file: string;
  readonly line: number | undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false } },
});
const checker = await createChecker(readPrismWasm());
const comparisons: Located[] = [];
let evaluated = 0;

for (const answer of runOracle(positionals.flatMap(connectorsIn))) {
  if (answer.error) {
    console.log(`Ruby cannot evaluate ${answer.file}: ${answer.error}`);
    continue;
  }
  evaluated++;
  const ours = checker.inspect(answer.file, readFileSync(answer.file));
  if (!ours) console.log(`the model does not take ${answer.file} for a connector`);
  for (const comparison of compare(answer, ours)) {
    const line = answer.lines[comparison.path.replace(/\[.*/, "")];
    comparisons.push({ ...comparison, file: answer.file, line });
  }
}

console.log(`\n${evaluated} connectors\n`);
for (const branch of [false, true]) {
  console.log(branch ? "\nWhere Ruby took a branch on what a user enters:" : "What Ruby knows for sure:");
  table(comparisons.filter((one) => one.branch === branch));
}
list("WRONG", "wrong");
list("Unknown to the model", "unknown");
list("Stated by the model, not known to Ruby", "beyond");

function connectorsIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "spec" && name !== "node_modules")
    .flatMap((entry) => {
      const file = join(path, entry.name);
      if (entry.isDirectory()) return connectorsIn(file);
      const isRuby = extname(file) === ".rb" || extname(file) === "";
      return isRuby && /\bconnection['"]?\s*(:|=>)/.test(readFileSync(file, "utf8")) ? [file] : [];
    });
}

function table(all: readonly Located[]): void {
  console.log(`${"".padEnd(18)}    Ruby   equal   wrong unknown  beyond   known`);
  for (const category of [...new Set(all.map((one) => one.category)), "all"]) {
    const own = all.filter((one) => category === "all" || one.category === category);
    const count = (outcome: string) => own.filter((one) => one.outcome === outcome).length;
    const known = own.length - count("beyond");
    const columns = [known, count("equal"), count("wrong"), count("unknown"), count("beyond")];
    const percent = known === 0 ? "-" : `${((100 * (known - count("unknown"))) / known).toFixed(2)} %`;
    console.log(
      category.padEnd(18) + columns.map((cell) => String(cell).padStart(8)).join("") + percent.padStart(10),
    );
  }
}

function list(title: string, outcome: string): void {
  const own = comparisons.filter((one) => one.outcome === outcome);
  const shown = values.all ? own : own.slice(0, 40);
  if (own.length > 0)
    console.log(`\n${title}: ${own.length}${shown.length < own.length ? " (--all shows all)" : ""}`);
  for (const one of shown) {
    const place = one.line === undefined ? one.file : `${one.file}:${one.line}`;
    console.log(`${place} ${one.path}${one.branch ? " (branch)" : ""}`);
    console.log(`    Ruby: ${excerpt(one.ruby)}\n    ours: ${excerpt(one.ours)}`);
  }
}

function excerpt(value: unknown): string {
  return (JSON.stringify(value) ?? "absent").slice(0, 300);
}
