import { sha256 } from "../../../checks/digest.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import { escapeMarkdown } from "../../../checks/report/escape.ts";
import { isPassing } from "../../submission/gate.ts";
import { holdsOf } from "../hold.ts";
import { policyNames } from "../roles.ts";
import { unboundReason } from "./binding.ts";
import { done, puzzled, refuse, type ReviewCommand } from "./command.ts";

export const list: ReviewCommand = {
  name: "list",
  usage: "/list",
  summary: "Lists the connector: merges the submission, if every gate is green.",
  who: "who lists",
  answer: "the merge, or which gates are not green",
  run(_, context) {
    const { by, roles, observation, gates, acts } = context;
    if (!roles.isLister(by)) {
      return refuse(
        roles.isInsider(by)
          ? "Nobody lists a connector of their own side."
          : `\`/list\` is for those whom the policy names: ${policyNames(observation.policy.listing["listed-by"])}.`,
      );
    }
    const unbound = unboundReason(context, "list");
    if (unbound) return unbound;
    if (observation.pull.isDraft) return puzzled("A draft is not listed. Mark it as ready for review first.");
    if (holdsOf(acts, roles).hold) return puzzled("It is on hold. `/unhold` first, then `/list`.");
    const red = gates?.filter((gate) => !isPassing(gate)) ?? [];
    if (!gates || red.length > 0) {
      const lines = red.map(({ name, title }) => `- *${name}*: ${escapeMarkdown(title)}`);
      return puzzled(
        `Not yet: these gates are not green.\n\n${lines.join("\n")}\n\nWrite \`/list\` again once they are.`,
      );
    }
    return done("Every gate is green. Listing it.", {
      act: "list",
      version: observation.record?.version ?? "",
      record: observation.record ? sha256(formatRecord(observation.record)) : "",
    });
  },
};
