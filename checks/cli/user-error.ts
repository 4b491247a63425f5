/** Something the person at the command line can mend; shown as one line: where, what, and what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
}
