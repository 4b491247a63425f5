/**
 * Changes connectors at random and checks what comes out: nothing may throw, hang, or end as anything but findings.
 *
 *     npm run fuzz -- [--count 100000] [--seed 1] [folder or file ...]
 *
 * Without paths the examples are used. What fails is written to a temporary folder, with its seed.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecker } from "../checks/checker.ts";
import { readPrismWasm } from "../checks/cli/read-prism.ts";
import { fuzz } from "./fuzz/campaign.ts";
import { readArguments } from "./read-arguments.ts";

const { values, operands } = readArguments(
  "fuzz",
  "Changes connectors at random: nothing may throw or hang.",
  {
    options: { count: 100_000, seed: 1 },
    operands: "[folder or file ...]",
  },
);
const root = fileURLToPath(new URL("..", import.meta.url));
const paths = operands.length > 0 ? operands : [join(root, "examples")];
const files: string[] = [];
for (const path of paths) {
  if ((await stat(path)).isFile()) files.push(path);
  else for await (const file of glob("**/*.rb", { cwd: path })) files.push(join(path, file));
}
const wasm = readPrismWasm();
const checker = await createChecker(wasm);
const sources = files
  .sort()
  .map((file) => readFileSync(file))
  .filter((bytes) => checker.isConnector(bytes))
  .map((bytes) => bytes.toString("utf8"));

const started = performance.now();
const outcome = await fuzz({
  makeChecker: () => createChecker(wasm),
  sources,
  ...values,
  onProgress: (done) => console.error(`${done} of ${values.count}`),
});
const seconds = (performance.now() - started) / 1000;
const crashes = outcome.failures.filter(({ kind }) => kind === "crash").length;
console.log(
  `${outcome.count} mutations of ${sources.length} connectors in ${seconds.toFixed(0)} s; ${outcome.parsed} parsed; ` +
    `slowest ${outcome.slowest.toFixed(0)} ms; ${outcome.stopped.length} stopped at the limit; ` +
    `${crashes} crashes; ${outcome.failures.length - crashes} internal errors`,
);
for (const [kind, count] of Object.entries(outcome.kinds))
  console.log(`${String(count).padStart(8)} ${kind}`);
const kept = [
  ...outcome.failures,
  ...outcome.stopped.map((slow) => ({ ...slow, problem: "stopped at the limit" })),
];
if (kept.length > 0) {
  const folder = mkdtempSync(join(tmpdir(), "connector-gate-fuzz-"));
  for (const { seed, problem, source } of kept) {
    writeFileSync(join(folder, `${seed}.rb`), source);
    console.log(`${join(folder, `${seed}.rb`)}: ${problem}`);
  }
}
process.exitCode = outcome.failures.length > 0 ? 1 : 0;
