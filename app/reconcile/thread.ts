import { Worker } from "node:worker_threads";

/** Bounds that hold for whatever a thread is given to do. */
export interface ThreadLimits {
  /** Milliseconds for one task. */
  readonly timeMs: number;
  /** Megabytes of heap. */
  readonly memoryMb: number;
}

export type ThreadAnswer<Answer> =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "exhausted"; readonly what: "time" | "memory" };

/** A thread that does one task at a time, and is lost with a task that exceeds its limits. */
export interface Thread<Task, Answer> {
  readonly alive: boolean;
  /** Rejects where the thread failed by itself. */
  run(task: Task): Promise<ThreadAnswer<Answer>>;
  stop(): Promise<void>;
}

/** Starts a thread; resolves when it says that it is ready, and rejects where it ends before. */
export async function startThread<Task, Answer>(
  file: URL,
  limits: ThreadLimits,
): Promise<Thread<Task, Answer>> {
  const worker = new Worker(file, {
    // The secrets of the environment are none of its business.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  let alive = true;
  let onEnd: (error: unknown) => void = () => {};
  worker.on("error", (error) => {
    alive = false;
    onEnd(error);
  });
  worker.on("exit", () => {
    alive = false;
    onEnd(new Error("the thread ended"));
  });
  // A process that only waits for its threads has nothing left to do.
  worker.unref();

  /** Waits for the next message, and no longer than the thread lives. */
  function nextMessage(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      onEnd = reject;
      worker.once("message", resolve);
    });
  }

  await nextMessage();
  return {
    get alive() {
      return alive;
    },
    async run(task) {
      let outOfTime = false;
      const timer = setTimeout(() => {
        outOfTime = true;
        void worker.terminate();
      }, limits.timeMs);
      try {
        const answer = nextMessage();
        worker.postMessage(task);
        return { kind: "answer", answer: (await answer) as Answer };
      } catch (error) {
        if (outOfTime) return { kind: "exhausted", what: "time" };
        if (isOutOfMemory(error)) return { kind: "exhausted", what: "memory" };
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    async stop() {
      alive = false;
      await worker.terminate();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
