import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** The licence texts of the packages that bundled files come from, sorted by package. */
export async function licenceTexts(moduleIds: Iterable<string>): Promise<string> {
  const folders = new Map<string, string>();
  for (const id of moduleIds) {
    const match = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id);
    if (match) folders.set(match[2]!, match[1]!);
  }

  const sections: string[] = [];
  for (const [name, folder] of [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    sections.push(`${await heading(name, folder)}\n\n${await licenceText(folder)}\n`);
  }
  return sections.join(`\n${"-".repeat(80)}\n\n`);
}

async function heading(name: string, folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const { version, license } = manifest as { version?: string; license?: string };
  return `${name} ${version ?? ""} (${license ?? "see its repository"})`;
}

async function licenceText(folder: string): Promise<string> {
  const names = await readdir(folder);
  const file = names.toSorted().find((name) => /^licen[cs]e(\.|-|$)/i.test(name));
  if (file === undefined) return "The package carries no licence text of its own.";
  const text = await readFile(join(folder, file), "utf8");
  return text.replaceAll("\r\n", "\n").trim();
}
