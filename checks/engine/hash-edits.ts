import {
  AssocNode,
  HashNode,
  KeywordHashNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
} from "../ruby/nodes.ts";
import type { SourceText, Span } from "../ruby/source.ts";
import type { Edit } from "./finding.ts";
import { entryAfter } from "./line-edits.ts";

/** Where the text of a string or symbol literal stands, without quotes and colons; null for anything else. */
function textSpan(node: Node | null): Span | null {
  if (node instanceof SymbolNode) return node.valueLoc ? node.valueLoc : null;
  return node instanceof StringNode ? node.contentLoc : null;
}

/** Replaces the text of a string or symbol literal; no edits where it is none. */
export function replaceText(node: Node | null, text: string): Edit[] {
  const span = textSpan(node);
  return span ? [{ span, text }] : [];
}

/** Adds an entry such as `type: 'string'` at the end of a hash literal; no edits where it has no entries. */
export function addEntry(node: Node | null, entry: string, source: SourceText): Edit[] {
  if (!(node instanceof HashNode || node instanceof KeywordHashNode)) return [];
  const last = node.elements.at(-1);
  if (!last) return [];
  return [entryAfter(source, spanOf(last), entry)];
}

/** Removes the entry with the given key, and the comma and space after it, from a hash literal. */
export function removeEntry(node: Node | null, key: Node | null, source: SourceText): Edit[] {
  if (!(node instanceof HashNode || node instanceof KeywordHashNode)) return [];
  const index = node.elements.findIndex((element) => element instanceof AssocNode && element.key === key);
  const next = node.elements[index + 1];
  if (index === -1 || !next) return [];
  const span = { start: spanOf(node.elements[index]!).start, end: spanOf(next).start };
  // A comment between the two may be about either.
  return source.slice(span).includes("#") ? [] : [{ span, text: "" }];
}
