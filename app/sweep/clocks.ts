import type { SubjectQueue } from "../queue/subject-queue.ts";
import type { SweepResult } from "./sweeper.ts";

/** Queues what is watched, since time alone makes reviews and requests overdue. */
export async function sweepClocks(queue: Pick<SubjectQueue, "add" | "watched">): Promise<SweepResult> {
  const keys = await queue.watched();
  if (keys.length > 0) await queue.add(keys, { background: true });
  return { found: keys.length, requests: 0, incomplete: false };
}
