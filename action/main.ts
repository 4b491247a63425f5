import { setTimeout } from "node:timers/promises";

import { rules } from "../checks/rules/index.ts";
import { version } from "../checks/version.ts";
import { createGitHub } from "./github.ts";
import { run } from "./run.ts";

await run(
  {
    version,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    createGitHub,
    wait: async (milliseconds) => setTimeout(milliseconds),
  },
  process.env,
);
