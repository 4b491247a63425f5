import type { ConnectorProject } from "../project.ts";
import { toNumber } from "../report/counts.ts";
import { byteLength } from "../text/bytes.ts";
import { descriptionFile } from "./manifest.ts";
import {
  formatRecord,
  type SubmissionParts,
  type SubmissionRecord,
  toSubmissionRecord,
} from "./submission-record.ts";

/** GitHub's API gives the content of a file up to 1 MB, so of a larger record nobody could tell what is in it. */
const maxRecordBytes = 900_000;

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
    return {
      ok: false,
      problem: `listing.yml names the description ${name}, which is not there or too large`,
    };
  }
  const logo = project.files?.get(manifest.logo)?.bytes;
  const record = toSubmissionRecord({
    ...parts,
    description: bytes ? new TextDecoder().decode(bytes) : manifest.description,
    logo: logo ? { file: manifest.logo, bytes: logo } : null,
  });
  const bytesOfRecord = byteLength(formatRecord(record));
  if (bytesOfRecord > maxRecordBytes) {
    const place = name ?? "in listing.yml";
    return {
      ok: false,
      problem: `the record would have ${toNumber(bytesOfRecord)} bytes of at most ${toNumber(maxRecordBytes)}; shorten the description ${place}`,
    };
  }
  return { ok: true, record };
}
