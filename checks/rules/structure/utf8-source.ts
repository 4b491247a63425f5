import { defineRule } from "../../engine/rule.ts";
import { maxSourceBytes } from "../../project.ts";

export const utf8Source = defineRule({
  id: "structure/utf8-source",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Is valid UTF-8 text without NUL bytes.",
    why: "The platform takes only code that is UTF-8 and can travel as JSON.",
    remedy: "Save the file as UTF-8 in the editor; a file that is not text at all is not a connector.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/limits.html"],
  },
  messages: {
    invalid: (offset: number) =>
      `The file is not valid UTF-8: the byte at offset ${offset} does not belong there.`,
    nul: (offset: number) => `The file has a NUL byte at offset ${offset}.`,
  },
  examples: {
    bad: [{ name: "a NUL byte in a title", source: "{ title: 'A\0cme' }\n           ^ nul\n" }],
    good: [{ name: "an accented character in UTF-8", source: "{ title: 'Café' }\n" }],
  },
  create: (context) => ({
    file({ bytes, text }) {
      if (text !== null || bytes.length > maxSourceBytes) return;
      const nul = bytes.indexOf(0);
      const invalid = firstInvalidByte(bytes);
      if (invalid !== -1)
        context.report("invalid", { span: { start: invalid, end: invalid + 1 }, path: null }, [invalid]);
      else if (nul !== -1) context.report("nul", { span: { start: nul, end: nul + 1 }, path: null }, [nul]);
    },
  }),
});

/** The offset of the first byte that is not part of a well-formed UTF-8 sequence; -1 where there is none. */
function firstInvalidByte(bytes: Uint8Array): number {
  if (isValid(bytes)) return -1;
  let [low, high] = [0, bytes.length];
  // A prefix is valid, or ends inside of a character, exactly up to the first bad byte.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isValidPrefix(bytes.subarray(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  // An accented letter in another encoding looks like the first byte of a character: only what follows tells.
  while (!isValid(bytes.subarray(0, low))) low--;
  return low;
}

function isValid(bytes: Uint8Array): boolean {
  return decodes(bytes, false);
}

function isValidPrefix(bytes: Uint8Array): boolean {
  return decodes(bytes, true);
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
