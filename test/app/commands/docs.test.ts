import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { commandTable } from "../../../app/commands/help.ts";
import { pullRequestCommands } from "../../../app/commands/pull-request-commands.ts";

test("the documentation has the commands as they are", async () => {
  const page = await readFile(new URL("../../../docs/pull-requests.md", import.meta.url), "utf8");
  const written = /<!-- commands -->\n([\s\S]*?)\n<!-- \/commands -->/.exec(page)?.[1];

  expect(written).toBe(commandTable(pullRequestCommands));
});
