import { parse } from "yaml";
import { z } from "zod";

import { table } from "./markdown.ts";

const ActionMetadata = z.object({
  inputs: z.record(
    z.string(),
    z.object({
      description: z.string(),
      required: z.boolean().optional(),
      default: z.coerce.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The inputs and outputs of the action as Markdown tables, from the text of `action.yml`. */
export function renderActionTables(actionYml: string): string {
  const { inputs, outputs } = ActionMetadata.parse(parse(actionYml));
  return [
    table(
      ["Input", "Default", "What it is"],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default ? `\`${input.default}\`` : "",
        input.description,
      ]),
    ),
    table(
      ["Output", "What it is"],
      Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description]),
    ),
  ].join("\n\n");
}
