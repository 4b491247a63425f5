/**
 * What the package `@ruby/prism` knows of its nodes, read from its own reader (`src/deserialize.js`) and its classes
 * (`src/nodes.js`). Both are written by Prism's templates, so they look the same from node to node.
 */

/** A class of nodes. */
export interface NodeClass {
  readonly name: string;
  /** The number that the parser has for it. */
  readonly number: number;
  /** In the order in which the parser keeps them. */
  readonly fields: readonly NodeField[];
  /** What its flags tell, such as `isSafeNavigation`, with the bits of each. */
  readonly predicates: readonly { readonly name: string; readonly bits: number }[];
}

export interface NodeField {
  readonly name: string;
  readonly kind: FieldKind;
  /** As in the package's documentation, such as `Node | null`. */
  readonly type: string;
}

export type FieldKind = (typeof kinds)[number][1];

/** How the package reads each kind of field. */
const kinds = [
  [/^readRequiredNode\(\)/u, "node"],
  [/^readOptionalNode\(\)/u, "optional node"],
  [/^Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredNode\)/u, "nodes"],
  [/^readRequiredConstant\(\)/u, "constant"],
  [/^readOptionalConstant\(\)/u, "optional constant"],
  [/^Array\.from\(\{ length: buffer\.readVarInt\(\) \}, readRequiredConstant\)/u, "constants"],
  [/^buffer\.readLocation\(\)/u, "location"],
  [/^buffer\.readOptionalLocation\(\)/u, "optional location"],
  [/^buffer\.readStringField\(flags\)/u, "string"],
  [/^readInteger\(\)/u, "integer"],
  [/^buffer\.readDouble\(\)/u, "double"],
  [/^buffer\.readByte\(\)/u, "byte"],
  [/^buffer\.readVarInt\(\)/u, "number"],
] as const;

/** All classes of nodes. Throws where the package does not look as expected, so that a new release is read anew. */
export function readNodeClasses(deserialize: string, nodes: string): readonly NodeClass[] {
  const bits = flagsIn(nodes);
  return [
    ...deserialize.matchAll(
      /case (?<number>\d+):\s+(?:buffer\.readUint32\(\);\s+)?return new nodes\.(?<name>\w+)\(nodeID, location, flags = buffer\.readVarInt\(\)(?:, )?(?<reads>.*)\);\n/gu,
    ),
  ].map(({ groups }, index) => {
    const { number, name, reads } = groups!;
    if (Number(number) !== index + 1) throw changed(`${name} has the number ${number}`);
    const text = new RegExp(`\\nexport class ${name} \\{[^]*?\\n\\}\\n`, "u").exec(nodes)?.[0];
    if (!text) throw changed(`there is no class ${name}`);
    return {
      name: name!,
      number: Number(number),
      fields: fieldsOf(name!, reads!, text),
      predicates: predicatesIn(text, bits),
    };
  });
}

function fieldsOf(name: string, reads: string, text: string): readonly NodeField[] {
  const names = /constructor\(nodeID, location, flags(?<fields>[^)]*)\)/u.exec(text)?.groups?.["fields"];
  if (names === undefined) throw changed(`${name} is made in another way`);
  const fields: NodeField[] = [];
  let rest = reads;
  for (const field of names.split(", ").slice(1)) {
    const found = kinds.flatMap(([pattern, kind]) => {
      const read = pattern.exec(rest)?.[0];
      return read === undefined ? [] : [{ read, kind }];
    })[0];
    const type = new RegExp(`@type (?<type>.*)\\n {3}\\*/\\n {2}${field};`, "u").exec(text)?.groups?.["type"];
    if (!found || !type) throw changed(`${name}.${field} is read in another way`);
    fields.push({ name: field, kind: found.kind, type });
    rest = rest.slice(found.read.length).replace(/^, /u, "");
  }
  if (rest !== "") throw changed(`${name} has more fields`);
  return fields;
}

/** The bits of all flags, as in `CallNodeFlags.SAFE_NAVIGATION`. */
function flagsIn(nodes: string): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const { groups } of nodes.matchAll(/const (?<set>\w+Flags) = \{\n(?<flags>[^}]*)\}/gu)) {
    for (const flag of groups!["flags"]!.matchAll(/(?<name>\w+): 1 << (?<bit>\d+)/gu))
      bits.set(`${groups!["set"]!}.${flag.groups!["name"]!}`, 2 ** Number(flag.groups!["bit"]));
  }
  return bits;
}

function predicatesIn(text: string, bits: ReadonlyMap<string, number>): NodeClass["predicates"] {
  return [...text.matchAll(/ {2}(?<name>is\w+)\(\) \{\n {4}return \(this\.#flags & (?<flag>[\w.]+)\)/gu)].map(
    ({ groups }) => {
      const found = bits.get(groups!["flag"]!);
      if (found === undefined) throw changed(`there is no flag ${groups!["flag"]}`);
      return { name: groups!["name"]!, bits: found };
    },
  );
}

/** The names of the kinds of errors, by the parser's number. */
export function readErrorTypes(deserialize: string): readonly string[] {
  const list = /const errorTypes = \[(?<names>[^\]]*)\]/u.exec(deserialize)?.groups?.["names"];
  if (!list) throw changed("there are no kinds of errors");
  return [...list.matchAll(/"(?<name>\w+)"/gu)].map(({ groups }) => groups!["name"]!);
}

function changed(what: string): Error {
  return new Error(`@ruby/prism has changed: ${what}`);
}
