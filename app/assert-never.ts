/** Ends a `switch` over a union: the compiler refuses it where a case is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value of kind ${typeof value}`);
}
