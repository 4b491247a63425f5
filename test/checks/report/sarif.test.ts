import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { renderSarif } from "../../../checks/report/sarif.ts";
import type { ProjectResult } from "../../../checks/checker.ts";
import { sampleResult, sampleRules } from "./sample.ts";

const schemaFile = new URL("../../fixtures/sarif/sarif-2.1.0-rtm.5.json", import.meta.url);
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(schema);

const source = "{\r\n  title: 'é😀',\r\n  actions: { search: { execute: 1 } }\r\n}\r\n";

function toLog(results: readonly ProjectResult[]): Log {
  return JSON.parse(renderSarif(results, sampleRules)) as Log;
}

const shop = sampleResult({
  source,
  findings: [
    {
      ruleId: "usability/action-title",
      message: "Action `search` has no `title`.",
      at: "search",
      path: "actions.search",
    },
    {
      ruleId: "security/secret",
      message: "A [secret](https://evil.example) `é😀`.",
      at: "'é😀'",
      path: null,
    },
    { ruleId: "structure/syntax", message: "Odd.", at: null },
    {
      ruleId: "usability/field-hint",
      message: "No hint.",
      at: "execute",
      fix: { title: "Add a hint", safety: "safe", edits: [{ span: { start: 1, end: 1 }, text: "# x" }] },
    },
  ],
});

describe("renderSarif", () => {
  test.each([
    ["no connector", []],
    ["no finding", [sampleResult({ source, findings: [] })]],
    ["all kinds of findings", [shop]],
    ["several connectors", [shop, sampleResult({ file: "a b/ü#?.rb", source, findings: [] })]],
  ])("is valid for %s", (_, results) => {
    validate(toLog(results));

    expect(validate.errors).toBeNull();
  });

  test("counts columns in UTF-16 units and says so", () => {
    const [run] = toLog([shop]).runs;

    expect(run!.columnKind).toBe("utf16CodeUnits");
    expect(run!.results![1]!.locations![0]!.physicalLocation!.region).toEqual({
      startLine: 2,
      startColumn: 10,
      endLine: 2,
      endColumn: 15,
    });
  });

  test("names the place in the connector's model", () => {
    const [result] = toLog([shop]).runs[0]!.results!;

    expect(result!.locations![0]!.logicalLocations).toEqual([
      { fullyQualifiedName: "actions.search", kind: "member" },
    ]);
  });

  test("has the help of each rule that found something", () => {
    const { rules } = toLog([shop]).runs[0]!.tool.driver;

    expect(rules!.map((rule) => rule.id)).toEqual([
      "security/secret",
      "structure/syntax",
      "usability/action-title",
      "usability/field-hint",
    ]);
    expect(rules![0]).toMatchObject({
      helpUri: "https://github.com/connector-gate/connector-gate/blob/main/docs/rules/security/secret.md",
      defaultConfiguration: { level: "error" },
      help: { markdown: expect.stringContaining("**How to fix:** Move it to the connection.") },
      properties: { tags: ["security"], precision: "high", "security-severity": "8.0" },
    });
  });

  test("carries fixes as replacements", () => {
    const result = toLog([shop]).runs[0]!.results![3]!;

    expect(result.fixes).toEqual([
      {
        description: { text: "Add a hint" },
        artifactChanges: [
          {
            artifactLocation: { uri: "shop/connector.rb", uriBaseId: "%SRCROOT%" },
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 2, endLine: 1, endColumn: 2 },
                insertedContent: { text: "# x" },
              },
            ],
          },
        ],
      },
    ]);
  });

  test("lets no link of the connector's into a message", () => {
    const result = toLog([shop]).runs[0]!.results![1]!;

    expect(result.message.text).not.toContain("](");
  });

  test("fingerprints stay when lines move, and tell equal findings apart", () => {
    const finding = { ruleId: "usability/action-title", message: "No title.", at: "search" } as const;
    const moved = sampleResult({ source: `# one more line\n${source}`, findings: [finding, finding] });
    const before = toLog([sampleResult({ source, findings: [finding] })]).runs[0]!.results!;
    const after = toLog([moved]).runs[0]!.results!;

    const names = [...before, ...after].map((result) => result.partialFingerprints!["connectorGate/v1"]);
    expect(names[0]).toBe(names[1]);
    expect(names[1]).not.toBe(names[2]);
  });

  test("leaves out the mildest where there are more than code scanning takes", () => {
    const many = (ruleId: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ ruleId, message: `Number ${index}.`, at: "title" }));
    const result = sampleResult({
      source,
      findings: [...many("usability/field-hint", 3000), ...many("security/secret", 3000)],
    });

    const [run] = toLog([result]).runs;

    expect(run!.results).toHaveLength(5000);
    expect(run!.results!.filter(({ level }) => level === "error")).toHaveLength(3000);
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toContain(
      "1,000 findings left out",
    );
  });

  test("says where else to look", () => {
    const result = sampleResult({
      source,
      findings: [
        {
          ruleId: "structure/syntax",
          message: "Twice.",
          at: "search",
          related: [{ span: { start: 5, end: 10 }, message: "The first one." }],
        },
      ],
    });

    const log = toLog([result]);

    validate(log);
    expect(validate.errors).toBeNull();
    expect(log.runs[0]!.results![0]!.relatedLocations).toEqual([
      {
        id: 1,
        message: { text: "The first one." },
        physicalLocation: {
          artifactLocation: { uri: "shop/connector.rb", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
        },
      },
    ]);
  });

  describe("of what waivers set aside", () => {
    const { findings, ...rest } = sampleResult({
      source,
      findings: [
        { ruleId: "usability/field-hint", message: "No hint.", at: "search" },
        { ruleId: "security/secret", message: "A secret.", at: "title" },
      ],
    });
    const waived: ProjectResult = {
      ...rest,
      report: { ...rest.report, findings: [] },
      findings: [],
      waived: [
        { finding: findings[0]!, source: "code", reason: "Is plain" },
        { finding: findings[1]!, source: "configuration", reason: null },
      ],
    };

    test("says nothing to code scanning, which shows it as open", () => {
      expect(toLog([waived]).runs[0]!.results).toEqual([]);
    });

    test("tells the reason elsewhere", () => {
      const log = JSON.parse(renderSarif([waived], sampleRules, { waived: true })) as Log;

      validate(log);
      expect(validate.errors).toBeNull();
      expect(log.runs[0]!.results!.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
        ["usability/field-hint", [{ kind: "inSource", status: "accepted", justification: "Is plain" }]],
        ["security/secret", [{ kind: "external", status: "accepted" }]],
      ]);
    });
  });

  test("stays below ten megabytes, whatever the messages and fixes are", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      ruleId: index < 100 ? "security/secret" : "usability/field-hint",
      message: `${index} ${"é".repeat(990)}`,
      at: "title",
      path: "a.".repeat(5000),
      fix: {
        title: "Change it",
        safety: "safe" as const,
        edits: [{ span: { start: 0, end: 0 }, text: "x".repeat(index % 2 === 0 ? 1000 : 20_000) }],
      },
    }));

    const text = renderSarif([sampleResult({ source, findings: many })], sampleRules);

    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
    const [run] = (JSON.parse(text) as Log).runs;
    expect(run!.results!.filter(({ level }) => level === "error")).toHaveLength(100);
    expect(run!.results!.length).toBeGreaterThan(1000);
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toContain("left out");
  });

  test("encodes odd file names", () => {
    const [run] = toLog([sampleResult({ file: "a b/ü#?.rb", source, findings: [] })]).runs;

    expect(run!.artifacts![0]!.location!.uri).toBe("a%20b/%C3%BC%23%3F.rb");
  });
});
