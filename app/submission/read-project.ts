import {
  type ConnectorProject,
  maxProjectFileBytes,
  maxProjectFiles,
  maxSourceBytes,
  type ProjectFile,
  wantsContent,
} from "../../checks/project.ts";
import { fewAtOnce } from "../few-at-once.ts";
import type { GitFile, GitFilePort } from "../github/git-files.ts";

/** A connector project at a commit. */
export interface ReadProject {
  readonly project: ConnectorProject;
  /** Whether everything was read that the checks look into; else the report may differ from one made on a disk. */
  readonly isWhole: boolean;
}

/** The most files whose content is asked for; each costs a request. */
const maxContents = 300;

const skippedFolders: ReadonlySet<string> = new Set(["node_modules", "vendor"]);

/**
 * Reads the project in the folder `path`, just as the action reads it from a checkout, so that both see the same
 * files in the same order; null where there is no connector.
 */
export async function readProjectAt(
  path: string,
  all: readonly GitFile[],
  port: Pick<GitFilePort, "read">,
): Promise<ReadProject | null> {
  const prefix = path === "." ? "" : `${path}/`;
  const connector = all.find((file) => file.path === `${prefix}connector.rb`);
  if (!connector) return null;
  const inside = all.filter((file) => file.path.startsWith(prefix));
  const names = namesInOrder(inside.map((file) => file.path.slice(prefix.length)));
  const byName = new Map(inside.map((file) => [file.path.slice(prefix.length), file]));
  const files = names.flatMap((name) => {
    const file = byName.get(name);
    return file ? [{ name, file }] : [];
  });
  const wanted = files.filter(
    ({ name, file }) => file !== connector && file.size <= maxProjectFileBytes && wantsContent(name),
  );
  const isTooLong = connector.size > maxSourceBytes;
  // The checks only say that it is too long, so it need not be read.
  const source = isTooLong ? new Uint8Array(maxSourceBytes + 1) : await port.read(connector);
  const contents = new Map<GitFile, Uint8Array>([[connector, source]]);
  await fewAtOnce(wanted.slice(0, maxContents), async ({ file }) => {
    contents.set(file, await port.read(file));
  });
  return {
    project: {
      path,
      file: connector.path,
      source,
      files: new Map(
        files.map(({ name, file }): [string, ProjectFile] => [
          name,
          { size: file.size, bytes: contents.get(file) ?? null },
        ]),
      ),
    },
    isWhole: !isTooLong && wanted.length <= maxContents,
  };
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: string[];
}

/** The project's files, those nearest to its folder first; other projects further down are left out. */
function namesInOrder(names: readonly string[]): readonly string[] {
  const root: Folder = { folders: new Map(), files: [] };
  for (const name of names) {
    const parts = name.split("/");
    const file = parts.pop()!;
    let folder = root;
    for (const part of parts) {
      const known = folder.folders.get(part) ?? { folders: new Map(), files: [] };
      folder.folders.set(part, known);
      folder = known;
    }
    folder.files.push(file);
  }
  const ordered = ["connector.rb"];
  const queue = [{ prefix: "", folder: root }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { prefix, folder } = next;
    if (prefix !== "" && (folder.files.includes("connector.rb") || folder.folders.has("connector.rb")))
      continue;
    for (const file of folder.files.toSorted(byCodeUnits)) {
      if (ordered.length >= maxProjectFiles) return ordered;
      if (prefix !== "" || file !== "connector.rb") ordered.push(prefix + file);
    }
    for (const [name, inner] of [...folder.folders].toSorted(([a], [b]) => byCodeUnits(a, b))) {
      if (!name.startsWith(".") && !skippedFolders.has(name))
        queue.push({ prefix: `${prefix}${name}/`, folder: inner });
    }
  }
  return ordered;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
