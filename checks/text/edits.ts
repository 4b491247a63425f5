import type { Property } from "../connector/dsl-hash.ts";
import type { Field } from "../connector/fields.ts";
import { textOf } from "../connector/value.ts";
import type { Edit } from "../engine/finding.ts";
import { entriesAfter, type Entry } from "../engine/line-edits.ts";
import { AssocNode, HashNode, KeywordHashNode, spanOf, SymbolNode } from "../ruby/nodes.ts";
import type { SourceText } from "../ruby/source.ts";

/** Replaces the text of a plain string literal; null where the value is written in another way. */
export function replacedText(source: SourceText, property: Property, text: string): Edit | null {
  const { span } = property.valuePlace;
  const literal = source.slice(span);
  const [quote = ""] = literal;
  const plain =
    (quote === "'" || quote === '"') && literal === quote + (textOf(property.value) ?? "") + quote;
  if (!plain || /['"\\#\r\n]/.test(text)) return null;
  return { span, text: quote + text + quote };
}

/** Writes attributes, such as `label: 'Order ID'`, behind the name of a field; null where its hash is not literal. */
export function addedAttributes(
  source: SourceText,
  field: Field,
  ...attributes: readonly Entry[]
): Edit | null {
  const { node } = field;
  if (!(node instanceof HashNode || node instanceof KeywordHashNode)) return null;
  const name = node.elements.find(
    (element) => element instanceof AssocNode && source.slice(spanOf(element.key)).includes("name"),
  );
  if (!(name instanceof AssocNode) || !(name.key instanceof SymbolNode)) return null;
  // As in `name: 'id'`, not `:name => 'id'`.
  if (!source.slice(spanOf(name.key)).endsWith(":")) return null;
  return entriesAfter(source, spanOf(name), attributes);
}
