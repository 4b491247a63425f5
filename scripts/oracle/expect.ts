/**
 * Writes what Ruby knows about the connectors in `test/fixtures/model` and `test/fixtures/bytes/model` next to them.
 * What an expectation says under `mayBeUnknown` (paths that the model need not know) is kept.
 *
 *   npx node scripts/oracle/expect.ts
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { runOracle } from "./run-oracle.ts";

const files = ["model", "bytes/model"]
  .map((name) => new URL(`../../test/fixtures/${name}`, import.meta.url).pathname)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith(".rb"));

for (const { file, error, inspection, branches, reasons } of runOracle(files)) {
  const target = file.replace(/\.rb$/, ".json");
  const before = existsSync(target)
    ? (JSON.parse(readFileSync(target, "utf8")) as Record<string, unknown>)
    : {};
  if (error) console.log(`${basename(file)}: ${error}`);
  const expectation = {
    mayBeUnknown: before["mayBeUnknown"] ?? [],
    branches,
    reasons,
    inspection: error ? null : { ...inspection, file: basename(file) },
  };
  writeFileSync(target, `${JSON.stringify(expectation, null, 1)}\n`);
}
