import { markdownCode, shorten } from "../../checks/report/escape.ts";

/** One value in which two records differ. */
export interface Difference {
  /** Such as `capabilities.actions.create_ticket.title`. */
  readonly path: string;
  /** As short JSON; null where there is no such value. */
  readonly claimed: string | null;
  readonly found: string | null;
}

const maxDifferences = 200;
const longestValue = 60;
const longestPath = 120;

/** Where what a record claims differs from what was found, in the order of the keys. */
export function differencesOf(claimed: unknown, found: unknown): readonly Difference[] {
  const differences: Difference[] = [];

  function compare(a: unknown, b: unknown, path: string): void {
    if (differences.length >= maxDifferences) return;
    if (isObject(a) && isObject(b)) {
      for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
        compare(own(a, key), own(b, key), path === "" ? key : `${path}.${key}`);
      }
      return;
    }
    const [left, right] = [toJson(a), toJson(b)];
    if (left !== right) differences.push({ path, claimed: left, found: right });
  }

  compare(claimed, found, "");
  return differences;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** What a part of the record is about, for people. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/^slug$/, "the slug"],
  [/^previousVersion$/, "the version listed before"],
  [/^manifest\b/, "`listing.yml`"],
  [/^description$/, "the description"],
  [/^logo\b/, "the logo"],
  [/^release\.sha256$/, "the digest of the connector"],
  [/^release\.(?:path|file)$/, "the connector's place in the repository"],
  [/^release\b/, "the release"],
  [/^capabilities\.connection\b/, "the connection"],
  [/^capabilities\.actions\b/, "the actions"],
  [/^capabilities\.triggers\b/, "the triggers"],
  [/^report\.sha256$/, "the digest of the report"],
  [/^report\.counts\b/, "the number of findings"],
  [/^report\b/, "the report"],
];

/** A difference as a sentence in Markdown, without its full stop. */
export function describeDifference({ path, claimed, found }: Difference): string {
  const subject = subjects.find(([pattern]) => pattern.test(path))?.[1] ?? "the record";
  const place = markdownCode(shorten(path, longestPath));
  const [said, is] = [claimed, found].map((value) =>
    value === null ? "nothing" : markdownCode(shorten(value, longestValue)),
  );
  return `${subject}: ${place} says ${said}, and at the tagged commit it is ${is}`;
}
