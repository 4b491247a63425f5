import type { SourceText } from "../../ruby/source.ts";

const named = /"(?:pick_list|(?:convert|render|parse)_(?:in|out)put)\\?"\s*:\s*\\?"(?<name>\w+)/gu;

/** Whether a schema that is JSON names a pick list or a converter by that name. */
export function createQuotedNames(source: SourceText): (name: string) => boolean {
  let names: Set<string | undefined> | undefined;
  return (name) => {
    names ??= new Set([...textOf(source).matchAll(named)].map(({ groups }) => groups?.["name"]));
    return names.has(name);
  };
}

/** Whether a converter of a field is set, or spoken of, anywhere in a file. */
export function mayConvert(source: SourceText): boolean {
  return /\b(?:convert|render|parse)_(?:in|out)put\b/u.test(textOf(source));
}

function textOf(source: SourceText): string {
  return source.slice({ start: 0, end: source.bytes.length });
}
