import * as core from "@actions/core";

import type { GitHubClient } from "../app/github/client.ts";
import type { Rule } from "../checks/engine/rule.ts";
import { check } from "./check.ts";
import { readInputs } from "./inputs.ts";
import { readRunContext } from "./run-context.ts";
import { submit } from "./submit.ts";
import type { Wait } from "./submission/persist.ts";
import { UserError } from "./user-error.ts";

/** What the action is made of besides the environment. */
export interface Tools {
  readonly version: string;
  readonly rules: ReadonlyMap<string, Rule>;
  createGitHub(token: string, apiUrl: string): Promise<GitHubClient>;
  /** Waits before a request is tried again. */
  readonly wait: Wait;
}

/** Runs the action once. Whatever happens, the outcome is a step that passed or failed with a sentence. */
export async function run(tools: Tools, environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const inputs = readInputs();
    const context = readRunContext(environment);
    switch (inputs.mode) {
      case "check":
        await check(inputs, context, tools);
        break;
      case "submit":
        await submit(inputs, context, tools);
        break;
    }
  } catch (error) {
    core.setFailed(explain(error));
    if (error instanceof UserError) for (const line of error.more) core.error(line);
    if (!(error instanceof UserError) && error instanceof Error) core.debug(error.stack ?? "");
  }
}

function explain(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ""] = what.split("\n");
  return `Connector Gate has a defect (${line.slice(0, 300)}). Please report it at https://github.com/connector-gate/connector-gate/issues, with the step's debug log.`;
}
