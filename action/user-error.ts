/** Something only the user of the action can mend: the message says in one line what is wrong and what to do. */
export class UserError extends Error {
  override readonly name = "UserError";
}
