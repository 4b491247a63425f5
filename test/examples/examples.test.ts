import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import type { Checker } from "../../checks/checker.ts";
import { readProject } from "../../checks/cli/read-project.ts";
import { families } from "../../checks/engine/finding.ts";
import { parseManifest } from "../../checks/listing/parse-manifest.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import type { ProjectReport } from "../../checks/report/report.ts";
import { createTestChecker } from "../support/checker.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

function exampleProject(name: string): ConnectorProject {
  const read = readProject(examples, `${name}/connector.rb`, true);
  if (!read.ok) throw new Error(read.problem);
  return read.project;
}

let checker: Checker;

beforeAll(async () => {
  checker = await createTestChecker();
});

function check(name: string): ProjectReport {
  return checker.check(exampleProject(name), { failOn: "error" }).report;
}

describe("helpdesk-fixed", () => {
  test("has no finding of any rule", () => {
    const { findings, verdict } = check("helpdesk-fixed");

    expect(
      findings.map(({ ruleId, file, start, message }) => `${file}:${start.line} ${ruleId}: ${message}`),
    ).toEqual([]);
    expect(verdict).toBe("pass");
  });

  test("is listed with every operation in a use case", () => {
    const { files, file, source } = exampleProject("helpdesk-fixed");
    const parsed = parseManifest(files!.get("listing.yml")!.bytes!);
    const inspection = checker.inspect(file, source)!;
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const useCases = parsed.manifest.use_cases ?? [];

    expect(new Set(useCases.flatMap(({ actions = [] }) => actions))).toEqual(
      new Set(Object.keys(inspection.actions!)),
    );
    expect(new Set(useCases.flatMap(({ triggers = [] }) => triggers))).toEqual(
      new Set(Object.keys(inspection.triggers!)),
    );
  });
});

describe("helpdesk", () => {
  test("has findings of every family, and fails", () => {
    const { findings, verdict } = check("helpdesk");

    expect(new Set(findings.map(({ family }) => family))).toEqual(new Set(families));
    expect(verdict).toBe("fail");
  });

  test("has about a dozen of them", () => {
    const { findings } = check("helpdesk");

    expect(findings.length).toBeGreaterThanOrEqual(10);
    expect(findings.length).toBeLessThanOrEqual(20);
  });
});

test.each(["helpdesk", "helpdesk-fixed"])("editors find the schemas of the files in %s", (name) => {
  for (const [file, schema] of [
    ["listing.yml", "listing"],
    [".github/connector-gate.yml", "config"],
  ]) {
    const [first] = readFileSync(`${examples}/${name}/${file}`, "utf8").split("\n");
    expect(first).toMatch(
      new RegExp(`^# yaml-language-server: \\$schema=\\S+/docs/schemas/${schema}\\.json$`),
    );
  }
});
