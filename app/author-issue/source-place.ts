import type { Inspection } from "../../checks/connector/inspect.ts";
import { descriptionFile } from "../../checks/listing/manifest.ts";
import { manifestFile } from "../../checks/listing/parse-manifest.ts";
import { formatRecord, recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { LineComment } from "../github/pull-reviews.ts";
import { recordPathAt } from "./record-line.ts";

/** The place in the connector repository that a part of the record was made from. */
export interface SourcePlace {
  /** From the root of the repository. */
  readonly file: string;
  /** Null where the whole file is meant. */
  readonly line: number | null;
  /** Names the part, such as `actions.create_ticket`. */
  readonly part: string;
}

/**
 * Where a comment on a line of the record belongs in the author's own files; null where that can't be told, as for a
 * line that is gone or for what only GitHub knows.
 */
export function sourcePlaceOf(
  { path, line }: Pick<LineComment, "path" | "line">,
  record: SubmissionRecord,
  inspection: Inspection | null,
): SourcePlace | null {
  if (line === null || path !== recordPath(record.slug)) return null;
  const [root, ...steps] = recordPathAt(formatRecord(record), line);
  const { path: folder, file } = record.release;
  const beside = (name: string) => (folder === "." ? name : `${folder}/${name}`);
  switch (root) {
    case "capabilities": {
      const [section, name] = steps;
      const part = steps.slice(0, section === "connection" ? 1 : 2).join(".");
      const lineThere = inspection && lineIn(inspection, section, name);
      return part === "" ? null : { file, line: lineThere, part };
    }
    case "manifest":
      return { file: beside(manifestFile), line: null, part: steps.slice(0, 2).join(".") };
    case "description": {
      const name = descriptionFile(record.manifest.description);
      return { file: beside(name ?? manifestFile), line: null, part: "description" };
    }
    case "logo":
      return record.logo && { file: beside(record.logo.file), line: null, part: "logo" };
    default:
      return null;
  }
}

function lineIn(
  { connection, actions, triggers }: Inspection,
  section?: string,
  name?: string,
): number | null {
  if (section === "connection") return connection.line;
  const operations = section === "actions" ? actions : section === "triggers" ? triggers : null;
  if (!operations || name === undefined || !Object.hasOwn(operations, name)) return null;
  return operations[name]?.line ?? null;
}
