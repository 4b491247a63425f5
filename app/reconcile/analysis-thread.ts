import { parentPort } from "node:worker_threads";
import { makeObjectsYoung } from "../../checks/cli/load-checker.ts";
import { loadChecker } from "../checks.ts";
import { answerTask, type Task } from "./analysis-task.ts";

// The whole of a thread that works on connectors: nothing in here knows a token, or can reach GitHub.
makeObjectsYoung();
const checker = await loadChecker();
parentPort?.on("message", (task: Task) => parentPort?.postMessage(answerTask(checker, task)));
parentPort?.postMessage("ready");
