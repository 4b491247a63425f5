/** The known name most like `name`, or null where none is near enough to be a slip of the keyboard. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  const written = normalise(name);
  for (const candidate of known) {
    const meant = normalise(candidate);
    // No distance is less than that of the lengths.
    if (Math.abs(meant.length - written.length) >= bestDistance) continue;
    const distance = editDistance(written, meant);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function normalise(name: string): string {
  return name.slice(0, 100).toLowerCase().replaceAll("-", "_");
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The known name that `name` was surely meant to be; null where none is that near. */
export function slipOf(name: string, known: Iterable<string>): string | null {
  const near = nearest(name, known);
  return near !== null && isSlip(name, near) ? near : null;
}

function isSlip(name: string, known: string): boolean {
  if (name.toLowerCase() === known.toLowerCase()) return true;
  if (letters(name) === letters(known)) return true;
  const length = Math.min(name.length, known.length);
  // In short names, another letter makes another word: `on` is no `of`.
  return editDistance(name, known) <= (length < 4 ? 0 : length < 6 ? 1 : 2);
}

function letters(word: string): string {
  return word.split("").sort().join("");
}
