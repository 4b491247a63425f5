/**
 * `npm run chaos`: many webhooks, shuffled, doubled and delayed, to an app that is killed again and again, from a GitHub
 * that fails now and then. In the end everything must look as after one clean run. `--processes 3` shares the work
 * through a Redis (`redis-server` must be installed).
 */
import { parseArgs } from "node:util";
import { runChaos } from "../test/support/chaos/chaos.ts";

const { values } = parseArgs({
  options: {
    deliveries: { type: "string", default: "10000" },
    pulls: { type: "string", default: "200" },
    owners: { type: "string", default: "20" },
    pushes: { type: "string", default: "800" },
    faults: { type: "string", default: "0.05" },
    kills: { type: "string", default: "5" },
    processes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
  },
});

const { problems, ...figures } = await runChaos({
  deliveries: Number(values.deliveries),
  pulls: Number(values.pulls),
  owners: Number(values.owners),
  pushes: Number(values.pushes),
  faults: Number(values.faults),
  kills: Number(values.kills),
  processes: Number(values.processes),
  seed: Number(values.seed),
  log: (line) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
});

console.table({ ...values, ...figures });
for (const problem of problems.slice(0, 20)) console.log(problem);
console.log(problems.length === 0 ? "the same final state as one clean run" : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
