import type { SourceText } from "../../ruby/source.ts";

/** Whether a name stands in double quotes anywhere, as it does in the text of a schema that is JSON. */
export function createQuotedNames(source: SourceText): (name: string) => boolean {
  let text: string | undefined;
  return (name) => {
    text ??= source.slice({ start: 0, end: source.bytes.length });
    return text.includes(`"${name}"`);
  };
}
