/*
 * The work that the evaluation at hand may still do. It is kept here, and not passed along, since copies,
 * comparisons and the like, which all cost, are made everywhere; evaluation is synchronous, so there is only one.
 */
let left = Infinity;

/** Does some work; false where there was too much of it, and the result is to be unknown. */
export function spend(amount = 1): boolean {
  left -= amount;
  return left >= 0;
}

/** What the evaluations of one connector may cost, in nodes evaluated. */
export interface Allowance {
  /** All together. */
  left: number;
  /** Each by itself. */
  readonly each: number;
}

/** In proportion to the connector, so that time grows with its size alone. */
export function allowanceFor(bytes: number): Allowance {
  return { left: 3_000_000 + 4 * bytes, each: 300_000 + bytes };
}

/** Runs an evaluation at the cost of an allowance, unless it is part of another, whose limit counts. */
export function withEffort<T>(allowance: Allowance, run: () => T): T {
  if (left !== Infinity) return run();
  const most = Math.min(allowance.each, allowance.left);
  left = most;
  try {
    return run();
  } finally {
    allowance.left -= Math.min(most, most - left);
    left = Infinity;
  }
}
