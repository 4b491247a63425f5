#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";
import { runCli } from "./cli/main.ts";
import { createTerminal } from "./cli/terminal.ts";
import { runWorker } from "./cli/worker.ts";

if (isMainThread) {
  const host = {
    root: process.cwd(),
    terminal: createTerminal(process.env),
    entry: new URL(import.meta.url),
  };
  process.exitCode = await runCli(process.argv.slice(2), host);
} else {
  await runWorker();
}
