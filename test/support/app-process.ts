import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FakeGitHub } from "./fake-github.ts";

/** The app as a process of its own, as an operator runs it. */
export interface AppProcess {
  readonly url: string;
  readonly webhookUrl: string;
  readonly pid: number;
  /** The lines that were logged so far, parsed. */
  readonly log: readonly LogLine[];
  /** Resolves with the first line, past or future, that fits; rejects where the process ends before. */
  logged(fits: (line: LogLine) => boolean): Promise<LogLine>;
  /** Ends it the polite way; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it on the spot, as a power cut would. */
  kill(): Promise<void>;
}

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The variables of an app of the fake GitHub. */
export function appEnvironment(github: FakeGitHub, queuePath: string): Record<string, string> {
  return {
    APP_ID: String(github.appId),
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: github.webhooks.secret,
    GHE_HOST: github.host,
    GHE_PROTOCOL: "http",
    HOST: "127.0.0.1",
    PORT: "0",
    QUEUE_PATH: queuePath,
  };
}

export interface FinishedProcess {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the app that ends by itself. */
export async function runApp(
  env: Record<string, string>,
  file = "app/main.ts",
  args: readonly string[] = [],
): Promise<FinishedProcess> {
  const child = spawnApp(env, file, args);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  await once(child, "close");
  return { code: child.exitCode, stdout, stderr };
}

/** Starts the app, or another program that logs like it, and waits until it listens. */
export async function startAppProcess(
  env: Record<string, string>,
  file = "app/main.ts",
): Promise<AppProcess> {
  const child = spawnApp(env, file, []);
  const log: LogLine[] = [];
  const listeners = new Set<() => void>();
  let stderr = "";
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on("line", (line) => {
    if (!line.startsWith("{")) return;
    log.push(JSON.parse(line) as LogLine);
    for (const listener of listeners) listener();
  });
  const closed = once(child, "close");
  child.on("close", () => {
    for (const listener of listeners) listener();
  });

  function logged(fits: (line: LogLine) => boolean): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      let seen = 0;
      function look(): void {
        const found = log.slice(seen).find(fits);
        seen = log.length;
        if (found !== undefined) resolve(found);
        else if (child.exitCode !== null || child.signalCode !== null)
          reject(new Error(`the app ended: ${stderr}`));
        else return;
        listeners.delete(look);
      }
      listeners.add(look);
      look();
    });
  }

  const { port } = await logged((line) => line.msg === "listening");
  const url = `http://127.0.0.1:${String(port)}`;
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    pid: child.pid ?? 0,
    log,
    logged,
    async stop() {
      child.kill("SIGTERM");
      await closed;
      return child.exitCode;
    },
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}

function spawnApp(env: Record<string, string>, file: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
