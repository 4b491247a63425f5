import { describe, expect, test } from "vitest";
import { renderGithub } from "../../../checks/report/github.ts";
import { toReport } from "../../../checks/cli/write-report.ts";
import { sampleResult, sampleRules } from "./sample.ts";

const source = "{\n  title: 'Shop',\n  actions: {\n    search: 1\n  }\n}\n";
const docs = "https://github.com/connector-gate/connector-gate/blob/main/docs/rules";

describe("renderGithub", () => {
  test("writes a command for each finding, the worst first, and a count", () => {
    const result = sampleResult({
      source,
      findings: [
        { ruleId: "usability/field-hint", message: "No hint.", at: "title: 'Shop'" },
        { ruleId: "security/secret", message: "A secret, 100% sure.", at: "actions: {\n    search" },
        { ruleId: "usability/action-title", message: "No title.", at: null },
      ],
    });

    expect(renderGithub(toReport([result]), sampleRules).split("\n")).toEqual([
      `::error file=shop/connector.rb,line=3,endLine=4,title=security/secret::A secret, 100%25 sure.%0AEverybody can read the code.%0AMove it to the connection.%0A${docs}/security/secret.md`,
      `::warning file=shop/connector.rb,line=1,endLine=1,col=1,endColumn=1,title=usability/action-title::No title.%0AThe recipe editor lists actions by title. Without one, users see the raw key.%0AAdd \`title:\` to the action.%0A${docs}/usability/action-title.md`,
      `::notice file=shop/connector.rb,line=2,endLine=2,col=3,endColumn=16,title=usability/field-hint::No hint.%0AA hint tells users what to enter.%0AAdd \`hint:\`.%0A${docs}/usability/field-hint.md`,
      "1 connector: 1 error, 1 warning, 1 notice",
      "",
    ]);
  });

  test("writes no more commands than anybody reads, and counts the rest", () => {
    const findings = Array.from({ length: 150 }, () => ({
      ruleId: "security/secret",
      message: "A secret.",
      at: "title",
    }));

    const lines = renderGithub(toReport([sampleResult({ source, findings })]), sampleRules).split("\n");

    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(100);
    expect(lines).toContain("50 more findings, of which other formats tell");
  });

  test("lets nothing of the connector's become a command", () => {
    const result = sampleResult({
      file: "a,line=1::x\n::error::y/connector.rb",
      source,
      findings: [
        { ruleId: "security/secret", message: "x\n::set-output name=a::b\r##[error]c\u001b[2J", at: "title" },
      ],
    });
    const lines = renderGithub(toReport([result]), sampleRules)
      .trimEnd()
      .split("\n");

    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=a%2Cline=1%3A%3Ax %3A%3Aerror%3A%3Ay\/connector\.rb,line=2,/);
    expect(lines[0]).not.toContain("##[");
    expect(lines[0]).not.toContain("\u001b");
  });
});
