import { Redis } from "ioredis";
import { UserError } from "../user-error.ts";

export interface RedisConnections {
  /** For questions that are answered at once: they fail while Redis is away, rather than wait for it. */
  readonly prompt: Redis;
  /** For waiting: it outlives an absence of Redis. */
  readonly patient: Redis;
  close(): Promise<void>;
}

/** Connects, or says in one line why it cannot. Later absences are survived. */
export async function connectRedis(url: string, onError: (error: Error) => void): Promise<RedisConnections> {
  const prompt = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const patient = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  let problem: Error | null = null;
  for (const redis of [prompt, patient]) {
    redis.on("error", (error: Error) => {
      problem = error;
      onError(error);
    });
  }
  try {
    await Promise.all([prompt.connect(), patient.connect()]);
  } catch (error) {
    prompt.disconnect();
    patient.disconnect();
    const reason = problem ?? error;
    const { host } = new URL(url);
    throw new UserError(
      `Redis at ${host} cannot be used (${reason instanceof Error ? reason.message : String(reason)}); check REDIS_URL`,
    );
  }
  return {
    prompt,
    patient,
    async close() {
      prompt.disconnect();
      patient.disconnect();
    },
  };
}
