import { type Checker, createChecker, type ProjectResult } from "../../checks/checker.ts";
import type { Rule } from "../../checks/engine/rule.ts";
import type { ConnectorProject, ProjectFile } from "../../checks/project.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";

/** The bytes of the Ruby parser. */
export const prismWasm: Uint8Array = readPrismWasm();

/** A checker with only the given rules, or with all. */
export async function createTestChecker(rules?: readonly Rule[]): Promise<Checker> {
  return createChecker(prismWasm, rules);
}

/** A connector project from texts. Without other files, the project around the connector is not known. */
export function projectOf(
  source: string | Uint8Array,
  files?: Readonly<Record<string, string>>,
): ConnectorProject {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const entries = Object.entries(files ?? {}).map(([path, text]): [string, ProjectFile] => {
    const content = new TextEncoder().encode(text);
    return [path, { size: content.length, bytes: content }];
  });
  return {
    path: ".",
    file: "connector.rb",
    source: bytes,
    files: files ? new Map([["connector.rb", { size: bytes.length, bytes }], ...entries]) : null,
  };
}

/** What some rules say of a connector. */
export async function checkSource(rules: readonly Rule[], source: string): Promise<ProjectResult> {
  const checker = await createTestChecker(rules);
  return checker.check(projectOf(source), { failOn: "never" });
}
