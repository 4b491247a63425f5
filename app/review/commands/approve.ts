import { sideNames } from "../side.ts";
import { openItems, ticksOf } from "../ticks.ts";
import { unboundReason } from "./binding.ts";
import { done, puzzled, type ReviewCommand } from "./command.ts";
import { isResult, sideOf } from "./sides.ts";

export const approve: ReviewCommand = {
  name: "approve",
  usage: "/approve code|usability",
  summary: "Signs off one review for the connector as it is now; a new connector voids it.",
  who: "reviewers of that side",
  answer: "what is still open in the checklist",
  run(args, context) {
    const found = sideOf(args, "approve", context);
    if (isResult(found)) return found;
    const { side, rest } = found;
    if (rest !== "") return puzzled("Write `/approve code` or `/approve usability`, and nothing behind it.");
    const unbound = unboundReason(context, `approve ${side}`);
    if (unbound) return unbound;
    const { observation, acts, roles } = context;
    const open = openItems(ticksOf(side, acts, roles, observation.digest));
    const more =
      open.length === 0
        ? ""
        : ` It counts once the checklist is complete; open: ${open.join(", ")} (\`/check ${side} ${open.length > 3 ? "all" : open.join(" ")}\`).`;
    const { version = "" } = observation.record ?? {};
    return done(`${sideNames[side]} of ${version} signed off.${more}`, { act: "approve", side });
  },
};
