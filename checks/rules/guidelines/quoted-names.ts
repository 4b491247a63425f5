import type { SourceText } from "../../ruby/source.ts";

/** Whether a name stands in double quotes anywhere, as it does in the text of a schema that is JSON. */
export function isQuotedInText(source: SourceText, name: string): boolean {
  return source.slice({ start: 0, end: source.bytes.length }).includes(`"${name}"`);
}
