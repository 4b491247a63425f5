import { maxProjectFileBytes, type ConnectorProject } from "../project.ts";
import { toNumber } from "../report/counts.ts";
import { manifestFile, type ParsedManifest, parseManifest } from "./parse-manifest.ts";

/** The manifest's path, relative to the root as the project's is. */
export function manifestPath({ path }: Pick<ConnectorProject, "path">): string {
  return path === "." ? manifestFile : `${path}/${manifestFile}`;
}

/** The manifest of a project. Where there is none to read, the one problem says so. */
export function projectManifest({ files }: Pick<ConnectorProject, "files">): ParsedManifest {
  const file = files?.get(manifestFile);
  if (file?.bytes) return parseManifest(file.bytes);
  const message = file
    ? `the file has more than ${toNumber(maxProjectFileBytes)} bytes`
    : "there is no such file; `connector-gate init` writes a first one";
  return { ok: false, problems: [{ message, path: "", line: 1, column: 1, span: { start: 0, end: 0 } }] };
}
