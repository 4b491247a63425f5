import { commands } from "../../checks/cli/commands.ts";
import { table } from "./markdown.ts";

/** The commands of the command line as a Markdown table. */
export function renderCommandTable(): string {
  return table(
    ["Command", "What it does"],
    commands.map(({ name, operands, summary }) => [`\`${`${name} ${operands}`.trim()}\``, summary]),
  );
}
