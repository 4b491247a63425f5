import { describe, expect, test } from "vitest";

import { parseMarker, formatMarker } from "../../../checks/listing/marker.ts";
import {
  formatRecord,
  parseRecord,
  reportText,
  type SubmissionRecord,
} from "../../../checks/listing/submission-record.ts";
import { submissionText, submissionTitle, updateText } from "../../../checks/listing/submission-text.ts";
import type { ProjectReport } from "../../../checks/report/report.ts";
import { sampleRecord } from "../../action/submission/submissions.ts";

const report: ProjectReport = {
  path: ".",
  file: "connector.rb",
  title: "Helpdesk",
  sha256: "0".repeat(64),
  lines: 10,
  verdict: "pass",
  counts: { error: 0, warning: 1, notice: 0 },
  waivers: [],
  findings: [
    {
      ruleId: "usability/field-hint",
      family: "usability",
      severity: "warning",
      message: "The field `a|b @ann` has no hint.",
      file: "a #1.rb",
      start: { line: 3, column: 1 },
      end: { line: 3, column: 2 },
      path: null,
      fixable: false,
      url: "https://example.com/rule",
    },
  ],
};

const serverUrl = "https://github.com";
const textOf = (record: SubmissionRecord, listed: SubmissionRecord | null = null) =>
  submissionText({ record, listed, report, serverUrl });

const hostile =
  "<img src=x onerror=1> @ann #1 [a](javascript:1) | `x` ::error::b https://evil.example www.evil.example";

function hostileRecord(): SubmissionRecord {
  const record = sampleRecord();
  const { manifest } = record;
  return {
    ...record,
    description: "```\n@ann\n</details><script>",
    manifest: {
      ...manifest,
      name: hostile,
      summary: hostile,
      categories: [hostile],
      contact_for_review: hostile,
      connection: { plan: hostile, role: hostile, scopes: [hostile] },
      use_cases: [{ title: hostile, description: hostile, actions: ["create_ticket"] }],
      testing: {
        recipes: [{ name: hostile, url: "https://app.workato.com/recipes/1", use_case: hostile }],
        testers: [{ company: hostile, relation: "partner", recipes: 1, jobs: 1 }],
      },
    },
    capabilities: {
      connection: { authorization: hostile, fields: 1 },
      actions: { [hostile]: { title: hostile, description: hostile, inputFields: 1, outputFields: null } },
      triggers: null,
    },
  };
}

describe("the text of a submission", () => {
  test("tells a reviewer what it is, who it is from, and where to look", () => {
    const text = textOf(sampleRecord());

    expect(text).toContain("| Version | 1.0.0, a first version |");
    expect(text).toContain("(<https://github.com/acme/helpdesk/tree/v1.0.0>)");
    expect(text).toContain("(<https://github.com/acme/helpdesk/releases/tag/v1.0.0>)");
    expect(text).toContain("| Kind | Key | Title | Description | Fields in | Fields out |\n");
    expect(text).toContain("| action | `create_ticket` | Create ticket |  | 3 | 4 |\n");
    expect(text).toContain("| trigger, polling | `new_ticket` | New ticket |  | 1 | 4 |\n");
    expect(text).toContain("Connection: `oauth2`, 2 fields.");
    expect(text).toContain("0 errors, 1 warning, 0 notices, by the rules of version 0.1.0.");
    expect(text).toContain(`/acme/helpdesk/blob/${sampleRecord().release.commit}/a%20%231.rb#L3>)`);
  });

  test("shows what changed since the listed version", () => {
    const now = sampleRecord("1.1.0");
    const actions = {
      create_ticket: { title: "Open ticket", description: null, inputFields: 3, outputFields: null },
      close_ticket: { title: "Close ticket", description: null, inputFields: 1, outputFields: 1 },
    };

    const text = textOf(
      { ...now, capabilities: { ...now.capabilities, actions, triggers: {} } },
      sampleRecord(),
    );

    expect(text).toContain(
      "after 1.0.0 ([what changed](<https://github.com/acme/helpdesk/compare/v1.0.0...v1.1.0>))",
    );
    expect(text).toContain("| action | `create_ticket` | Open ticket |  | 3 | dynamic | changed |");
    expect(text).toContain("| action | `close_ticket` | Close ticket |  | 1 | 1 | **new** |");
    expect(text).toContain("| trigger | `new_ticket` |  |  |  |  | **removed** |");
  });

  test("lets nothing of the author's be anything but text", () => {
    const text = textOf(hostileRecord());
    const outsideFences = text
      .replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, "")
      .replace(/(`+)[^`\n]+?\1/g, "")
      .replace(/<code>.*?<\/code>/g, "");

    expect(outsideFences).not.toMatch(/<(?:img|script)/i);
    expect(outsideFences).not.toMatch(/@ann/);
    expect(outsideFences).not.toMatch(/(?<!&)#1\b/);
    expect(outsideFences).not.toMatch(/\]\(javascript/);
    expect(outsideFences).not.toMatch(/https:\/\/evil/);
    expect(outsideFences).not.toMatch(/www\.evil/);
  });

  test("lists every waiver with its reason", () => {
    const waiver = {
      ruleId: "usability/field-hint",
      source: "code",
      file: "connector.rb",
      line: 9,
      reason: "@ann said so",
      until: null,
      state: "used",
      count: 2,
    } as const;

    const text = submissionText({
      record: sampleRecord(),
      listed: null,
      report: { ...report, waivers: [waiver] },
      serverUrl,
    });

    expect(text).toMatch(
      /\| `usability\/field-hint` \| \[connector\.rb.*\| @&#8203;ann said so \| 2 findings \|/,
    );
  });

  test("stays below GitHub's limit", () => {
    const record = sampleRecord();
    const actions = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `a${index}`,
        { title: "t".repeat(200), description: "d".repeat(500), inputFields: 1, outputFields: 1 },
      ]),
    );

    const text = textOf({
      ...record,
      description: "x".repeat(10_000),
      capabilities: { ...record.capabilities, actions },
    });

    expect(text.length).toBeLessThan(65_000);
  });
});

test("the title has the name where it is plain, and the slug where it is not", () => {
  expect(submissionTitle(sampleRecord())).toBe("Helpdesk 1.0.0 (helpdesk)");
  expect(submissionTitle(hostileRecord())).toBe("helpdesk 1.0.0");
});

test("an update says what it brings", () => {
  const before = sampleRecord();
  const now = sampleRecord("1.1.0");
  const text = updateText(before, { ...now, capabilities: { ...now.capabilities, triggers: {} } }, serverUrl);

  expect(text).toContain("This submission is now version 1.1.0; it was 1.0.0");
  expect(text).toContain("- Removed triggers: `new_ticket`");
  expect(text).toContain("- Findings: 0 errors (0 before), 1 warning (1), 2 notices (2).");
});

describe("a record", () => {
  test("reads back as it was written, with sorted keys", () => {
    const record = sampleRecord();
    const text = formatRecord(record);

    expect(parseRecord(text)).toEqual(record);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(record).sort());
    expect(formatRecord(parseRecord(text)!)).toBe(text);
  });

  test.each([
    ["no JSON", () => "{"],
    ["another schema", () => formatRecord({ ...sampleRecord(), schemaVersion: 2 as 1 })],
    ["an unknown key", () => formatRecord({ ...sampleRecord(), extra: 1 } as SubmissionRecord)],
    [
      "a path that leads out",
      () => formatRecord({ ...sampleRecord(), release: { ...sampleRecord().release, path: "../x" } }),
    ],
    ["a version that is none", () => formatRecord(sampleRecord("1.0"))],
    ["a slug that is a path", () => formatRecord({ ...sampleRecord(), slug: "a/b" })],
  ])("that is %s is none", (_, make) => {
    expect(parseRecord(make())).toBeNull();
  });

  test("has the digest of the report without its verdict", () => {
    expect(reportText({ ...report, verdict: "fail" })).toBe(reportText(report));
    expect(reportText({ ...report, lines: 11 })).not.toBe(reportText(report));
  });
});

test("a marker reads back, and an edited one is none", () => {
  const marker = { slug: "a", version: "1.0.0--x", record: "r", commit: "c" };

  expect(parseMarker(`Hello\n${formatMarker(marker)}\nBye`)).toEqual(marker);
  expect(parseMarker("<!-- connector-gate:submission {x} -->")).toBeNull();
  expect(parseMarker("<!-- connector-gate:submission {}")).toBeNull();
});
