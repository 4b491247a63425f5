import { parse } from "yaml";
import { z } from "zod";

import { table } from "./markdown.ts";

const Described = z.record(z.string(), z.object({ description: z.string() }));

const ActionMetadata = z.object({ inputs: Described, outputs: Described });

/**
 * The inputs and outputs of the action as Markdown tables, from the text of `action.yml`. Its descriptions name the
 * defaults.
 */
export function renderActionTables(actionYml: string): string {
  const { inputs, outputs } = ActionMetadata.parse(parse(actionYml));
  return [table(["Input", "What it is"], rows(inputs)), table(["Output", "What it is"], rows(outputs))].join(
    "\n\n",
  );
}

function rows(described: z.output<typeof Described>): string[][] {
  return Object.entries(described).map(([name, { description }]) => [`\`${name}\``, description]);
}
