import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

import { codeBlock } from "./markdown.ts";

/** How many findings the README shows. */
const shown = 2;

const findingStart = /^(?:error|warning|notice)\[/;

/** What `check examples/helpdesk` prints, shortened to its first findings and its summary. */
export async function renderSampleOutput(root: string): Promise<string> {
  return codeBlock("text", excerpt(await runCheck(root)));
}

async function runCheck(root: string): Promise<string> {
  const child = spawn(process.execPath, ["checks/cli.ts", "check", "examples/helpdesk"], {
    cwd: root,
    env: { PATH: process.env["PATH"], NO_COLOR: "1", COLUMNS: "110" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return text(child.stdout);
}

/** The first findings and the summary; blocks are divided by empty lines, and only those of findings start with a severity. */
export function excerpt(output: string): string {
  const blocks = output.trim().split("\n\n");
  const starts = blocks.flatMap((block, index) => (findingStart.test(block) ? [index] : []));
  const end = starts[shown];
  const summary = blocks.at(-1)!;
  if (end === undefined) return blocks.join("\n\n");
  const left = starts.length - shown;
  return [...blocks.slice(0, end), `[… ${left} more findings …]`, summary].join("\n\n");
}
