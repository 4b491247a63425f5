/** The list of a family's rules, `checks/rules/<family>/index.ts`, as text. */

const importLine = /^import \{ (?<name>\w+) \} from "\.\/(?<file>[\w-]+)\.ts";$/gm;
const list = /(?<head>export const \w+: readonly Rule\[\] = )\[[^\]]*\];/;

/** Adds a rule to a list: one import and one entry, both sorted by file. */
export function addToList(text: string, name: string, file: string): string {
  const entries = [...text.matchAll(importLine)].map((match) => ({
    name: match.groups!["name"]!,
    file: match.groups!["file"]!,
  }));
  entries.push({ name, file });
  entries.sort((a, b) => (a.file < b.file ? -1 : 1));

  const imports = entries.map((entry) => `import { ${entry.name} } from "./${entry.file}.ts";`);
  const rest = text.replaceAll(importLine, "").replaceAll(/\n{3,}/g, "\n\n");
  const names = entries.map((entry) => entry.name).join(", ");
  return rest
    .replace(/^import type \{ Rule \} from .*$/m, (line) => [line, ...imports].join("\n"))
    .replace(list, (_all, head: string) => `${head}[${names}];`);
}
