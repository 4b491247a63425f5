/**
 * What may be logged of something thrown: its name, message and stack, and those of its cause. Never its other fields:
 * GitHub's errors carry requests and answers, with text of the repository in them.
 */
export interface DescribedDefect {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: DescribedDefect;
}

export function describeDefect(error: unknown, depth = 3): DescribedDefect {
  if (!(error instanceof Error))
    return { type: typeof error, message: "something that is no error was thrown", stack: "" };
  const { name, message, stack = "", cause } = error;
  const shown = { type: name, message: message.slice(0, 500), stack: stack.slice(0, 4000) };
  return cause instanceof Error && depth > 0 ? { ...shown, cause: describeDefect(cause, depth - 1) } : shown;
}
