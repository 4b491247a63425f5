import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { appEnvironment } from "../app-process.ts";
import { type FakeGitHub, startFakeGitHub } from "../fake-github.ts";
import type { Delivery } from "../fake-github/webhooks.ts";
import { startRedis } from "../redis.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { differences, doubles, type Outcome, outcomeOf, unfinished } from "./outcome.ts";
import { createRandom, createStory, type StoryOptions } from "./story.ts";

export interface ChaosOptions extends StoryOptions {
  /** How many times a webhook is sent, repetitions included. */
  readonly deliveries: number;
  /** The share of GitHub's answers that are faults. */
  readonly faults: number;
  /** How often a process is ended with `kill -9`. */
  readonly kills: number;
  /** More than one share a Redis. */
  readonly processes: number;
  readonly log: (line: string) => void;
}

export interface ChaosResult {
  readonly sent: number;
  /** Deliveries that nobody took, or that were refused. */
  readonly failed: number;
  readonly kills: number;
  readonly requests: number;
  readonly faults: number;
  readonly seconds: number;
  readonly unfinished: number;
  /** Empty where all is well. */
  readonly problems: readonly string[];
}

/** How many deliveries are under way at the same time. */
const atOnce = 20;

/** Between them, the app gets to do some of its work. */
const pacingMs = 40;

/** Runs a story in the worst of circumstances and in the best, and compares what people see in the end. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const started = performance.now();
  const { log, processes } = options;
  log("clean run");
  const expected = await withFleet(1, (github, fleet) => runClean(github, fleet, options));
  log(`chaos with ${processes} process${processes === 1 ? "" : "es"}`);
  return withFleet(processes, async (github, fleet) => {
    const counts = await runWild(github, fleet, options);
    const found = outcomeOf(counts.repositories);
    return {
      sent: counts.sent,
      failed: counts.failed,
      kills: counts.kills,
      faults: counts.faults,
      requests: github.requests.length,
      seconds: Math.round((performance.now() - started) / 1000),
      unfinished: unfinished(counts.repositories),
      problems: [...differences(found, expected), ...doubles(counts.repositories)],
    };
  });
}

async function withFleet<Result>(
  processes: number,
  body: (github: FakeGitHub, fleet: Fleet) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "gate-chaos-"));
  const github = await startFakeGitHub();
  const redis = processes > 1 ? await startRedis() : null;
  const fleet = await startFleet(processes, {
    ...appEnvironment(github, join(folder, "queue.sqlite")),
    ...(redis === null ? {} : { REDIS_URL: redis.url, QUEUE_LOCK_SECONDS: "2" }),
    // Reading everything again would hide what got lost.
    RESYNC_HOURS: "0",
  });
  try {
    return await body(github, fleet);
  } finally {
    await fleet.stop();
    await github.close();
    await redis?.stop();
    await rm(folder, { recursive: true });
  }
}

/** Everything happens, and then every webhook arrives once, in order, with nothing in its way. */
async function runClean(github: FakeGitHub, fleet: Fleet, options: ChaosOptions): Promise<Outcome> {
  github.webhooks.held = true;
  github.webhooks.target = fleet.members[0]?.webhookUrl ?? null;
  const { steps, repositories } = createStory(github, options);
  for (const step of steps) step();
  for (const delivery of github.webhooks.deliveries.slice()) await github.webhooks.send(delivery);
  await fleet.settled();
  return outcomeOf(repositories);
}

async function runWild(github: FakeGitHub, fleet: Fleet, options: ChaosOptions) {
  const { webhooks } = github;
  const { deliveries: total, kills: wantedKills, log } = options;
  const random = createRandom(options.seed + 1);
  const pick = (count: number) => Math.floor(random() * count);
  webhooks.held = true;
  const { steps, repositories } = createStory(github, options);
  const countFaults = injectFaults(github, options.faults, random);
  const pool: Delivery[] = [];
  let known = 0;
  const count = { sent: 0, failed: 0, kills: 0, done: 0 };
  let killing: Promise<void> = Promise.resolve();

  /** What happened since, in no particular order. */
  function collect(): void {
    pool.push(...webhooks.deliveries.slice(known));
    known = webhooks.deliveries.length;
  }

  async function sendOne(): Promise<void> {
    const index = pick(pool.length);
    const delivery = pool[index];
    if (delivery === undefined) return;
    // Half of them come again later.
    if (random() < 0.5) pool.splice(index, 1);
    count.sent++;
    const status = await sendToAny(github, fleet, delivery, pick);
    if (status === null || status >= 300) count.failed++;
  }

  function act(share: number): void {
    for (; count.done < steps.length * share; count.done++) steps[count.done]?.();
    collect();
  }

  while (count.sent < total) {
    const progress = count.sent / total;
    act(Math.min(1, progress * 1.25 + 0.02));
    if (pool.length === 0) pool.push(...webhooks.deliveries.slice(-200));
    const isKill = count.kills < wantedKills && progress > (count.kills + 0.5) / wantedKills;
    if (isKill) {
      count.kills++;
      log(`kill -9 after ${count.sent} deliveries`);
      killing = fleet.killOne(pick(fleet.members.length));
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, total - count.sent) }, sendOne));
    // A single process misses what comes while it is away, though not all that is left.
    if (isKill) await killing;
    else await pause(pacingMs);
  }
  act(1);
  log("the rest, and what is asked for again");
  // Enough went wrong by now; with more of it, somebody unlucky would wait for minutes.
  const faults = countFaults();
  github.clearFaults();
  // A single process looks for deliveries that failed when it starts. Several pass them on to each other.
  if (options.processes === 1) {
    await fleet.restartAll();
    await fleet.swept();
  }
  do {
    collect();
    for (const delivery of pool.splice(0)) await sendToAny(github, fleet, delivery, pick);
    await fleet.settled();
  } while (webhooks.deliveries.length > known);
  return { ...count, repositories, faults };
}

/** As a load balancer has it: a process that does not answer is passed over, where there are others. */
async function sendToAny(
  github: FakeGitHub,
  { members }: Fleet,
  delivery: Delivery,
  pick: (count: number) => number,
): Promise<number | null> {
  const first = pick(members.length);
  let status: number | null = null;
  for (let offset = 0; offset < members.length && status === null; offset++) {
    github.webhooks.target = members[(first + offset) % members.length]?.webhookUrl ?? null;
    status = await github.webhooks.send(delivery);
  }
  return status;
}

/** Faults of every kind in a share of the answers; gives a function that counts them. */
function injectFaults(github: FakeGitHub, share: number, random: () => number): () => number {
  const kinds = [
    { status: 502 },
    { reset: true },
    { status: 500, after: true },
    { status: 429, headers: { "retry-after": "1" } },
    { status: 401 },
  ];
  let count = 0;
  for (const kind of kinds) {
    github.fault({
      ...kind,
      times: Number.MAX_SAFE_INTEGER,
      when: () => {
        const hit = random() < share / kinds.length;
        if (hit) count++;
        return hit;
      },
    });
  }
  return () => count;
}
