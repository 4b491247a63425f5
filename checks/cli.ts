#!/usr/bin/env node
import { runCli } from "./cli/main.ts";
import { currentFolder } from "./cli/read-file.ts";
import { createTerminal } from "./cli/terminal.ts";
import { isThread, runWorker } from "./cli/worker.ts";

if (isThread()) {
  await runWorker();
} else {
  const host = {
    get root() {
      return currentFolder();
    },
    terminal: createTerminal(process.env),
    entry: new URL(import.meta.url),
  };
  process.exitCode = await runCli(process.argv.slice(2), host);
}
