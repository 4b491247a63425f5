/**
 * Draws findings over checkouts of connectors for a person to read, so that false alarms are counted and not guessed.
 *
 *     npm run precision -- [--rule id ...] [--sample 20] [--seed N] [--format markdown] [--counts] folder ...
 *
 * Twenty findings of each rule, all where there are fewer, and every error. The same seed draws the same again.
 */
import { rules } from "../checks/rules/index.ts";
import { checkCorpus, type CorpusConnector } from "./corpus.ts";
import { drawFindings, type Found } from "./precision/draw.ts";
import { renderCounts, renderSheet } from "./precision/sheet.ts";
import { readArguments } from "./read-arguments.ts";

const { values, operands } = readArguments("precision", "Draws findings for a person to read.", {
  options: {
    rule: [],
    sample: 20,
    seed: Math.floor(Math.random() * 1_000_000),
    context: 2,
    format: "text",
    counts: false,
  },
  operands: "folder ...",
});
const { seed } = values;
const wanted = new Set(values.rule.length > 0 ? values.rule : rules.map(({ id }) => id));
const unknown = [...wanted].filter((id) => !rules.some((rule) => rule.id === id));

if (operands.length === 0 || unknown.length > 0) {
  console.error(
    unknown.length > 0
      ? `unknown rule ${unknown.join(", ")}`
      : "name the checkouts to read, such as ../connectors",
  );
  process.exitCode = 2;
} else {
  const { connectors } = await checkCorpus(operands);
  const drawn = drawFindings(
    connectors.flatMap(foundIn),
    rules.filter(({ id }) => wanted.has(id)),
    { size: values.sample, seed },
  );
  if (!values.counts) {
    const format = values.format === "markdown" ? "markdown" : "text";
    console.log(renderSheet(drawn, { format, context: values.context, width: 160 }));
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
