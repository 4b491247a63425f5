import type { Place } from "../../connector/dsl-hash.ts";
import { compareVersions, parseVersion, type Version } from "../../listing/version.ts";
import { defineRule } from "../../engine/rule.ts";
import { byteLength } from "../../text/bytes.ts";
import { listing, shop } from "./listing-examples.ts";
import { place, projectPath, readListing, sharing, textOf } from "./listing-file.ts";

const heading =
  /^(?<level>#{1,4})[ \t]+(?:(?:version|release)[ \t]+)?\[?v?(?<hashed>\d+\.\d[\w.+-]*)|^v?(?<underlined>\d+\.\d[\w.+-]*)[^\n]*\n[=-]{3,}/gim;

/** Entries may be headed by the day of the release. */
const date = /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\.\d{1,2}\.\d{1,2})$/;

/** More are not looked at. */
const maxHeadings = 500;

export const version = defineRule({
  id: "listing/version",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Numbers its versions as SemVer does, the newest first.",
    why: "A release is listed only when its version is newer than the one before, and users read the changelog from the top.",
    remedy: "Head each entry with a version such as `1.2.0`, once, and put the newest entry first.",
    sources: [sharing, "https://semver.org/spec/v2.0.0.html"],
  },
  messages: {
    notSemVer: (text: string) =>
      `The heading \`${text}\` is no version as SemVer defines it, such as \`1.2.0\`.`,
    order: (upper: string, lower: string) =>
      `The entry of \`${upper}\` comes before that of \`${lower}\`, which is the newer one.`,
    repeated: (text: string) => `There are two entries for \`${text}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a version of two numbers",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "# Changelog\n\n## v1.0 - first\n" },
        reports: ["notSemVer"],
      },
      {
        name: "a release of two numbers",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "# Changelog\n\n## Release 1.0\n" },
        reports: ["notSemVer"],
      },
      {
        name: "the newest at the end",
        source: shop,
        files: {
          "listing.yml": listing(),
          "CHANGELOG.md": "## 1.0.0\n\n- First.\n\n## 1.1.0\n\n- More.\n",
        },
        reports: ["order"],
      },
      {
        name: "an entry that was copied",
        source: shop,
        files: {
          "listing.yml": listing(),
          "CHANGELOG.md": "## [1.1.0]\n\n- More.\n\n## [1.1.0]\n\n- First.\n",
        },
        reports: ["repeated"],
      },
    ],
    good: [
      {
        name: "the newest first",
        source: shop,
        files: {
          "listing.yml": listing(),
          "CHANGELOG.md": "## Unreleased\n\n## 1.10.0\n\n- More.\n\n## 1.9.0-rc.1\n\n- First.\n",
        },
      },
      {
        name: "days of releases, and a full stop",
        source: shop,
        files: {
          "listing.yml": listing(),
          "CHANGELOG.md": "## 05.01.2026\n\n- More.\n\n## 1.0.0.\n\n- First.\n",
        },
      },
      {
        name: "numbers of other things",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "## 1.0.0\n\n### 2.5 times as fast\n" },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const manifest = readListing(project)?.manifest;
      if (!manifest) return;
      const name = manifest.changelog.replace(".", String.raw`\.`);
      const found = textOf(files, new RegExp(`^${name}$`, "i"));
      if (typeof found?.text !== "string") return;
      const options = { file: projectPath(project, found.name) };
      const seen: Version[] = [];
      for (const { text, at } of headingsOf(found.text)) {
        const parsed = parseVersion(text);
        if (!parsed && date.test(text)) continue;
        if (!parsed) {
          context.report("notSemVer", at, [text], options);
          continue;
        }
        const before = seen.at(-1);
        seen.push(parsed);
        if (!before) continue;
        const order = compareVersions(before, parsed);
        if (order === 0) context.report("repeated", at, [text], options);
        else if (order < 0) context.report("order", at, [before.text, text], options);
      }
    },
  }),
});

interface Heading {
  readonly text: string;
  readonly at: Place;
}

/** The headings that begin with a version, of the level of the first of them. */
function headingsOf(changelog: string): readonly Heading[] {
  const found: Heading[] = [];
  let level: string | undefined;
  for (const match of changelog.matchAll(heading)) {
    const own = match.groups?.["level"] ?? "";
    level ??= own;
    const text = (match.groups?.["hashed"] ?? match.groups?.["underlined"] ?? "").replace(/[.+-]{1,3}$/, "");
    if (own !== level || found.length >= maxHeadings) continue;
    const before = changelog.slice(0, match.index + match[0].indexOf(text));
    const start = byteLength(before);
    found.push({ text, at: place({ start, end: start + text.length }) });
  }
  return found;
}
