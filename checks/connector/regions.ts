/*
 * Pieces of code of which it is not known whether they are run. What such a piece changes is only maybe so, unless it
 * made it itself. The piece at hand is kept here, and not passed along, since arrays, hashes and strings, which
 * remember where they were made, are made everywhere; evaluation is synchronous, so there is only one.
 */
let current = 0;
let last = 0;

/** The number of the undecided piece of code that is being followed; 0 outside of any. No two have the same. */
export function region(): number {
  return current;
}

/** Follows a piece of code of which it is not known whether it is run. */
export function inRegion<T>(code: () => T): T {
  const outer = current;
  current = ++last;
  try {
    return code();
  } finally {
    current = outer;
  }
}

/** Follows code that has nothing to do with what is being followed: it is surely run, by itself. */
export function outsideRegions<T>(code: () => T): T {
  const outer = current;
  current = 0;
  try {
    return code();
  } finally {
    current = outer;
  }
}
