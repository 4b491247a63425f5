import type { SubjectQueue } from "../queue/subject-queue.ts";
import { sendAnswer } from "./answer.ts";
import type { Handler } from "./receiver.ts";

/** Whether the process lives; a supervisor restarts it where this does not answer. */
export function createHealth(): Handler {
  return async (request, response) => sendAnswer(request, response, { status: 200, text: "ok" });
}

export interface ReadinessDependencies {
  readonly queue: Pick<SubjectQueue, "stats">;
  /** True once the process was told to stop. */
  readonly isStopping: () => boolean;
}

/** Whether deliveries are welcome: not while the queue does not answer, and not while the process stops. */
export function createReadiness({ queue, isStopping }: ReadinessDependencies): Handler {
  return async (request, response) => {
    if (isStopping()) return sendAnswer(request, response, { status: 503, text: "stopping" });
    try {
      await queue.stats();
    } catch {
      return sendAnswer(request, response, { status: 503, text: "the queue does not answer" });
    }
    return sendAnswer(request, response, { status: 200, text: "ready" });
  };
}
