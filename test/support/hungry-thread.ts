import { parentPort } from "node:worker_threads";
import type { Task, TaskAnswer } from "../../app/reconcile/analysis-task.ts";

// Does what a connector's text asks for, where the checks would only read it.
parentPort?.on("message", (task: Task) => {
  const text = new TextDecoder().decode(task.kind === "check" ? task.project.source : task.source);
  if (text === "time") for (;;);
  if (text === "memory")
    for (const hoard: unknown[] = []; ;)
      hoard.push({ text: text.repeat(hoard.length % 100) + String(hoard.length) });
  if (text === "defect") throw new TypeError("undefined is not a function");
  parentPort?.postMessage({ kind: "is-connector", is: text === "connector" } satisfies TaskAnswer);
});
parentPort?.postMessage("ready");
