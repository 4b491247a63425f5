import { expect, test } from "vitest";

import { renderActionTables } from "../../../scripts/docs/action-tables.ts";

test("shows each input and each output", () => {
  const tables = renderActionTables(`
name: Gate
inputs:
  mode:
    description: What to do.
  token:
    description: >
      A token
      to write with.
outputs:
  errors:
    description: How many errors there are.
`);

  expect(tables).toMatchInlineSnapshot(`
    "| Input | What it is |
    | --- | --- |
    | \`mode\` | What to do. |
    | \`token\` | A token to write with. |

    | Output | What it is |
    | --- | --- |
    | \`errors\` | How many errors there are. |"
  `);
});
