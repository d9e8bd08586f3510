/** What the person who called can mend: it is told in a line, without a stack. */
export class UserError extends Error {
  override name = "UserError";
}
