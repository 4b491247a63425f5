/*
 * A connector refers to an object definition from many places, and each gets a list of its own: it may change it.
 * Hardly any does, and the copies were a third of all work on lists of fields. So their fields are shared, and an
 * evaluation that is about to change one after all stops here, to be done again with copies of its own.
 */

/** Thrown where a change in place would reach what other evaluations hold. */
export class SharedChange extends Error {}

/** To be called before every change in place of an array, hash or string. */
export function mustBeOwn(value: { readonly shared?: true; pristine?: boolean }): void {
  if (value.shared) throw new SharedChange();
  if (value.pristine) value.pristine = false;
}
