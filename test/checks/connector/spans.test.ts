import { readdirSync, readFileSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";

import type { Connector } from "../../../checks/connector/connector.ts";
import type { DslHash } from "../../../checks/connector/dsl-hash.ts";
import { evaluateProgram, readConnector } from "../../../checks/connector/read-connector.ts";
import { createRubyParser, type RubyParser } from "../../../checks/ruby/parser.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";

let parse: RubyParser;

beforeAll(async () => {
  parse = await createRubyParser(readPrismWasm());
});

const folder = new URL("../../fixtures/model/", import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => name.endsWith(".rb"));

/** The same connector in other bytes. A comment of astral characters and tabs moves everything. */
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["with a byte order mark", (text) => `\ufeff${text}`],
  ["with astral characters and tabs", (text) => `#\t😀 é 日本\n${text.replaceAll("\n  ", "\n\t")}`],
];

describe.each(forms)("%s", (_form, change) => {
  test.each(names)("%s: every span covers the text it names", (name) => {
    const source = createSourceText(
      new TextEncoder().encode(change(readFileSync(`${folder}${name}`, "utf8"))),
    );
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes);
    const syntax = parse(text);
    const connector = syntax && readConnector(name, source, evaluateProgram(syntax.value));

    expect(connector).not.toBeNull();
    expect(wrongSpans(connector!)).toEqual([]);
  });
});

function wrongSpans(connector: Connector): string[] {
  const wrong: string[] = [];
  const { source } = connector;
  const hashes: DslHash[] = [connector.root, connector.connection, ...connector.operations];
  for (const hash of hashes) {
    for (const key of hash.keys) {
      const { span } = hash.get(key)!;
      const written = source.slice(span);
      const around = source.slice({ start: Math.max(0, span.start - 1), end: span.end + 1 });
      if (!isKey(written, key, around)) wrong.push(`${hash.path}.${key}: ${written.slice(0, 40)}`);
    }
  }
  for (const lambda of connector.lambdas) {
    const written = source.slice(lambda.span);
    if (!/^(->|lambda|proc|Proc)[\s\S]*(\}|\bend)$/.test(written))
      wrong.push(`${lambda.path}: ${written.slice(0, 40)}`);
  }
  for (const operation of connector.operations) {
    for (const field of [...operation.inputFields.fields, ...operation.outputFields.fields]) {
      const written = field.node ? source.slice(field.span) : "{}";
      if (!/^(\{[\s\S]*\}|\w+:[\s\S]*)$/.test(written)) wrong.push(`${field.path}: ${written.slice(0, 40)}`);
    }
  }
  return wrong;
}

/** Whether a text is a key as Ruby has it; a computed one is an expression, which does not end inside of a word. */
function isKey(written: string, key: string, around: string): boolean {
  const bare = written.replace(/^:?["']?|["']?:?$/g, "");
  return bare === key || !/^\w\w|\w\w$/.test(cutsOf(written, around));
}

/** The characters at both ends of a text with their neighbours. */
function cutsOf(written: string, around: string): string {
  return `${around.slice(0, 1)}${written.slice(0, 1)} ${written.slice(-1)}${around.slice(-1)}`;
}
