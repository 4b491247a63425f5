import type { QueueSettings } from "../environment.ts";
import { type Coordination, createLocalCoordination } from "./coordination.ts";
import { openRedisCoordination } from "./redis-coordination.ts";
import { openRedisQueue } from "./redis-queue.ts";
import { openSqliteQueue } from "./sqlite-queue.ts";
import type { Role } from "./sqlite-file.ts";
import type { SubjectQueue } from "./subject-queue.ts";

/** Opens the queue that the settings choose. */
export async function openQueue(
  settings: QueueSettings,
  role: Role,
  onError: (error: unknown) => void,
): Promise<SubjectQueue> {
  return settings.redisUrl === null
    ? openSqliteQueue({ path: settings.queuePath, role })
    : openRedisQueue({
        url: settings.redisUrl,
        lockMs: settings.queueLockMs,
        checkMs: settings.queueLockMs / 2,
        onError,
      });
}

/** Opens what those who work off the queue agree on. */
export async function openCoordination(
  { redisUrl, queueLockMs }: QueueSettings,
  onError: (error: unknown) => void,
): Promise<Coordination> {
  return redisUrl === null
    ? createLocalCoordination()
    : openRedisCoordination({ url: redisUrl, lockMs: queueLockMs, onError });
}
