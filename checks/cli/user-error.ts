/** Something the person at the command line can mend; shown as one line: where, what, and what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** Further lines, where several things are wrong at once. */
  readonly more: readonly string[];

  constructor(message: string, more: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.more = more;
  }
}

/** By name: commands that are bundled apart have a class of their own. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === "UserError";
}
