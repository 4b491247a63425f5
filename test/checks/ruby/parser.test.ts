import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parsePrism } from "@ruby/prism/src/parsePrism.js";
import { beforeAll, describe, expect, test } from "vitest";

import { childrenOf, type Node, spanOf } from "../../../checks/ruby/nodes.ts";
import {
  createRubyParser,
  instantiatePrism,
  parserBytes,
  type ParseResult,
  type Prism,
  type RubyParser,
} from "../../../checks/ruby/parser.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { askedOf } from "../../../scripts/prism/asked.ts";
import { readErrorTypes, readNodeClasses } from "../../../scripts/prism/read-package.ts";
import { isKept, writeNodes } from "../../../scripts/prism/write-nodes.ts";
import { writeReader } from "../../../scripts/prism/write-reader.ts";

const wasm = readPrismWasm();
const root = new URL("../../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@ruby/prism/src/${name}`)), "utf8");
const classes = readNodeClasses(read("deserialize.js"), read("nodes.js"));

const instantiatePackage = instantiatePrism(
  readFileSync(new URL(import.meta.resolve("@ruby/prism/src/prism.wasm"))),
);

let parsePackage: (text: string) => PackageResult;
let parse: RubyParser;

beforeAll(async () => {
  const prism = instantiatePackage();
  parsePackage = (text) => parsePrism(prism, text);
  parse = await createRubyParser(wasm);
});

test("what reads the parser's nodes is made from the package that is installed", () => {
  const generated = (name: string) => readFileSync(new URL(`checks/ruby/generated/${name}`, root), "utf8");

  expect(generated("nodes.ts"), "run `npm run prism`").toBe(writeNodes(classes));
  expect(generated("read-node.ts"), "run `npm run prism`").toBe(
    writeReader(classes, readErrorTypes(read("deserialize.js"))),
  );
});

test("the parser's state fits where it is put", () => {
  const prism = instantiatePackage() as Prism & { malloc(size: number): number };
  const [source, state] = [prism.malloc(100), prism.malloc(10 * parserBytes)];
  const memory = () => new Uint8Array(prism.memory.buffer);
  memory().fill(0xaa, state, state + 10 * parserBytes);
  memory().fill(0x20, source, source + 100);

  prism.pm_parser_init(state, source, 100, 0);
  prism.pm_parse(state);

  const used = memory().slice(state, state + 10 * parserBytes);
  expect(used.findLastIndex((byte) => byte !== 0xaa)).toBeLessThan(parserBytes);
  expect(used[0]).not.toBe(0xaa);
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

test("a text that takes too much memory is not read, and does no harm to the next one", async () => {
  const parser = await createRubyParser(wasm);
  const sample = "{ title: 'Acme' }";
  const expected = parser(sample);

  expect(parser(") ".repeat(5_000_000))).toBeNull();
  expect(parser(sample)).toEqual(expected);
});

describe("the parser gives what the package gives", () => {
  const files = globSync("{examples,test/fixtures}/**/*.rb", { cwd: fileURLToPath(root) });

  test.each(files)("%s", (file) => {
    const bytes = readFileSync(new URL(file, root));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

    expect(allOf(parse(text))).toEqual(allOfPackage(parsePackage(text)));
  });

  test.each([
    ["names and texts beyond ASCII", "é = { 'ü' => :\"😀\", plain: 'plain' }"],
    ["escapes", String.raw`["\u{1F600}", "\xff", "\n", :"a\tb", %w[a\ b c], "a" "b"]`],
    ["a byte order mark", "\uFEFF{ a: 'é' }"],
    ["numbers", "[1, -1, 1.5, -2.5e10, 0x7fffffff, 1r, 2i, 1.5r]"],
    ["an encoding of one byte", "# encoding: iso-8859-1\n['a', 'é']"],
    ["another name of ASCII", "# encoding: us-ascii\n['a']"],
    ["binary", "# encoding: ascii-8bit\n['a', \"\\xff\"]"],
    ["long lists and texts", `[${"'a', ".repeat(300)}'${"b".repeat(40_000)}']`],
    ["errors and warnings", "{ a: [1, 2 }\nif x = 1 then end\n__END__\nrest"],
    ["an encoding that is not known", "# encoding: nonsense\n'x'"],
    ["nothing", ""],
    [
      "names that the parser makes",
      "->(*, **, &) { f(*, **, &) }; [1].map { _1 }; [1].map { it }; def a(...) = b(...)",
    ],
    ["constants that are shared", "# shareable_constant_value: literal\nA = [1]\n"],
    ["comments", "# one\nx # two\n=begin\nthree\n=end\n# frozen_string_literal: true\n"],
    [
      "all kinds of statements",
      `
        alias $new $old
        alias new old
        BEGIN { a }
        END { b }
        class A < B
          @@a ||= 1; @@a &&= 2; @@a += 3; @@a = 4; @@a, b = 5; @@a
          @b ||= 1; @b &&= 2; @b += 3; @b = 4; @b
          $c ||= 1; $c &&= 2; $c += 3
          D ||= 1; D &&= 2; D += 3; D = 4; D, b = 5
          D::E ||= 1; D::E &&= 2; D::E += 3; D::E = 4
          f.g ||= 1; f.g &&= 2; f.g += 3; f[0] &&= 1
        end
        class << self; undef a, b; end
        module M; include N; end
        def m(a, b = 1, *c, d, e:, f: 2, **g, &h) rescue nil end
        begin; x; rescue A, B => e; retry; else; y; ensure; z; end while true
        until a do break 1, 2; next; redo; end
        for a, (b, *c), d.e, f[1], @g, $h, A::B in xs do yield a; super; super(1); end
        case x when 1, *ys then 1 else 2 end
        case x
        in [Integer => a, *, 1..2] | { k: nil, **rest } | ^y | ^(z) | [*, 1, *] if a then 1
        in { a:, **nil } unless b then 2
        end
        x => { a: }
        x in [1]
        unless a then b else c end
        a ? b : c
        a and b or not c
        x&.y ||= 1; x[1] += 2; x.y &&= 3; a, *b, c.d = *e
        $1; $~; $&; $x = $y; __FILE__; __LINE__; __ENCODING__; defined?(x)
        /a#{b}c/imx =~ x; if /a/ then 1 end; if /#{a}/ then 1 end; /(?<n>.)/ =~ x
        \`ls #{x}\`; \`ls\`; :"a#{b}"; "#@a #$b"; ?a; %i[a b]
        a..; ..b; if (a == 1)..(b == 2) then 1 end
        lambda { |a, (b, c), d = 1; e| return a }
        ->(a) do a end
        f(&:a); f(a => 1, **b); { a:, "b": 1, **c }
        <<~X
          a #{b}
            c
        X
      `,
    ],
  ])("%s", (_what, text) => {
    expect(allOf(parse(new TextEncoder().encode(text)))).toEqual(allOfPackage(parsePackage(text)));
  });

  test("for nodes of all classes", () => {
    expect(classes.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });
});

// The package's own numbers and texts are wrong here.
test.each([
  ["-0", 0],
  ["2147483648", 2_147_483_648],
  ["-4294967295", -4_294_967_295],
  ["12345678901234567890", Number("12345678901234567890")],
])("the integer %s is read", (text, expected) => {
  expect(parse(text)!.value.statements.body[0]).toMatchObject({ value: expected });
});

test("flags of regular expressions are no encoding", () => {
  expect(parse("/é/x")!.value.statements.body[0]).toMatchObject({ unescaped: "é", validEncoding: true });
});

/** What is compared of the package's result, whose declarations say less. */
interface PackageResult {
  readonly value: PackageNode;
  readonly comments: readonly { readonly location: Location }[];
  readonly errors: readonly {
    readonly type: string;
    readonly message: string;
    readonly location: Location;
  }[];
}

interface PackageNode {
  readonly location: Location;
  childNodes(): readonly (PackageNode | null)[];
}

interface Location {
  readonly startOffset: number;
  readonly length: number;
}

const seen = new Set<string>();

/** All that is kept of a result. */
function allOf(result: ParseResult | null): unknown {
  return result && { ...result, value: facts(result.value) };
}

/** The same of the package's result. */
function allOfPackage({ value, comments, errors }: PackageResult): unknown {
  return {
    value: factsOfPackage(value),
    comments: comments.map(({ location }) => toSpan(location)),
    errors: errors.map(({ type, message, location }) => ({ type, message, span: toSpan(location) })),
  };
}

/** All that is kept of a node and of those in it, in order. */
function facts(node: Node): unknown[] {
  const known = classes.find((one) => one.name === node.constructor.name)!;
  seen.add(known.name);
  const values = known.fields
    .filter((field) => isKept(known, field))
    .map(({ name: field, kind }) => {
      const value = node[field as keyof Node] as unknown;
      if (kind === "string") return [value, (node as { readonly validEncoding?: boolean }).validEncoding];
      return plain(value);
    });
  const told = askedOf(known.name).predicates.map((one) =>
    (node as unknown as Record<string, () => boolean>)[one]!(),
  );
  return [known.name, spanOf(node), values, told, childrenOf(node).map(facts)];
}

function factsOfPackage(node: PackageNode): unknown[] {
  const known = classes.find((one) => one.name === node.constructor.name)!;
  const values = known.fields
    .filter((field) => isKept(known, field))
    .map(({ name: field, kind }) => {
      const value = node[field as keyof PackageNode] as unknown;
      if (kind === "string") {
        const text = value as { readonly value: string; readonly validEncoding: boolean };
        return [text.value, text.validEncoding];
      }
      return kind.endsWith("location") && value ? toSpan(value as Location) : plain(value);
    });
  const told = askedOf(known.name).predicates.map((one) =>
    (node as unknown as Record<string, () => boolean>)[one]!(),
  );
  const children = node.childNodes().filter((child) => child !== null);
  return [known.name, toSpan(node.location), values, told, children.map(factsOfPackage)];
}

/** Nodes are compared as children; here it is only told which of them are where. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || !("constructor" in value)) return value;
  if ("children" in value) return `${value.constructor.name} at ${(value as Node).start}`;
  if (!("childNodes" in value)) return value;
  return `${value.constructor.name} at ${(value as PackageNode).location.startOffset}`;
}

function toSpan({ startOffset, length }: Location): { start: number; end: number } {
  return { start: startOffset, end: startOffset + length };
}
