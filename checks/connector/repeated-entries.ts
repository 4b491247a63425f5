import { AssocNode, HashNode, KeywordHashNode, type Node, spanOf } from "../ruby/nodes.ts";
import type { Span } from "../ruby/source.ts";
import { type HashEntry, type HashValue, keyText } from "./value.ts";

/** An entry of a hash literal that a later one of the same name in the same literal replaces. */
export interface RepeatedEntry {
  readonly key: string;
  readonly entry: HashEntry;
  readonly keyNode: Node;
  /** The entry that counts. */
  readonly last: HashEntry | undefined;
}

/** The entries of a literal that are lost. A `**` between two of one name makes the later one a deliberate override. */
export function repeatedEntries(hash: HashValue): RepeatedEntry[] {
  const { node } = hash;
  if (hash.shadowed.length === 0 || !(node instanceof HashNode || node instanceof KeywordHashNode)) return [];
  const splat = node.elements.findIndex((element) => !(element instanceof AssocNode));
  const own = new Set<Node>();
  for (const element of node.elements.slice(splat + 1))
    if (element instanceof AssocNode) own.add(element.key);
  const found: RepeatedEntry[] = [];
  for (const entry of hash.shadowed) {
    const { keyNode } = entry;
    if (keyNode && own.has(keyNode)) {
      found.push({ key: keyText(entry), entry, keyNode, last: hash.entries.get(entry.key) });
    }
  }
  return found;
}

/** The path of an entry of the hash at `path`. */
export function pathOfEntry(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Where the entry is that counts, as a second place of a finding. */
export function placeOfLast(
  keyNode: Node | null | undefined,
): readonly { readonly span: Span; readonly message: string }[] | undefined {
  return keyNode ? [{ span: spanOf(keyNode), message: "The entry that counts." }] : undefined;
}
