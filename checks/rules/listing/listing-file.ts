import type { Place } from "../../connector/dsl-hash.ts";
import type { ReportOptions } from "../../engine/rule.ts";
import type { Manifest } from "../../listing/manifest.ts";
import { manifestFile, type ParsedManifest, parseManifest } from "../../listing/parse-manifest.ts";
import type { ConnectorProject, ProjectFile } from "../../project.ts";
import type { Span } from "../../ruby/source.ts";
import type { YamlPath } from "../../yaml/read-yaml.ts";

/** A valid `listing.yml` in the hands of a rule. */
export interface ListingFile {
  readonly manifest: Manifest;
  /** Options of a report about the manifest. */
  readonly options: ReportOptions & { readonly file: string };
  /** The place of a value of the manifest, or of the nearest one around it. */
  at(...path: YamlPath): Place;
  atKey(...path: YamlPath): Place;
}

const parsed = new WeakMap<Uint8Array, ParsedManifest>();

/** The manifest as parsed, once for all rules; null where there is none to be read. */
export function parsedManifest(project: ConnectorProject): ParsedManifest | null {
  const bytes = project.files?.get(manifestFile)?.bytes;
  if (!bytes) return null;
  const known = parsed.get(bytes) ?? parseManifest(bytes);
  parsed.set(bytes, known);
  return known;
}

/** The project's manifest; null where there is none, or it is not valid: only `listing/manifest` speaks then. */
export function readListing(project: ConnectorProject): ListingFile | null {
  const result = parsedManifest(project);
  if (!result?.ok) return null;
  const { manifest, file } = result;
  return {
    manifest,
    options: { file: projectPath(project, manifestFile) },
    at: (...path) => place(file.spanOf(path)),
    atKey: (...path) => place(file.spanOfKey(path)),
  };
}

/** A project's file as reports name it. */
export function projectPath(project: ConnectorProject, file: string): string {
  return project.path === "." ? file : `${project.path}/${file}`;
}

export function place(span: Span): Place {
  return { span, path: null };
}

/** The text of a project's file, found by a pattern of its name; null where there is none. */
export function textOf(
  files: ReadonlyMap<string, ProjectFile>,
  name: RegExp,
): { readonly name: string; readonly text: string | null } | null {
  for (const [path, { bytes }] of files) {
    if (name.test(path)) return { name: path, text: bytes && new TextDecoder().decode(bytes) };
  }
  return null;
}

export const sharing = "https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html";
export const planning =
  "https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-planning.html";
export const certification = "https://docs.workato.com/en/developing-connectors/community/certification.html";
export const projectDirectory =
  "https://docs.workato.com/en/developing-connectors/sdk/cli/reference/cli-project-directory-reference.html";
