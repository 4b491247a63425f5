/** Something only the operator can mend. The message says in one line what is wrong and what to do; no stack is shown. */
export class UserError extends Error {
  override readonly name = "UserError";
}
