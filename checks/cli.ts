#!/usr/bin/env node
import { runCli } from "./cli/main.ts";
import { createTerminal } from "./cli/terminal.ts";

process.exitCode = await runCli(process.argv.slice(2), process.cwd(), createTerminal(process.env));
