import { readYaml, type YamlFile, type YamlProblem } from "../yaml/read-yaml.ts";
import { validate } from "../yaml/validate.ts";
import { Manifest } from "./manifest.ts";

/** The name that a manifest has in every connector project. */
export const manifestFile = "listing.yml";

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: Manifest; readonly file: YamlFile }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** Reads a `listing.yml` from untrusted bytes. A file that is not YAML gives one problem. */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  const read = readYaml(bytes);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const validated = validate(read.file, Manifest);
  if (!validated.ok) return validated;
  return { ok: true, manifest: validated.value, file: read.file };
}
