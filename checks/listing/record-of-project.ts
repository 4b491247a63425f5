import type { ConnectorProject } from "../project.ts";
import { descriptionFile } from "./manifest.ts";
import { type SubmissionParts, type SubmissionRecord, toSubmissionRecord } from "./submission-record.ts";

export interface ProjectParts extends Omit<SubmissionParts, "description" | "logo"> {
  readonly project: ConnectorProject;
}

export type RecordOfProject =
  | { readonly ok: true; readonly record: SubmissionRecord }
  | { readonly ok: false; readonly problem: string };

/** Makes the record of a project, with the files that its manifest names. */
export function recordOf({ project, ...parts }: ProjectParts): RecordOfProject {
  const { manifest } = parts;
  const name = descriptionFile(manifest.description);
  const bytes = name === null ? null : project.files?.get(name)?.bytes;
  if (name !== null && !bytes) {
    return { ok: false, problem: `listing.yml names the description ${name}, which can't be read` };
  }
  const logo = project.files?.get(manifest.logo)?.bytes;
  const record = toSubmissionRecord({
    ...parts,
    description: bytes ? new TextDecoder().decode(bytes) : manifest.description,
    logo: logo ? { file: manifest.logo, bytes: logo } : null,
  });
  return { ok: true, record };
}
