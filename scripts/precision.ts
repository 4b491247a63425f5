/**
 * Draws findings over checkouts of connectors for a person to read, so that false alarms are counted and not guessed.
 *
 *     npm run precision -- [--rule id ...] [--sample 20] [--seed N] [--format markdown] [--counts] folder ...
 *
 * Twenty findings of each rule, all where there are fewer, and every error. The same seed draws the same again.
 */
import { parseArgs } from "node:util";
import { rules } from "../checks/rules/index.ts";
import { checkCorpus, type CorpusConnector } from "./corpus.ts";
import { drawFindings, type Found } from "./precision/draw.ts";
import { renderCounts, renderSheet } from "./precision/sheet.ts";

const { values, positionals } = parseArgs({
  options: {
    rule: { type: "string", multiple: true },
    sample: { type: "string", default: "20" },
    seed: { type: "string" },
    context: { type: "string", default: "2" },
    format: { type: "string", default: "text" },
    counts: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const wanted = new Set(values.rule ?? rules.map(({ id }) => id));
const unknown = [...wanted].filter((id) => !rules.some((rule) => rule.id === id));
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);

if (positionals.length === 0 || unknown.length > 0) {
  console.error(
    unknown.length > 0
      ? `unknown rule ${unknown.join(", ")}`
      : "name the checkouts to read, such as ../connectors",
  );
  process.exitCode = 2;
} else {
  const { connectors } = await checkCorpus(positionals);
  const drawn = drawFindings(
    connectors.flatMap(foundIn),
    rules.filter(({ id }) => wanted.has(id)),
    { size: Number(values.sample), seed },
  );
  if (!values.counts) {
    const format = values.format === "markdown" ? "markdown" : "text";
    console.log(renderSheet(drawn, { format, context: Number(values.context), width: 160 }));
  }
  console.log(renderCounts(drawn));
  console.log(`${connectors.length} connectors; seed ${seed}.`);
}

function foundIn({ name, project, result }: CorpusConnector): readonly Found[] {
  const checkout = name.slice(0, name.length - project.file.length);
  return result.findings.map((finding) => ({
    finding,
    file: checkout + finding.file,
    source: result.sources.get(finding.file) ?? null,
  }));
}
