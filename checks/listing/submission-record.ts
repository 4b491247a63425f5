import { z } from "zod";

import type { Inspection } from "../connector/inspect.ts";
import { sha256 } from "../digest.ts";
import type { ProjectReport } from "../report/report.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Capabilities, toCapabilities } from "./capabilities.ts";
import { Manifest } from "./manifest.ts";
import { isCommit, isRepositoryName, isSlug } from "./slug.ts";
import { isTag } from "./tag.ts";
import { parseVersion } from "./version.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const VersionText = z.string().refine((text) => parseVersion(text) !== null);
const ProjectPath = z.string().max(500).refine(isProjectPath);

/**
 * What a release tag submits, `listings/<slug>/listing.json`: after the merge it is the listing. The same commit
 * always gives the same bytes, so whoever reads it can make it again and compare.
 */
export const SubmissionRecord = z.strictObject({
  schemaVersion: z.literal(1),
  slug: z.string().refine(isSlug),
  version: VersionText,
  /** The version that was listed when this one was submitted; null for a first version. */
  previousVersion: VersionText.nullable(),
  manifest: Manifest,
  /** The description's Markdown, where the manifest only names a file. */
  description: z.string(),
  logo: z.strictObject({ file: z.string(), sha256: Sha256 }).nullable(),
  release: z.strictObject({
    repository: z.string().refine(isRepositoryName),
    /** Stays with the repository when it is renamed, and never comes back for another of the same name. */
    repositoryId: z.int().positive(),
    tag: z.string().refine(isTag),
    commit: z.string().refine(isCommit),
    /** The connector project's folder in the repository; `.` for the root. */
    path: ProjectPath,
    file: ProjectPath,
    sha256: Sha256,
  }),
  capabilities: Capabilities,
  report: z.strictObject({
    /** The version of the rules; another version may find other things. */
    ruleSet: VersionText,
    sha256: Sha256,
    counts: z.strictObject({ error: z.int().min(0), warning: z.int().min(0), notice: z.int().min(0) }),
  }),
});
export type SubmissionRecord = z.output<typeof SubmissionRecord>;

export interface SubmissionParts {
  readonly version: string;
  readonly previousVersion: string | null;
  readonly manifest: Manifest;
  readonly description: string;
  readonly logo: { readonly file: string; readonly bytes: Uint8Array } | null;
  readonly release: Pick<SubmissionRecord["release"], "repository" | "repositoryId" | "tag" | "commit">;
  readonly inspection: Inspection;
  readonly report: ProjectReport;
  /** The version of the tool that made the report. */
  readonly ruleSet: string;
}

export function toSubmissionRecord(parts: SubmissionParts): SubmissionRecord {
  const { manifest, report, logo } = parts;
  return {
    schemaVersion: 1,
    slug: manifest.slug,
    version: parts.version,
    previousVersion: parts.previousVersion,
    manifest,
    description: parts.description,
    logo: logo && { file: logo.file, sha256: sha256(logo.bytes) },
    release: { ...parts.release, path: report.path, file: report.file, sha256: report.sha256 },
    capabilities: toCapabilities(parts.inspection),
    report: {
      ruleSet: parts.ruleSet,
      sha256: sha256(reportText(report)),
      counts: { ...report.counts },
    },
  };
}

/** The text whose SHA-256 is a report's digest: everything but the verdict, which depends on who asks. */
export function reportText(report: ProjectReport): string {
  const { verdict: _, ...facts } = report;
  return canonicalJson(facts);
}

/** The file of a listing in the listings repository. */
export function recordPath(slug: string): string {
  return `listings/${slug}/listing.json`;
}

export function formatRecord(record: SubmissionRecord): string {
  return canonicalJson(record);
}

/** Reads a record that anybody may have written; null where it is not one. */
export function parseRecord(text: string): SubmissionRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const result = SubmissionRecord.safeParse(value);
  return result.success ? result.data : null;
}

function isProjectPath(path: string): boolean {
  return path === "." || path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
