import { markdownCode } from "../../../checks/report/escape.ts";
import { type CommandContext, type CommandResult, puzzled } from "./command.ts";

/**
 * Why a command that is about one connector cannot be taken, since it is not sure which one its author saw; null where
 * it is.
 */
export function unboundReason(
  { observation, sawHead, sawTruth }: CommandContext,
  name: string,
): CommandResult | null {
  if (observation.digest === null || observation.record === null) {
    return puzzled(
      "There is no valid record at the head of this submission, so there is nothing to decide about. The check *Submission* says what is wrong.",
    );
  }
  if (sawHead && sawTruth) return null;
  if (sawHead) {
    return puzzled(
      `The check *Submission* had not passed when you wrote, so it is not sure that you saw the connector which the record names. Write ${markdownCode(`/${name}`)} again once it is green.`,
    );
  }
  return puzzled(
    `The submission changed to ${markdownCode(observation.pull.headSha.slice(0, 6))} while you wrote, or its checks had not begun. Have a look, and write ${markdownCode(`/${name}`)} again.`,
  );
}
