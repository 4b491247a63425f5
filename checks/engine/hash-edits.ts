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

/** Where the text of a string or symbol literal stands as it is, without quotes and colons; null for anything else. */
function textSpan(node: Node | null, source: SourceText): Span | null {
  if (!(node instanceof StringNode || node instanceof SymbolNode) || node.unescaped === "") return null;
  const written = source.slice(spanOf(node));
  const before = written.indexOf(node.unescaped);
  const after = written.length - before - node.unescaped.length;
  const isPlain =
    before !== -1 && /^[:'"]*$/.test(written.slice(0, before) + written.slice(written.length - after));
  return isPlain ? { start: node.start + before, end: node.end - after } : null;
}

/** Replaces the text of a string or symbol literal; no edits where it is none. */
export function replaceText(node: Node | null, text: string, source: SourceText): Edit[] {
  const span = textSpan(node, source);
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
