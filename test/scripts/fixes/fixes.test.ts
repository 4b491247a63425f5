import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";

import { rules } from "../../../checks/rules/index.ts";
import { createRubyParser } from "../../../checks/ruby/parser.ts";
import { type Proof, proveFixes, type Prover } from "../../../scripts/fixes/prove.ts";
import { changedElsewhere } from "../../../scripts/fixes/same-syntax.ts";
import { readAnnotations } from "../../support/annotated-source.ts";
import { createTestChecker, prismWasm, projectOf } from "../../support/checker.ts";

let prover: Prover;

beforeAll(async () => {
  prover = { checker: await createTestChecker(), parse: await createRubyParser(prismWasm) };
});

function prove(source: string): readonly Proof[] {
  const project = projectOf(source);
  return proveFixes(prover, project, prover.checker.check(project, { failOn: "never" }));
}

function problemsOf(source: string): readonly string[] {
  return prove(source).flatMap(({ ruleId, problems }) => problems.map((problem) => `${ruleId}: ${problem}`));
}

const examples = rules
  .flatMap(({ id, examples: { bad } }) => bad.map((example) => ({ id, ...example })))
  .filter(({ fixed }) => fixed !== undefined);

test.each(examples.map(({ id, name, source }) => [id, name, source] as const))(
  "the fixes of %s for %s do what they are for, and nothing else",
  (id, _name, annotated) => {
    const { source } = readAnnotations(annotated);

    const proofs = prove(source);

    expect(proofs.map(({ ruleId }) => ruleId)).toContain(id);
    expect(proofs.filter(({ problems }) => problems.length > 0)).toEqual([]);
  },
);

test.each(["helpdesk", "helpdesk-fixed"])("so do all fixes of the example %s", (name) => {
  const file = new URL(`../../../examples/${name}/connector.rb`, import.meta.url);

  expect(problemsOf(readFileSync(file, "utf8"))).toEqual([]);
});

test.each([
  ["line breaks of Windows", (source: string) => source.replaceAll("\n", "\r\n")],
  ["a byte order mark", (source: string) => `\ufeff${source}`],
  [
    "characters outside of the BMP",
    (source: string) => source.replaceAll("'", "'\u{1F600}").replaceAll("'\u{1F600}'", "''"),
  ],
  ["tabs", (source: string) => source.replaceAll("  ", "\t")],
])("fixes are made in files with %s", (_name, change) => {
  const source = change(`{
  title: "Acme",
  connection: {
    fields: [
      { name: "api_key", hint: "Under <a href='https://acme.com'>keys</a>" },
      {
        name: "secret_key",
        hint: "Under keys"
      }
    ],
    authorization: {
      type: "oauth2",
      client_id: "a"
    }
  },
  actions: {
    search_leads: {
      title: "Search leads in batch",
      input_fields: lambda do
        [
          {
            name: "at",
            type: "timestamp",
            control_typ: "date_time"
          },
          { name: "kind", control_type: "select", pick_list: "kinds" },
          { name: "rows", type: "array", properties: [{ name: "vip", type: "boolean" }] }
        ]
      end
    }
  }
}
`);

  const proofs = prove(source);

  expect(proofs.length).toBeGreaterThan(5);
  expect(proofs.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

test.each([
  [
    "a toggle that would let anything into a path",
    "usability/toggle-for-select",
    `{ actions: { get: {
      input_fields: lambda { [{ name: 'kind', control_type: 'select', pick_list: [%w[A a]], optional: false }] },
      execute: lambda { |_c, input| get("/kinds/#{input['kind']}") } } } }`,
  ],
  [
    "a control that does not fit its type",
    "structure/unknown-key",
    "{ actions: { get: { input_fields: lambda { [{ name: 'at', type: 'date_time', ontrol_type: 'date' }] } } } }",
  ],
  [
    "a list that users would choose from without a toggle",
    "structure/unknown-control-type",
    "{ actions: { get: { input_fields: lambda { [{ name: 'at', control_type: 'dropdown' }] } } } }",
  ],
  [
    "a pick list that nothing else uses",
    "structure/connection-pick-list",
    `{ connection: { fields: [{ name: 'env', control_type: 'select', pick_list: 'envs' }] },
       pick_lists: { envs: lambda { [%w[Production prod]] } } }`,
  ],
])("no fix uncovers %s", (_name, id, source) => {
  const { findings } = prover.checker.check(projectOf(source), { failOn: "never" });

  expect(findings.filter(({ ruleId }) => ruleId === id).map(({ fix }) => fix)).toEqual([null]);
});

test("a type of authorization that gets its documented name uncovers nothing about the test", () => {
  const source = `{ connection: { authorization: { type: 'custom', apply: lambda { |c| headers(a: c['a']) } } },
    test: lambda { |_connection| true } }`;

  expect(problemsOf(source)).toEqual([]);
});

describe("the comparison of syntax", () => {
  test.each([
    ["a text that is replaced", "{ a: 'x', b: 1 }", { start: 6, end: 7 }, "longer", true],
    ["an entry that is added", "{ a: 'x' }", { start: 8, end: 8 }, ", b: 1", true],
    ["an entry that is removed", "{ a: 'x', b: 1 }", { start: 2, end: 10 }, "", true],
    ["a line that is added before", "{ a: 'x' }", { start: 0, end: 0 }, "# x\n", true],
    ["a quote that swallows what follows", "{ a: 'x', b: 'y' }", { start: 8, end: 8 }, "+ 'z", false],
    ["a comment that swallows what follows", "[1,\n2,\n3]", { start: 3, end: 3 }, " # 4,\n", true],
    ["an operator that binds what follows", "[1, 2 + 3]", { start: 5, end: 5 }, ".to_s", false],
    ["a modifier put behind a statement", "a = 1\nb = 2\n", { start: 5, end: 5 }, " if c", false],
  ])("takes %s for what it is", (_name, source, span, text, isSame) => {
    const after = source.slice(0, span.start) + text + source.slice(span.end);

    const changed = changedElsewhere(prover.parse(source)!.value, prover.parse(after)!.value, [
      { span, text },
    ]);

    expect(changed.length === 0).toBe(isSame);
  });
});
