import { setTimeout as pause } from "node:timers/promises";
import { type AppProcess, type LogLine, startAppProcess } from "../app-process.ts";

/** The processes of the app, one or several, which may be killed and come back. */
export interface Fleet {
  readonly members: readonly AppProcess[];
  /** Ends one on the spot and starts another in its place. */
  killOne(index: number): Promise<void>;
  restartAll(): Promise<void>;
  /** Resolves when the queue has been empty for a moment. */
  settled(): Promise<void>;
  /** Resolves when each process has looked once for deliveries that failed before it was there. */
  swept(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFleet(size: number, env: Record<string, string>): Promise<Fleet> {
  const start = () => startAppProcess(env);
  let members: AppProcess[] = [];
  for (let index = 0; index < size; index++) members.push(await start());
  return {
    get members() {
      return members;
    },
    async killOne(index) {
      await members[index]?.kill();
      members = members.with(index, await start());
    },
    async restartAll() {
      await Promise.all(members.map((member) => member.stop()));
      members = [];
      for (let index = 0; index < size; index++) members.push(await start());
    },
    async settled() {
      for (let calm = 0; calm < 3;) {
        await pause(100);
        const first = members[0];
        calm = first !== undefined && (await countOpen(first)) === 0 ? calm + 1 : 0;
      }
    },
    async swept() {
      await Promise.all(members.map((member) => member.logged(isSweep)));
    },
    async stop() {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}

function isSweep({ msg, sweep }: LogLine): boolean {
  return msg === "swept" && sweep === "failed-deliveries";
}

/** How many subjects wait or are being worked on. */
async function countOpen(app: AppProcess): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return ["waiting", "running"]
    .map((state) => Number(new RegExp(`subjects\\{state="${state}"\\} (\\d+)`).exec(text)?.[1] ?? Infinity))
    .reduce((a, b) => a + b);
}
