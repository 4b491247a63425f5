import type { QueueSettings } from "../environment.ts";
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
