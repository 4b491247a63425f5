import { type Manifest } from "../checks/listing/manifest.ts";
import { manifestPath, projectManifest } from "../checks/listing/project-manifest.ts";
import { versionInTag } from "../checks/listing/tag.ts";
import { isPrerelease, parseVersion, type Version } from "../checks/listing/version.ts";
import type { CheckedProject } from "./checked.ts";
import { UserError } from "./user-error.ts";

export interface ChosenProject extends CheckedProject {
  readonly manifest: Manifest;
  readonly version: Version;
  readonly prerelease: boolean;
}

/** The connector that a release tag is for, and the version in the tag. */
export function chooseProject(
  projects: readonly CheckedProject[],
  tag: string,
  givenPattern: string | undefined,
): ChosenProject {
  const pattern = givenPattern ?? (projects.length > 1 ? "<slug>-v*" : "v*");
  if (projects.length > 1 && !pattern.includes("<slug>")) {
    throw new UserError(
      `There are ${projects.length} connectors, so tag-pattern must have <slug> in it, such as <slug>-v*; or let paths name one of them.`,
    );
  }
  const parsed = projects.map((project) => ({ project, parsed: projectManifest(project.project) }));
  const matches = parsed.flatMap(({ project, parsed: result }) => {
    const text = result.ok ? versionInTag(tag, pattern, result.manifest.slug) : null;
    return result.ok && text !== null ? [{ ...project, manifest: result.manifest, text }] : [];
  });
  refuseShared(matches);
  // The slug `a` takes the tag `a-b-v1` for its version `b-v1`, which is none; the slug `a-b` does better.
  const [match] = matches.filter(({ text }) => parseVersion(text) !== null);
  if (match) {
    const version = parseVersion(match.text)!;
    return {
      project: match.project,
      result: match.result,
      manifest: match.manifest,
      version,
      prerelease: isPrerelease(version),
    };
  }
  for (const { project, parsed: result } of parsed) {
    if (result.ok) continue;
    const [problem] = result.problems;
    const more = result.problems.length > 1 ? ` (and ${result.problems.length - 1} more)` : "";
    throw new UserError(
      `${manifestPath(project.project)}:${problem?.line ?? 1}: ${problem?.message ?? "is not valid"}${more}.`,
    );
  }
  const [unlike] = matches;
  if (unlike) {
    throw new UserError(
      `The tag ${tag} has ${unlike.text} for the version, which is not SemVer such as 1.2.0.`,
    );
  }
  const slugs = parsed.flatMap(({ parsed: result }) => (result.ok ? [result.manifest.slug] : []));
  throw new UserError(
    `The tag ${tag} is not of the form ${pattern}${pattern.includes("<slug>") ? ` for any of ${slugs.join(", ")}` : ""}; name it so, or set tag-pattern.`,
  );
}

/** A slug names one listing, so a tag could not say which of the connectors it is for. */
function refuseShared(matches: readonly (CheckedProject & { readonly manifest: Manifest })[]): void {
  for (const [index, { manifest, project }] of matches.entries()) {
    const other = matches.slice(index + 1).find((match) => match.manifest.slug === manifest.slug);
    if (!other) continue;
    throw new UserError(
      `${manifestPath(project)} and ${manifestPath(other.project)} have the same slug ${manifest.slug}: give each connector its own, or let paths name one of them.`,
    );
  }
}
