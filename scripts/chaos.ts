/**
 * `npm run chaos`: many webhooks, shuffled, doubled and delayed, to an app that is killed again and again, from a GitHub
 * that fails now and then. In the end everything must look as after one clean run. `--processes 3` shares the work
 * through a Redis (`redis-server` must be installed).
 */
import { runChaos } from "../test/support/chaos/chaos.ts";
import { readArguments } from "./read-arguments.ts";

const { values } = readArguments("chaos", "Many webhooks to an app that is killed again and again.", {
  options: {
    deliveries: 10_000,
    pulls: 200,
    owners: 20,
    pushes: 800,
    faults: 0.05,
    kills: 5,
    processes: 1,
    seed: 1,
  },
});

const { problems, ...figures } = await runChaos({
  ...values,
  log: (line) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
});

console.table({ ...values, ...figures });
for (const problem of problems.slice(0, 20)) console.log(problem);
console.log(problems.length === 0 ? "the same final state as one clean run" : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
