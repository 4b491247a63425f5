import { createPrivateKey } from "node:crypto";
import { z } from "zod";

/** Everything the app is told from outside. */
export interface Settings {
  readonly appId: number;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly webhookPath: string;
  readonly host: string;
  readonly port: number;
  /** The API of another GitHub than github.com; null for that one. */
  readonly baseUrl: string | null;
  readonly logLevel: LogLevel;
  /** Where several processes share the queue and GitHub's rate limits; null for one process with a queue of its own. */
  readonly redisUrl: string | null;
  /** With Redis: how long what a process was working on waits for others after it ended without a word. */
  readonly queueLockMs: number;
  /** The file of the embedded queue; not used with Redis. */
  readonly queuePath: string;
  /** How often all open pull requests are looked at again, apart from the start; 0 never does, not even then. */
  readonly resyncMs: number;
  /** How often what has a clock is looked at, such as reviews in listings repositories; 0 never does. */
  readonly clocksMs: number;
  /** How many subjects are worked on at the same time. */
  readonly concurrency: number;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export type EnvironmentResult =
  | { readonly ok: true; readonly settings: Settings }
  /** One line each: which variable, what is wrong, what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** A key pasted with literal `\n`, or as base64, is as good as one with line breaks; as Probot has it. */
function toPrivateKey(text: string): string | null {
  const unescaped = text.trim().replaceAll(String.raw`\n`, "\n");
  const pem = unescaped.startsWith("-----") ? unescaped : Buffer.from(unescaped, "base64").toString("utf8");
  try {
    return createPrivateKey(pem).export({ type: "pkcs8", format: "pem" }).toString();
  } catch {
    return null;
  }
}

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((n) => n >= least && n <= most, message);
}

const Variables = z.object({
  APP_ID: z
    .string("is missing: set it to the App ID on the settings page of the GitHub App")
    .regex(/^[1-9]\d{0,14}$/, "must be the numeric App ID on the settings page of the GitHub App")
    .transform(Number),
  PRIVATE_KEY: z
    .string("is missing: set it, or PRIVATE_KEY_PATH, to the private key (.pem) of the GitHub App")
    .transform((text, context) => {
      const key = toPrivateKey(text);
      if (key === null)
        context.addIssue("is not a private key in PEM form: copy the whole .pem file of the GitHub App");
      return key ?? z.NEVER;
    }),
  WEBHOOK_SECRET: z.string("is missing: set it to the webhook secret of the GitHub App"),
  WEBHOOK_PATH: z
    .string()
    .regex(/^\/[\w./-]*$/, "must be a path such as /api/github/webhooks")
    .default("/api/github/webhooks"),
  HOST: z.string().default("localhost"),
  PORT: wholeNumber(0, 65_535).default(3000),
  GHE_HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/,
      "must be a host name without protocol or path, such as github.example.com",
    )
    .optional(),
  GHE_PROTOCOL: z.enum(["https", "http"], "must be https or http").default("https"),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "must be an address such as redis://localhost:6379" })
    .optional(),
  QUEUE_LOCK_SECONDS: wholeNumber(1, 600).default(30),
  QUEUE_PATH: z.string().default("queue.sqlite"),
  RESYNC_HOURS: wholeNumber(0, 500).default(24),
  CLOCK_MINUTES: wholeNumber(0, 1440).default(30),
  WORKER_CONCURRENCY: wholeNumber(1, 100).default(32),
});

/** Reads the variables; those that are set but empty count as missing. `readFile` may throw. */
export function readEnvironment(env: Environment, readFile: (path: string) => string): EnvironmentResult {
  const variables = new Map(Object.entries(withoutEmpty(env)));
  const keyFile = readKeyFile(variables, readFile);
  if (keyFile.text !== null) variables.set("PRIVATE_KEY", keyFile.text);
  const parsed = Variables.safeParse(Object.fromEntries(variables));
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${keyFile.nameFor(issue.path)} ${issue.message}`);
  if (keyFile.problem !== null) {
    return {
      ok: false,
      problems: [...problems.filter((line) => !line.startsWith("PRIVATE_KEY")), keyFile.problem],
    };
  }
  return parsed.success ? { ok: true, settings: toSettings(parsed.data) } : { ok: false, problems };
}

export type QueueSettings = Pick<Settings, "redisUrl" | "queuePath" | "queueLockMs">;

export type QueueSettingsResult =
  | { readonly ok: true; readonly settings: QueueSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

const queueVariables = { REDIS_URL: true, QUEUE_PATH: true, QUEUE_LOCK_SECONDS: true } as const;

/** Reads no more than where the queue is, for commands that need nothing else. */
export function readQueueSettings(env: Environment): QueueSettingsResult {
  const parsed = Variables.pick(queueVariables).safeParse(withoutEmpty(env));
  if (parsed.success) return { ok: true, settings: toQueueSettings(parsed.data) };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`),
  };
}

interface KeyFile {
  readonly text: string | null;
  readonly problem: string | null;
  /** The variable to name in a problem. */
  nameFor(path: readonly PropertyKey[]): string;
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}

/** PRIVATE_KEY wins over PRIVATE_KEY_PATH. */
function readKeyFile(
  variables: ReadonlyMap<string, string | undefined>,
  readFile: (path: string) => string,
): KeyFile {
  const path = variables.get("PRIVATE_KEY_PATH");
  if (path === undefined || variables.has("PRIVATE_KEY"))
    return { text: null, problem: null, nameFor: String };
  const nameFor = (at: readonly PropertyKey[]) =>
    at[0] === "PRIVATE_KEY" ? `PRIVATE_KEY_PATH (${path})` : String(at[0]);
  try {
    return { text: readFile(path), problem: null, nameFor };
  } catch {
    return {
      text: null,
      problem: `PRIVATE_KEY_PATH names ${path}, which cannot be read: check the path and its permissions`,
      nameFor,
    };
  }
}

function toSettings(variables: z.output<typeof Variables>): Settings {
  return {
    appId: variables.APP_ID,
    privateKey: variables.PRIVATE_KEY,
    webhookSecret: variables.WEBHOOK_SECRET,
    webhookPath: variables.WEBHOOK_PATH,
    host: variables.HOST,
    port: variables.PORT,
    baseUrl:
      variables.GHE_HOST === undefined ? null : `${variables.GHE_PROTOCOL}://${variables.GHE_HOST}/api/v3`,
    logLevel: variables.LOG_LEVEL,
    ...toQueueSettings(variables),
    resyncMs: variables.RESYNC_HOURS * 60 * 60 * 1000,
    clocksMs: variables.CLOCK_MINUTES * 60 * 1000,
    concurrency: variables.WORKER_CONCURRENCY,
  };
}

function toQueueSettings(
  variables: Pick<z.output<typeof Variables>, keyof typeof queueVariables>,
): QueueSettings {
  return {
    redisUrl: variables.REDIS_URL ?? null,
    queuePath: variables.QUEUE_PATH,
    queueLockMs: variables.QUEUE_LOCK_SECONDS * 1000,
  };
}
