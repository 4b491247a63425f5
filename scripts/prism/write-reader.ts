import type { FieldKind, NodeClass, NodeField } from "./read-package.ts";
import { isKept, keepsFlags } from "./write-nodes.ts";

/**
 * How many words of four bytes a field takes in the parser's memory, from
 * https://github.com/ruby/prism/blob/v1.9.0/templates/include/prism/ast.h.erb and the headers it includes.
 */
const sizes: Readonly<Record<FieldKind, number>> = {
  node: 1,
  "optional node": 1,
  // How many there are, for how many there is room, and where they are.
  nodes: 3,
  constants: 3,
  constant: 1,
  "optional constant": 1,
  // Where it starts and ends, in memory.
  location: 2,
  "optional location": 2,
  // Where it is, its length, and whose it is.
  string: 3,
  // How many words it has and where they are; or its value; and its sign.
  integer: 4,
  double: 2,
  number: 1,
  byte: 1,
};

/** The words of every node: its class and flags, its number, and where it starts and ends. */
const headWords = 4;

/** What reads nodes from the parser's memory, as a module. */
export function writeReader(classes: readonly NodeClass[], errorTypes: readonly string[]): string {
  return `/*
 * Written by \`npm run prism\` from \`src/deserialize.js\` of @ruby/prism, which is under the MIT licence:
 * Copyright 2022-present, Shopify Inc. Not to be changed by hand.
 */
import type { ParserMemory } from "../parser-memory.ts";
import * as nodes from "./nodes.ts";

/** The kinds of errors, by the parser's number. */
export const errorTypes: readonly string[] = [
${errorTypes.map((name) => `  "${name}",`).join("\n")}
];

/** The number of the class of \`nil\`, which has nothing in it. */
export const nilNumber = ${numberOf(classes, "NilNode")};

/** Reads a node, and all that are in it, from where the parser has put it. */
export function readNode(memory: ParserMemory, pointer: number): nodes.Node {
  const { words, sourceAt } = memory;
  return node(pointer);

  function node(pointer: number): nodes.Node {
    const at = pointer >>> 2;
    const head = words[at]!;
    switch (head & 0xffff) {
${classes.map(writeCase).join("\n")}
      default:
        throw new Error(\`there is no node of class \${head & 0xffff}\`);
    }
  }

  function optional(pointer: number): nodes.Node | null {
    return pointer === 0 ? null : node(pointer);
  }

  // A list that grows takes room for many; most have no more than these.
  function list(at: number): readonly nodes.Node[] {
    const start = words[at + 2]! >>> 2;
    switch (words[at]!) {
      case 0: return [];
      case 1: return [node(words[start]!)];
      case 2: return [node(words[start]!), node(words[start + 1]!)];
      case 3: return [node(words[start]!), node(words[start + 1]!), node(words[start + 2]!)];
      case 4: return [node(words[start]!), node(words[start + 1]!), node(words[start + 2]!), node(words[start + 3]!)];
    }
    const end = start + words[at]!;
    const found = [];
    for (let place = start; place < end; place++) found.push(node(words[place]!));
    return found;
  }

  function place(pointer: number): number {
    return pointer === 0 ? -1 : pointer - sourceAt;
  }
}
`;
}

function numberOf(classes: readonly NodeClass[], name: string): number {
  const found = classes.find((node) => node.name === name);
  if (!found) throw new Error(`@ruby/prism has changed: there is no class ${name}`);
  return found.number;
}

function writeCase(node: NodeClass): string {
  let at = headWords;
  const args = ["words[at + 2]! - sourceAt", "words[at + 3]! - sourceAt"];
  if (keepsFlags(node)) args.push("head >>> 16");
  for (const field of node.fields) {
    if (field.kind === "double" && at % 2 === 1) at++;
    if (isKept(node, field)) args.push(...readField(node, field, at));
    at += sizes[field.kind];
  }
  return `      case ${node.number}:
        return new nodes.${node.name}(${args.join(", ")});`;
}

function readField(node: NodeClass, { kind, type }: NodeField, at: number): readonly string[] {
  const word = (offset: number) => `words[at + ${at + offset}]!`;
  const place = `at + ${at}`;
  const as = /^Node(?: \| null)?$/u.test(type) ? "" : ` as ${type.replace(/\w+Node/u, "nodes.$&")}`;
  switch (kind) {
    case "node":
      return [`node(${word(0)})${as}`];
    case "optional node":
      return [`optional(${word(0)})${as}`];
    case "nodes":
      return [`list(${place})`];
    case "constant":
      return [`memory.constant(${word(0)})`];
    case "optional constant":
      return [`memory.optionalConstant(${word(0)})`];
    case "constants":
      return [];
    case "location":
      return [`${word(0)} - sourceAt`, `${word(1)} - sourceAt`];
    case "optional location":
      return [`place(${word(0)})`, `place(${word(1)})`];
    case "string":
      return [`memory.text(${place}, ${forcedBy(node)})`, "memory.isValid"];
    case "integer":
      return [`memory.integer(${place})`];
    case "double":
      return [`memory.double(${place})`];
    case "byte":
      return [`${word(0)} & 0xff`];
    case "number":
      return [`${word(0)} >>> 0`];
  }
}

/** What forces a text into an encoding; the same bits mean something else in classes that have no such flags. */
function forcedBy({ predicates }: NodeClass): string {
  const bits = ["isForcedUtf8Encoding", "isForcedBinaryEncoding"].map(
    (name) => predicates.find((one) => one.name === name)?.bits,
  );
  if (bits[0] === 4 && bits[1] === 8) return "head >>> 16";
  return "0";
}
