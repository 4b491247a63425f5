const header = `// @ts-nocheck
/*
 * Written by \`npm run prism\` from \`src/deserialize.js\` of @ruby/prism, which is under the MIT licence:
 * Copyright 2022-present, Shopify Inc. Not to be changed by hand.
 */
import { ParseResult } from "@ruby/prism/src/deserialize.js";
import * as nodes from "@ruby/prism/src/nodes.js";
import { SerializationBuffer } from "../serialization-buffer.ts";
`;

/** What is replaced, each exactly as often as it is said to occur; a release that looks otherwise has to be read anew. */
const changes: readonly (readonly [from: RegExp, to: string, least: number])[] = [
  // All but the reader itself: imports, what only the replaced class uses, and types that are in the declarations.
  [/^[^]*?(?=const MAJOR_VERSION)/u, header, 1],
  [/\/\/ The DataView getFloat64 function[^]*?(?=const errorLevels)/u, "", 1],
  [
    /export function deserialize\(source, array\)/u,
    "export function deserialize(source: Uint8Array, array: Uint8Array, text?: string): ParseResult",
    1,
  ],
  [/new SerializationBuffer\(source, array\)/u, "new SerializationBuffer(source, array, text)", 1],
  [/Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredNode\)/gu, "readNodes()", 20],
  [/Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredConstant\)/gu, "readConstants()", 5],
  [
    /\n {2}function readOptionalNode\(\)/u,
    `
  // A list that grows takes room for many; most have no more than these.
  function readNodes() {
    const count = buffer.readVarInt();
    switch (count) {
      case 0: return [];
      case 1: return [readRequiredNode()];
      case 2: return [readRequiredNode(), readRequiredNode()];
      case 3: return [readRequiredNode(), readRequiredNode(), readRequiredNode()];
      case 4: return [readRequiredNode(), readRequiredNode(), readRequiredNode(), readRequiredNode()];
    }
    const list = [];
    for (let left = count; left > 0; left--) list.push(readRequiredNode());
    return list;
  }

  function readConstants() {
    const list = [];
    for (let left = buffer.readVarInt(); left > 0; left--) list.push(readRequiredConstant());
    return list;
  }

  function readOptionalNode()`,
    1,
  ],
];

/**
 * The places in the nodes that there are most of that nothing asks for: brackets, quotes, and the dots of calls. They
 * are skipped, and null: a quarter of all that a tree is made of.
 */
export const skippedPlaces: Readonly<Record<string, readonly string[]>> = {
  ArrayNode: ["openingLoc", "closingLoc"],
  CallNode: ["callOperatorLoc", "openingLoc", "closingLoc", "equalLoc"],
  HashNode: ["openingLoc", "closingLoc"],
  StringNode: ["openingLoc", "closingLoc"],
  SymbolNode: ["openingLoc", "closingLoc"],
};

/** The package's reader with another buffer, lists read in loops, and some places skipped. */
export function adaptDeserializer(original: string, fieldsOf: (type: string) => readonly string[]): string {
  const adapted = changes.reduce((text, [from, to, least]) => {
    const found = text.split(from).length - 1;
    if (found < least) throw new Error(`@ruby/prism has changed: ${from.source} was not found in it`);
    return text.replace(from, () => to);
  }, original);
  return Object.entries(skippedPlaces).reduce(
    (text, [type, skipped]) => skipPlaces(text, type, fieldsOf(type), skipped),
    adapted,
  );
}

/** Makes the reader of a class of nodes skip some of its places. */
function skipPlaces(
  text: string,
  type: string,
  fields: readonly string[],
  skipped: readonly string[],
): string {
  const pattern = new RegExp(`(?<=new nodes\\.${type}\\().*(?=\\);\\n)`, "u");
  const read = pattern.exec(text)?.[0].split(", ") ?? [];
  if (read.length !== fields.length || !skipped.every((field) => fields.includes(field)))
    throw new Error(`@ruby/prism has changed: ${type} has other fields`);
  const reads = read.map((one, index) => (skipped.includes(fields[index]!) ? skipping(one) : one));
  return text.replace(pattern, () => reads.join(", "));
}

function skipping(read: string): string {
  if (read === "buffer.readLocation()") return "buffer.skipLocation()";
  if (read === "buffer.readOptionalLocation()") return "buffer.skipOptionalLocation()";
  throw new Error(`@ruby/prism has changed: ${read} reads no place`);
}

/** The names of the fields of a class of nodes, in the order of its constructor, from the package's `nodes.js`. */
export function fieldsIn(nodes: string): (type: string) => readonly string[] {
  return (type) => {
    const pattern = new RegExp(`class ${type} [^]*?constructor\\((?<fields>[^)]*)\\)`, "u");
    return pattern.exec(nodes)?.groups?.["fields"]?.split(", ") ?? [];
  };
}
