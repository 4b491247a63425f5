/**
 * Writes what is generated: the page of every rule, their index, and the tables and the sample output in the README.
 * With `--check` it writes nothing, and fails where a file differs from what it would write.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { generateDocs } from "./docs/generate.ts";
import { readArguments } from "./read-arguments.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = readArguments("docs", "Writes what is generated, or only checks it.", {
  options: { check: false },
});

const documents = await generateDocs(root);
const stale = [...(await pagesOfGoneRules()), ...(await changedDocuments())];

if (values.check) {
  for (const path of stale) console.error(`${path} is out of date: run \`npm run docs\``);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of stale) await writeOrRemove(path);
  console.log(stale.length === 0 ? "All documents are up to date." : `Wrote ${stale.join(", ")}.`);
}

async function changedDocuments(): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [path, text] of documents) {
    const file = join(root, path);
    if (!existsSync(file) || (await readFile(file, "utf8")) !== text) changed.push(path);
  }
  return changed;
}

async function pagesOfGoneRules(): Promise<readonly string[]> {
  const folder = "docs/rules";
  if (!existsSync(join(root, folder))) return [];
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !documents.has(path));
}

async function writeOrRemove(path: string): Promise<void> {
  const text = documents.get(path);
  const file = join(root, path);
  if (text === undefined) {
    await rm(file);
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
