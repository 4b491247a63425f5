#!/usr/bin/env node
import { runCli } from "./cli/main.ts";
import { createTerminal } from "./cli/terminal.ts";
import { runWorker } from "./cli/worker.ts";

// Threads start here as well, with a mark of ours: the module that tells what is a thread takes its time to load.
const entry = new URL(import.meta.url);
if (entry.search === "") {
  entry.search = "?thread";
  const host = { root: process.cwd(), terminal: createTerminal(process.env), entry };
  process.exitCode = await runCli(process.argv.slice(2), host);
} else {
  await runWorker();
}
