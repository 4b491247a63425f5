import { readFileSync } from "node:fs";
import { startApp } from "./app.ts";
import { readEnvironment } from "./environment.ts";
import { createLog } from "./log.ts";
import { UserError } from "./user-error.ts";
import { describeDefect } from "./reconcile/describe-defect.ts";

/** How long the runs under way may take to end once the process is told to stop; all of it fits into ten seconds. */
const graceMs = 8000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, (path) => readFileSync(path, "utf8"));
  if (!environment.ok) throw new UserError(environment.problems.join("\n"));
  const { settings } = environment;
  const log = createLog(settings.logLevel);
  const app = await startApp(settings, log);
  log.info({ host: settings.host, port: app.port }, "listening");

  let stopping = false;
  function stop(signal: NodeJS.Signals): void {
    // Told twice, the process goes at once; the queue survives that too.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    app.stop(graceMs).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeDefect(error) }, "did not stop cleanly");
        process.exit(1);
      },
    );
  }
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  const lines =
    error instanceof UserError ? error.message.split("\n") : [`unexpected: ${describeDefect(error).stack}`];
  for (const line of lines) process.stderr.write(`connector-gate: ${line}\n`);
  process.exitCode = error instanceof UserError ? 2 : 3;
});
