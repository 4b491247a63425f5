import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parsePrism } from "@ruby/prism/src/parsePrism.js";
import type { ParseResult } from "@ruby/prism/src/deserialize.js";
import { beforeAll, describe, expect, test } from "vitest";

import { childrenOf, type Node } from "../../../checks/ruby/nodes.ts";
import {
  createRubyParser,
  instantiatePrism,
  type Prism,
  type RubyParser,
} from "../../../checks/ruby/parser.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { adaptDeserializer, fieldsIn, skippedPlaces } from "../../../scripts/prism/adapt-deserializer.ts";

const wasm = readPrismWasm();
const root = new URL("../../../", import.meta.url);

let prism: Prism;
let parse: RubyParser;

beforeAll(async () => {
  prism = instantiatePrism(readFileSync(new URL(import.meta.resolve("@ruby/prism/src/prism.wasm"))))();
  parse = await createRubyParser(wasm);
});

test("what reads the parser's result is made from the package that is installed", () => {
  const read = (name: string) =>
    readFileSync(new URL(import.meta.resolve(`@ruby/prism/src/${name}`)), "utf8");
  const adapted = readFileSync(new URL("checks/ruby/generated/deserialize.ts", root), "utf8");

  expect(adapted, "run `npm run prism`").toBe(
    adaptDeserializer(read("deserialize.js"), fieldsIn(read("nodes.js"))),
  );
});

describe("a text that needs more of the stack than there is", () => {
  const sample = readFileSync(new URL("examples/helpdesk/connector.rb", root), "utf8");

  test.each([
    ["in a call", `f(a: { ${"\\n".repeat(102)}'x' => 1 })`],
    ["after a value", `x = ${"\\n".repeat(101)}`],
  ])("is not read, and does no harm to the next one: backslashes %s", async (_name, text) => {
    const parser = await createRubyParser(wasm);
    const expected = parser(sample);

    // Without a guard it is read, into the end of the stack; a few more run over the data, and some never end.
    expect(parser(text)).toBeNull();
    expect(parser(sample)).toEqual(expected);
  });
});

describe("the parser gives what the package gives", () => {
  const files = globSync("{examples,test/fixtures}/**/*.rb", { cwd: fileURLToPath(root) });

  test.each(files)("%s", (file) => {
    const bytes = readFileSync(new URL(file, root));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

    expect(parse(text)).toEqual(withoutSkipped(parsePrism(prism, text)));
  });

  test.each([
    ["names and texts beyond ASCII", "é = { 'ü' => :\"😀\", plain: 'plain' }"],
    ["escapes", String.raw`["\u{1F600}", "\xff", "\n", :"a\tb", %w[a\ b c], "a" "b"]`],
    ["a byte order mark", "\uFEFF{ a: 'é' }"],
    ["numbers", "[1, -1, 1.5, 0x80000000, 12345678901234567890, 1r, 2i]"],
    ["an encoding of one byte", "# encoding: iso-8859-1\n['a', 'é']"],
    ["another name of ASCII", "# encoding: us-ascii\n['a']"],
    ["binary", "# encoding: ascii-8bit\n['a', \"\\xff\"]"],
    ["long lists and texts", `[${"'a', ".repeat(300)}'${"b".repeat(40_000)}']`],
    ["errors and warnings", "{ a: [1, 2 }\nif x = 1 then end\n__END__\nrest"],
    ["an encoding that is not known", "# encoding: nonsense\n'x'"],
    ["nothing", ""],
  ])("%s", (_what, text) => {
    expect(parse(new TextEncoder().encode(text))).toEqual(withoutSkipped(parsePrism(prism, text)));
  });
});

/** What the package gives, without the places that our reader skips. */
function withoutSkipped(result: ParseResult): ParseResult {
  const open: Node[] = [result.value];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const field of skippedPlaces[node.constructor.name] ?? []) Object.assign(node, { [field]: null });
    open.push(...childrenOf(node));
  }
  return result;
}

/** Where a place of such a name is asked of a node of another class. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "checks/rules/guidelines/object-definition-arguments.ts": ["openingLoc"],
  "checks/rules/structure/ruby-27-syntax.ts": ["openingLoc", "equalLoc"],
};

test("nothing asks for the places that our reader skips", () => {
  const names = new Set(Object.values(skippedPlaces).flat());
  const files = globSync("checks/**/*.ts", {
    cwd: fileURLToPath(root),
    exclude: ["checks/ruby/generated/**"],
  });
  const mentioned = files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8");
    const found = [...names].filter((name) => text.includes(name));
    return found.length > 0 ? [[file, found] as const] : [];
  });

  expect(Object.fromEntries(mentioned)).toEqual(asked);
});
