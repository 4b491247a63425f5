/** A version as SemVer 2.0.0 defines it: https://semver.org */
export interface Version {
  readonly text: string;
  readonly core: readonly [bigint, bigint, bigint];
  /** The identifiers after the dash; empty for a release. */
  readonly prerelease: readonly string[];
}

const number = String.raw`(0|[1-9]\d{0,15})`;
const identifier = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const pattern = new RegExp(
  String.raw`^${number}\.${number}\.${number}(?:-(${identifier}(?:\.${identifier})*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$`,
);
const maxLength = 100;

export function parseVersion(text: string): Version | null {
  const match = text.length > maxLength ? null : pattern.exec(text);
  if (!match) return null;
  const [, major, minor, patch, prerelease] = match;
  return {
    text,
    core: [BigInt(major!), BigInt(minor!), BigInt(patch!)],
    prerelease: prerelease === undefined ? [] : prerelease.split("."),
  };
}

export function isPrerelease(version: Version): boolean {
  return version.prerelease.length > 0;
}

/** SemVer's precedence: negative where `a` comes before `b`. Build metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, part] of a.core.entries()) {
    const other = b.core[index]!;
    if (part !== other) return part < other ? -1 : 1;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0)
    return b.prerelease.length - a.prerelease.length;
  for (const [index, part] of a.prerelease.entries()) {
    const other = b.prerelease[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(part, other);
    if (order !== 0) return order;
  }
  return a.prerelease.length - b.prerelease.length;
}

function compareIdentifiers(a: string, b: string): number {
  const [numericA, numericB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (numericA !== numericB) return numericA ? -1 : 1;
  if (numericA && a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
