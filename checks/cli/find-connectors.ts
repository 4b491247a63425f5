import { resolve } from "node:path";
import type { Checker } from "../checker.ts";
import { maxSourceBytes } from "../project.ts";
import { toOneLine } from "../report/escape.ts";
import { type BoundedSearch, createBoundedSearch } from "./bounded-checker.ts";
import { discover, type FoundConnector, notConnector } from "./discover.ts";
import { loadChecker } from "./load-checker.ts";
import { readRegularFile } from "./read-file.ts";

/** What standard input is called among paths, and in reports. */
export const standardInput = { operand: "-", file: "<stdin>" } as const;

export interface Found {
  readonly checker: Checker;
  /** In the order of the paths, each file once. */
  readonly connectors: readonly FoundConnector[];
  /** What is wrong with some of the paths, a line each. */
  readonly problems: string[];
}

/**
 * Finds the connectors at some paths, and loads the checker to tell them from other files. `places` says where each
 * path is written, for what is wrong with it.
 */
export async function findConnectors(
  root: string,
  paths: readonly string[],
  places: readonly string[] = [],
): Promise<Found> {
  const discoveries = paths.map((path, index) => ({
    path,
    place: places[index] === undefined ? "" : `${places[index]}: `,
    found: path === standardInput.operand ? stdin : discover(root, path),
  }));
  const sizes = discoveries.flatMap(({ found }) =>
    found.ok ? [...found.connectors, ...found.candidates] : [],
  );
  const search = createBoundedSearch(await loadChecker(sizes.reduce((sum, { size }) => sum + size, 0)));

  const connectors = new Map<string, FoundConnector>();
  const problems: string[] = [];
  for (const { path, place, found } of discoveries) {
    if (!found.ok) {
      problems.push(place + found.problem);
      continue;
    }
    const others: FoundConnector[] = [];
    for (const candidate of found.candidates) {
      if (await isConnector(root, candidate.file, search)) others.push(candidate);
    }
    const all = [...found.connectors, ...others].toSorted((a, b) => (a.file < b.file ? -1 : 1));
    if (all.length === 0) problems.push(place + nothingFound(path, found.candidates));
    for (const connector of all) {
      const known = connectors.get(connector.file);
      if (!known || connector.isProject) connectors.set(connector.file, connector);
    }
  }
  return { checker: search.checker(), connectors: [...connectors.values()], problems };
}

const stdin = {
  ok: true,
  connectors: [{ file: standardInput.file, isProject: false, size: 0 }],
  candidates: [],
} as const;

async function isConnector(root: string, file: string, search: BoundedSearch): Promise<boolean> {
  const read = readRegularFile(resolve(root, file), maxSourceBytes);
  return read.ok && (await search.isConnector(read.bytes));
}

function nothingFound(path: string, candidates: readonly FoundConnector[]): string {
  const shown = toOneLine(path);
  const isFile = candidates.length === 1 && candidates[0]!.file.endsWith(path);
  if (isFile) return notConnector(shown);
  return `${shown}: no connector in this folder; name one with a \`connector.rb\`, or the connector's file itself`;
}
