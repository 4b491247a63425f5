import {
  type Alias,
  type Document,
  type Node,
  type Pair,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from "yaml";

import { byteOrderMarkLength, type Span } from "../ruby/source.ts";
import { byteLength } from "../text/bytes.ts";

/** Keys and indexes from the root of a YAML document to one of its values. */
export type YamlPath = readonly (string | number)[];

export interface YamlProblem {
  /** One line of text that says what is wrong. */
  readonly message: string;
  /** Such as `use_cases[0].title`; empty where the file as a whole is meant. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly span: Span;
}

export interface YamlFile {
  readonly value: unknown;
  /** The place of a value; of the nearest enclosing one where the path does not exist. */
  spanOf(path: YamlPath): Span;
  /** The place of a mapping's key. */
  spanOfKey(path: YamlPath): Span;
  problem(message: string, path: YamlPath, at?: "key" | "value"): YamlProblem;
}

export type ReadYaml =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly problem: YamlProblem };

/** The most uses of anchors in one file; people need few, "billion laughs" needs many. */
const maxAliases = 50;
const maxBytes = 1024 * 1024;
/** Deep enough for every file we define; the parser recurses, so deeper ones are refused beforehand. */
const maxDepth = 100;

/** Where the library's own words would not help. */
const faults: Readonly<Record<string, string>> = {
  TAG_RESOLVE_FAILED: "YAML tags such as `!name` are not allowed",
  MULTIPLE_DOCS: "the file holds more than one YAML document",
  NON_STRING_KEY: "the file is not valid YAML: all keys must be plain text",
};

/**
 * Reads one YAML document from untrusted bytes: YAML 1.2 core values only, no custom tags, no duplicate keys, few
 * aliases. Never throws on bad input.
 */
export function readYaml(bytes: Uint8Array): ReadYaml {
  const places = createPlaces(bytes);
  if (bytes.length > maxBytes) return places.refuse("the file is larger than 1 MB", 0);
  const text = decode(bytes);
  if (text === null) return places.refuse("the file is not UTF-8 text", 0);
  places.text = text;
  const deep = deeplyNestedAt(text);
  if (deep !== null) return places.refuse("the file is nested too deeply", deep);

  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: "error",
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    // The library holds each key against all others, which takes minutes in a file of nothing but keys.
    uniqueKeys: false,
    stringKeys: true,
  });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const known = faults[fault.code] ?? `the file is not valid YAML: ${sentence(fault.message)}`;
    return places.refuse(known, fault.pos[0]);
  }
  const { aliases, repeated } = aliasesAndRepeated(document);
  if (repeated)
    return places.refuse("the file is not valid YAML: Map keys must be unique", startOf(repeated));
  const tooMany = `the file uses more than ${maxAliases} YAML aliases`;
  if (aliases.length > maxAliases) return places.refuse(tooMany, 0);
  const dangling = aliases.find((alias) => !alias.resolve(document));
  if (dangling) return places.refuse("this YAML alias has no anchor", startOf(dangling));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: maxAliases });
  } catch {
    return places.refuse(tooMany, 0);
  }

  function nodeAt(path: YamlPath): Node | null {
    let node: Node | null = document.contents;
    for (const step of path) {
      const next = childAt(node, step);
      if (!next) return node;
      node = next;
    }
    return node;
  }

  function keyAt(path: YamlPath): Node | null {
    const parent = nodeAt(path.slice(0, -1));
    const pair = isMap(parent) ? parent.items.find((item) => keyOf(item) === String(path.at(-1))) : null;
    return pair && isNode(pair.key) ? pair.key : nodeAt(path);
  }

  return {
    ok: true,
    file: {
      value,
      spanOf: (path) => places.span(nodeAt(path)),
      spanOfKey: (path) => places.span(keyAt(path)),
      problem: (message, path, at = "value") =>
        places.problem(message, formatPath(path), places.span(at === "key" ? keyAt(path) : nodeAt(path))),
    },
  };
}

/** The aliases, up to one too many, and the first key that its mapping has already. */
function aliasesAndRepeated(document: Document): {
  readonly aliases: readonly Alias[];
  readonly repeated: Node | null;
} {
  const aliases: Alias[] = [];
  let repeated: Node | null = null;
  visit(document, {
    Alias(_, alias) {
      return aliases.push(alias) > maxAliases ? visit.BREAK : undefined;
    },
    Map(_, map) {
      const keys = new Set<string | null>();
      const again = map.items.find((pair) => keys.size === keys.add(keyOf(pair)).size);
      if (!again || !isNode(again.key)) return undefined;
      repeated = again.key;
      return visit.BREAK;
    },
  });
  return { aliases, repeated };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function childAt(node: Node | null, step: string | number): Node | null {
  let child: unknown;
  if (isMap(node)) child = node.items.find((item) => keyOf(item) === String(step))?.value;
  else if (isSeq(node)) child = node.items[Number(step)];
  return isNode(child) ? child : null;
}

function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null;
}

/** `use_cases[0].title`, as people would write it. */
export function formatPath(path: YamlPath): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : text === "" ? step : `.${step}`;
  return text;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The library's messages are texts of one or more lines; only the first is for people in a hurry. */
function sentence(message: string): string {
  const first = message.split("\n")[0] ?? "";
  return first.replace(/[:.]?\s*$/, "").slice(0, 200);
}

/** Where the text nests beyond what is allowed, by brackets, dashes or indentation; quoting is not looked at. */
function deeplyNestedAt(text: string): number | null {
  const indents: number[] = [];
  let brackets = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const marks = /^(?: |[-?:](?=[ \t]))*/.exec(line)?.[0] ?? "";
    while (indents.length > 0 && indents.at(-1)! >= marks.length) indents.pop();
    indents.push(marks.length);
    const dashes = marks.replaceAll(" ", "").length;
    if (indents.length + dashes > maxDepth) return start;
    for (const character of line) {
      if (character === "[" || character === "{") brackets++;
      else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
      if (brackets > maxDepth) return start;
    }
    start += line.length + 1;
  }
  return null;
}

/** Converts the parser's UTF-16 offsets into byte spans and lines. */
function createPlaces(bytes: Uint8Array) {
  const start = byteOrderMarkLength(bytes);
  const places = {
    text: "",
    offset: (index: number): number => start + byteLength(places.text.slice(0, index)),
    span(node: Node | null): Span {
      const [from, to] = node?.range ?? [0, 0];
      // The first line of a longer value is enough to find it by.
      const [line = ""] = places.text.slice(from, to).split("\n");
      const end = from + line.trimEnd().length;
      return { start: places.offset(from), end: places.offset(end) };
    },
    problem(message: string, path: string, span: Span): YamlProblem {
      const before = new TextDecoder().decode(bytes.subarray(start, span.start)).split("\n");
      return { message, path, line: before.length, column: (before.at(-1) ?? "").length + 1, span };
    },
    refuse(message: string, index: number): { readonly ok: false; readonly problem: YamlProblem } {
      const offset = places.offset(index);
      return { ok: false, problem: places.problem(message, "", { start: offset, end: offset }) };
    },
  };
  return places;
}
