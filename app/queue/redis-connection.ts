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
  const patient = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  const prompt = promptOf(url);
  await connectAll(url, [prompt, patient], onError);
  return {
    prompt,
    patient,
    async close() {
      prompt.disconnect();
      patient.disconnect();
    },
  };
}

/** The same, where there is nothing to wait for. */
export async function connectPrompt(url: string, onError: (error: Error) => void): Promise<Redis> {
  const prompt = promptOf(url);
  await connectAll(url, [prompt], onError);
  return prompt;
}

function promptOf(url: string): Redis {
  return new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
}

async function connectAll(
  url: string,
  connections: readonly Redis[],
  onError: (error: Error) => void,
): Promise<void> {
  let problem: Error | null = null;
  for (const redis of connections) {
    redis.on("error", (error: Error) => {
      problem = error;
      onError(error);
    });
  }
  try {
    await Promise.all(connections.map((redis) => redis.connect()));
  } catch (error) {
    for (const redis of connections) redis.disconnect();
    const reason = problem ?? error;
    const { host } = new URL(url);
    throw new UserError(
      `Redis at ${host} cannot be used (${reason instanceof Error ? reason.message : String(reason)}); check REDIS_URL`,
    );
  }
}
