import { readQueueSettings } from "./environment.ts";
import { openQueue } from "./queue/open-queue.ts";
import { describeDefect } from "./reconcile/describe-defect.ts";
import { UserError } from "./user-error.ts";

const usage = `Usage: npm run dead-letters -- [list | requeue <subject>... | requeue --all]

Subjects that were given up after too many failures stay in the queue as dead letters. A new event about one brings it
back by itself; this brings it back by hand. It may run while the app runs, with the same QUEUE_PATH or REDIS_URL.
`;

async function main([command = "list", ...rest]: readonly string[]): Promise<string> {
  if (command === "--help" || command === "help") return usage;
  const all = rest.length === 1 && rest[0] === "--all";
  const known = command === "requeue" ? rest.length > 0 : command === "list" && rest.length === 0;
  if (!known) throw new UserError(`unknown arguments\n${usage.split("\n", 1)[0] ?? ""}`);
  const settings = readQueueSettings(process.env);
  if (!settings.ok) throw new UserError(settings.problems.join("\n"));
  const queue = await openQueue(settings.settings, "visitor", () => {});
  try {
    if (command === "requeue") return `${await queue.requeue(all ? undefined : rest)} re-queued\n`;
    const letters = await queue.dead();
    const lines = letters.map(({ key, reason, failures, diedAt }) =>
      [new Date(diedAt).toISOString(), key, `${failures} failures`, reason].join("  "),
    );
    return [...lines, `${letters.length} dead letters`, ""].join("\n");
  } finally {
    await queue.close();
  }
}

main(process.argv.slice(2)).then(
  (text) => process.stdout.write(text),
  (error: unknown) => {
    const text = error instanceof UserError ? error.message : describeDefect(error).stack;
    for (const line of text.split("\n")) process.stderr.write(`dead-letters: ${line}\n`);
    process.exitCode = error instanceof UserError ? 2 : 3;
  },
);
