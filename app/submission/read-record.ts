import { parseRecord, type SubmissionRecord } from "../../checks/listing/submission-record.ts";

/** Records are some kilobytes; what is far longer is not looked into. */
const maxBytes = 1024 * 1024;

/**
 * The text of a record's file, and the record where it is one. Bytes that are no UTF-8, and marks at the beginning,
 * would get lost on the way through a text, so such a file is none.
 */
export function readRecord(
  bytes: Uint8Array,
): { readonly text: string; readonly record: SubmissionRecord | null } | null {
  if (bytes.length > maxBytes) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, record: parseRecord(text) };
  } catch {
    return null;
  }
}
