import { assertNever } from "../assert-never.ts";
import type { Command, CommandAnswer, FixOutcome } from "./command.ts";

export const fix: Command = {
  name: "fix",
  summary: "Commits all safe fixes to the branch of the pull request.",
  usage: "/fix",
  permission: "write",
  run: async (_, context) => toAnswer(await context.fix()),
};

function toAnswer(outcome: FixOutcome): CommandAnswer {
  switch (outcome.kind) {
    case "fixed":
      return { react: "+1" };
    case "nothing":
      return { react: "confused", reply: "There is no finding left that has a safe fix." };
    case "fork":
      return {
        react: "confused",
        reply:
          "The branch belongs to a fork, which this app cannot write to. Apply the suggestions on the changed lines, or run `connector-gate check --fix` on the branch.",
      };
    default:
      return assertNever(outcome);
  }
}
