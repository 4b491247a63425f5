import type { CheckRunPort, ObservedCheckRun } from "../github/check-runs.ts";
import { formatExternalId, parseExternalId } from "../pull-request/check-run.ts";
import { gateNames } from "./gate.ts";

const retired = "retired";

/** Whether the runs of a commit are those of a submission. */
export function haveGates(runs: readonly ObservedCheckRun[]): boolean {
  return runs.some(({ name }) => name === gateNames[0]);
}

/**
 * Takes back that a former head of a submission has passed. Whoever forces the branch back to it finds `Submission`
 * cancelled until the app has looked again: what was said meanwhile, such as a hold or a dismissed review, could
 * otherwise be passed by, and a merge that waits for green checks would happen at once.
 */
export async function retireGates(
  sha: string,
  newSha: string,
  runs: readonly ObservedCheckRun[],
  port: Pick<CheckRunPort, "createWith">,
): Promise<void> {
  const [name] = gateNames;
  const run = runs.find((candidate) => candidate.name === name);
  if (!run?.isCompleted || parseExternalId(run.externalId)?.content === retired) return;
  await port.createWith(sha, name, {
    externalId: formatExternalId({ inputs: "gate", content: retired }),
    output: {
      title: "Superseded by a newer commit",
      summary: `${newSha} took the place of this commit; what was found out about this one counts no more.\n`,
    },
    annotations: [],
    conclusion: "cancelled",
    actions: [],
  });
}
