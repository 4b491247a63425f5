import type { Plugin } from "rolldown";

/** A rule's examples, as the formatter lays them out. */
const examples = /\n {2}examples: \{\n[\s\S]*?\n {2}\},\n/;

/**
 * Leaves the examples of the rules out of a bundle. Only `explain` shows them, and it has a bundle of its own; there
 * is more of them than of the rules themselves.
 */
export const withoutExamples: Plugin = {
  name: "without-examples",
  transform(code, id) {
    if (!/\/checks\/rules\/[a-z]+\/[a-z-]+\.ts$/.test(id) || !code.includes("defineRule(")) return null;
    const shorter = code.replace(examples, "\n  examples: { bad: [], good: [] },\n");
    if (shorter === code) throw new Error(`${id}: no \`examples\` of two spaces' indentation to leave out`);
    return shorter;
  },
};
