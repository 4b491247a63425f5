import * as core from "@actions/core";

import type { Inputs } from "./inputs.ts";
import { checkProjects, describeReport, readInputSettings } from "./checked.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";

/** The mode `check`: gates every connector of the checkout. No token, no network, nothing of the checkout is run. */
export async function check(inputs: Inputs, context: RunContext, tools: Tools): Promise<void> {
  const settings = await readInputSettings(inputs, context);
  const checked = await checkProjects(settings, inputs, context, tools);
  await core.summary.addRaw(describeReport(checked, context, tools), true).write();
  if (checked.verdict === "fail") core.setFailed(checked.reason);
}
