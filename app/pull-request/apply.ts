import type { CheckOutput, CheckRunPort, ObservedCheckRun } from "../github/check-runs.ts";
import { batchesOf, type CheckRunChange } from "./check-run.ts";

const queued: CheckOutput = {
  title: "Waiting for its turn",
  summary: "The connectors of this pull request are about to be checked.",
};

/** Opens a check run of each name that is missing, so that people see that something is coming. */
export async function announce(
  sha: string,
  names: readonly string[],
  observed: readonly ObservedCheckRun[],
  port: CheckRunPort,
): Promise<readonly ObservedCheckRun[]> {
  const opened: ObservedCheckRun[] = [];
  for (const name of names) {
    const { id } = await port.create(sha, name, queued);
    opened.push({ id, name, externalId: "", isCompleted: false, annotationCount: 0, startedAt: 0 });
  }
  return [...observed.filter(({ name }) => !names.includes(name)), ...opened];
}

/** Makes one change of a check run. Several requests where there are many annotations; safe to stop between any two. */
export async function applyChange(sha: string, change: CheckRunChange, port: CheckRunPort): Promise<void> {
  if (change.kind === "rename") {
    await port.rename(change.id, change.externalId);
    return;
  }
  const { desired, externalId } = change;
  const { id } = change.kind === "create" ? await port.create(sha, desired.name, queued) : change;
  const batches = batchesOf(desired.annotations, change.kind === "create" ? 0 : change.posted);
  for (const [index, annotations] of batches.entries()) {
    const isLast = index === batches.length - 1;
    await port.update(id, {
      externalId,
      output: desired.output,
      annotations,
      conclusion: isLast ? desired.conclusion : null,
      actions: isLast ? desired.actions : [],
    });
  }
}
