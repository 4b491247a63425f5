/**
 * The value of a canonical JSON text that a line belongs to, such as `["capabilities", "actions", "create_ticket"]`;
 * items of lists have no step. Canonical JSON has one key or item a line, two spaces further in for each level.
 */
export function recordPathAt(text: string, line: number): readonly string[] {
  const path: (string | null)[] = [];
  for (const row of text.split("\n").slice(0, line)) {
    const depth = (/^ */.exec(row)?.[0].length ?? 0) / 2;
    if (/^ *[\]}]/.test(row)) path.length = Math.min(path.length, depth);
    else if (depth > 0) {
      path.length = Math.min(path.length, depth - 1);
      path.push(keyOf(row));
    }
  }
  return path.filter((step) => step !== null);
}

function keyOf(row: string): string | null {
  const key = /^ *("(?:[^"\\]|\\.)*"): /.exec(row)?.[1];
  return key === undefined ? null : (JSON.parse(key) as string);
}
