import type { Edit, Fix } from "./finding.ts";

/** The text after some edits; null where two of them overlap. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array | null {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { span, text } of [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    if (span.start < at || span.end < span.start || span.end > bytes.length) return null;
    parts.push(bytes.subarray(at, span.start), encoder.encode(text));
    at = span.end;
  }
  parts.push(bytes.subarray(at));
  return concatenate(parts);
}

/** As many of the fixes, in order, as do not overlap with one before. */
export function compatibleFixes(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

/** Whether two edits touch the same text; two insertions at one place do as well, since their order matters. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
