import { askedOf } from "./asked.ts";
import type { FieldKind, NodeClass, NodeField } from "./read-package.ts";

/** What is left out of a node where nobody asks for it. */
const optionalKinds: ReadonlySet<FieldKind> = new Set(["location", "optional location"]);

export function isKept(node: NodeClass, field: NodeField): boolean {
  // Lists of names, which nobody asks for.
  if (field.kind === "constants") return false;
  return !optionalKinds.has(field.kind) || askedOf(node.name).fields.includes(field.name);
}

export function keepsFlags(node: NodeClass): boolean {
  return askedOf(node.name).predicates.length > 0;
}

/** A place is kept as two numbers, and made when it is asked for: there are many, and hardly one is. */
export function placeNames({ name }: NodeField): readonly [start: string, end: string] {
  const stem = name.replace(/Loc$/u, "");
  return [`${stem}Start`, `${stem}End`];
}

/** The classes of nodes, as a module. */
export function writeNodes(classes: readonly NodeClass[]): string {
  for (const node of classes) checkAsked(node);
  return `/*
 * Written by \`npm run prism\` from \`src/nodes.js\` of @ruby/prism, which is under the MIT licence:
 * Copyright 2022-present, Shopify Inc. Not to be changed by hand.
 */
import type { Span } from "../source.ts";

/** A syntax node; places are offsets in bytes. */
export type Node =
${classes.map(({ name }) => `  | ${name}`).join("\n")};

const none: readonly Node[] = [];

function present(nodes: readonly (Node | null)[]): readonly Node[] {
  return nodes.includes(null) ? nodes.filter((node) => node !== null) : (nodes as readonly Node[]);
}

${classes.map(writeClass).join("\n\n")}
`;
}

function checkAsked(node: NodeClass): void {
  const { fields, predicates } = askedOf(node.name);
  const known = [...node.fields, ...node.predicates].map(({ name }) => name);
  const unknown = [...fields, ...predicates].find((name) => !known.includes(name));
  if (unknown) throw new Error(`@ruby/prism has changed: ${node.name} has no ${unknown}`);
}

function writeClass(node: NodeClass): string {
  const { predicates } = askedOf(node.name);
  const kept = node.fields.filter((field) => isKept(node, field));
  const places = kept.filter(isPlace);
  const stored = [
    ["start", "number"],
    ["end", "number"],
    ...(keepsFlags(node) ? [["flags", "number"] as const] : []),
    ...kept.flatMap(storedOf),
  ] as const;
  return `export class ${node.name} {
${stored.map(([name, type]) => `  declare readonly ${name}: ${type};`).join("\n")}
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "${node.name}";

  constructor(${stored.map(([name, type]) => `${name}: ${type}`).join(", ")}) {
${stored.map(([name]) => `    this.${name} = ${name};`).join("\n")}
  }
${places.map(writePlace).join("")}${node.predicates
    .filter(({ name }) => predicates.includes(name))
    .map(({ name, bits }) => `\n  ${name}(): boolean {\n    return (this.flags & ${bits}) !== 0;\n  }\n`)
    .join("")}
  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return ${writeChildren(node.fields)};
  }
}`;
}

/** The fields of the class that a field of the parser becomes, with their types. */
function storedOf(field: NodeField): readonly (readonly [name: string, type: string])[] {
  const { name, kind, type } = field;
  if (isPlace(field)) return placeNames(field).map((one) => [one, "number"] as const);
  if (kind === "nodes") return [[name, `readonly ${type}`]];
  return kind === "string"
    ? [
        [name, "string"],
        ["validEncoding", "boolean"],
      ]
    : [[name, type]];
}

function isPlace({ kind }: NodeField): boolean {
  return kind === "location" || kind === "optional location";
}

function writePlace(field: NodeField): string {
  const [start, end] = placeNames(field);
  const span = `{ start: this.${start}, end: this.${end} }`;
  return field.kind === "location"
    ? `\n  get ${field.name}(): Span {\n    return ${span};\n  }\n`
    : `\n  get ${field.name}(): Span | null {\n    return this.${start} < 0 ? null : ${span};\n  }\n`;
}

function writeChildren(fields: readonly NodeField[]): string {
  const nodes = fields.filter(({ kind }) => ["node", "optional node", "nodes"].includes(kind));
  const [only, ...more] = nodes;
  if (!only) return "none";
  if (more.length === 0 && only.kind === "nodes") return `this.${only.name}`;
  if (more.length === 0 && only.kind === "optional node")
    return `this.${only.name} ? [this.${only.name}] : none`;
  const list = `[${nodes.map(({ name, kind }) => `${kind === "nodes" ? "..." : ""}this.${name}`).join(", ")}]`;
  return nodes.some(({ kind }) => kind === "optional node") ? `present(${list})` : list;
}
