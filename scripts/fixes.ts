/**
 * Proves the fixes over checkouts of connectors: every fix by itself, all safe ones together, and all of them.
 *
 *     npm run fixes -- folder ...
 *
 * After a fix the file parses, the finding is gone, no new one has come, and the syntax is the same everywhere else.
 */
import { countOf } from "../checks/report/counts.ts";
import { readPrismWasm } from "../checks/cli/read-prism.ts";
import { createRubyParser } from "../checks/ruby/parser.ts";
import { rules } from "../checks/rules/index.ts";
import { checkCorpus } from "./corpus.ts";
import { type Proof, proveFixes } from "./fixes/prove.ts";
import { readArguments } from "./read-arguments.ts";

const { operands: folders } = readArguments("fixes", "Proves the fixes over checkouts of connectors.", {
  operands: "[folder ...]",
});
const { checker, connectors } = await checkCorpus(folders.length > 0 ? folders : ["examples"]);
const parse = await createRubyParser(readPrismWasm());
const proofs: Proof[] = [];
for (const { name, project, result } of connectors) {
  for (const proof of proveFixes({ checker, parse }, project, result)) {
    proofs.push(proof);
    for (const problem of proof.problems) {
      console.log(
        `${name}: ${proof.ruleId ?? `all ${proof.safety} fixes`} at ${proof.path ?? "-"}: ${problem}`,
      );
    }
  }
}
const single = proofs.filter((proof): proof is Proof & { ruleId: string } => proof.ruleId !== null);
const safe = single.filter(({ safety }) => safety === "safe").length;
const together = proofs.filter(({ ruleId }) => ruleId === null);
const wrong = proofs.filter(({ problems }) => problems.length > 0).length;
console.log(
  `${countOf(connectors.length, "connector")}: ${safe} safe and ${single.length - safe} unsafe fixes by themselves, ` +
    `the safe ones together in ${countOf(together.filter(({ safety }) => safety === "safe").length, "connector")}, ` +
    `all in ${countOf(together.filter(({ safety }) => safety === "unsafe").length, "connector")}; ${wrong} with problems`,
);
for (const { id } of rules) {
  const count = single.filter(({ ruleId }) => ruleId === id).length;
  if (count > 0) console.log(`${String(count).padStart(6)} ${id}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
