/** A command as somebody wrote it; whether there is such a command is another question. */
export interface WrittenCommand {
  /** In lower case. */
  readonly name: string;
  readonly args: string;
}

/** More commands than these in one comment are not looked at. */
const maxCommands = 10;

/** The opening or closing line of a block of code. */
export const fencePattern = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The commands of a comment. A command is the first thing on a line of its own; quotes, code and hidden comments hold
 * none.
 */
export function parseCommands(body: string): readonly WrittenCommand[] {
  const commands: WrittenCommand[] = [];
  let fence: string | null = null;
  let isQuote = false;
  for (const line of withoutHidden(body).split(/\r\n|\r|\n/)) {
    const mark = fencePattern.exec(line)?.[1];
    if (fence !== null) {
      const closes = mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
      if (closes && line.trim() === mark) fence = null;
      continue;
    }
    // Lines right after a quote still belong to it, as Markdown has it.
    isQuote = /^ {0,3}>/.test(line) || (isQuote && line.trim() !== "");
    if (isQuote) continue;
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const [, name, args = ""] = /^ {0,3}\/([a-z][a-z-]{0,38})(?:[ \t]+(.*))?[ \t]*$/i.exec(line) ?? [];
    if (name === undefined) continue;
    commands.push({ name: name.toLowerCase(), args: args.trim() });
    if (commands.length === maxCommands) break;
  }
  return commands;
}

/** Hidden comments are blanked out, and one that never ends hides the rest. */
export function withoutHidden(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, (hidden) => hidden.replaceAll(/[^\r\n]/g, " "));
}
