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
    "export function deserialize(source: Uint8Array, array: Uint8Array): ParseResult",
    1,
  ],
  [/Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredNode\)/gu, "readNodes()", 20],
  [/Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredConstant\)/gu, "readConstants()", 5],
  [
    /\n {2}function readOptionalNode\(\)/u,
    `
  function readNodes() {
    const list = [];
    for (let left = buffer.readVarInt(); left > 0; left--) list.push(readRequiredNode());
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

/** The package's reader with another buffer, and lists read in loops. */
export function adaptDeserializer(original: string): string {
  return changes.reduce((text, [from, to, least]) => {
    const found = text.split(from).length - 1;
    if (found < least) throw new Error(`@ruby/prism has changed: ${from.source} was not found in it`);
    return text.replace(from, () => to);
  }, original);
}
