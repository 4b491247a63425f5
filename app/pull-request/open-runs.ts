import type { CheckOutput, CheckRunPort, Conclusion, ObservedCheckRun } from "../github/check-runs.ts";
import { faultOf } from "../github/faults.ts";
import { formatExternalId, type SpeaksFor } from "./check-run.ts";

/** The runs of a commit that wait for a result; none where the commit is gone. */
export async function openRunsOf(
  sha: string,
  port: Pick<CheckRunPort, "list">,
): Promise<readonly ObservedCheckRun[]> {
  return (await runsOf(sha, port)).filter(({ isCompleted }) => !isCompleted);
}

/** The runs of a commit; none where the commit is gone. */
export async function runsOf(
  sha: string,
  port: Pick<CheckRunPort, "list">,
): Promise<readonly ObservedCheckRun[]> {
  try {
    return await port.list(sha);
  } catch (error) {
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind === "missing" || kind === "refused") return [];
    throw error;
  }
}

/** What another look at the commit cannot take for a result. */
const noResult = "none";

/** Ends runs without a result; a later look at the commit makes new ones. */
export async function endWithoutResult(
  runs: readonly ObservedCheckRun[],
  conclusion: Conclusion,
  output: CheckOutput,
  speaksFor: SpeaksFor | null,
  port: Pick<CheckRunPort, "update">,
): Promise<void> {
  const externalId = formatExternalId({ inputs: noResult, content: noResult, speaksFor });
  for (const { id } of runs) {
    await port.update(id, { externalId, output, annotations: [], conclusion, actions: [] });
  }
}
