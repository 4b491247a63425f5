import { checklists } from "../../../checks/rules/checklists.ts";
import { countOf } from "../../../checks/report/counts.ts";
import { type Side, sideNames } from "../side.ts";
import { openItems, ticksOf } from "../ticks.ts";
import { unboundReason } from "./binding.ts";
import { type CommandContext, type CommandResult, done, puzzled, type ReviewCommand } from "./command.ts";
import { isResult, sideOf } from "./sides.ts";

export const check: ReviewCommand = {
  name: "check",
  usage: "/check code|usability <numbers>|all",
  summary: "Ticks items of a checklist for the connector as it is now, such as `/check code 1 3-5`.",
  who: "reviewers of that side",
  answer: "how many items are open",
  run: (args, context) => tick("check", args, context),
};

export const uncheck: ReviewCommand = {
  name: "uncheck",
  usage: "/uncheck code|usability <numbers>|all",
  summary: "Takes ticks back.",
  who: "reviewers of that side",
  answer: "how many items are open",
  run: (args, context) => tick("uncheck", args, context),
};

function tick(act: "check" | "uncheck", args: string, context: CommandContext): CommandResult {
  const found = sideOf(args, act, context);
  if (isResult(found)) return found;
  const { side, rest } = found;
  const items = itemsOf(side, rest);
  if (!items) {
    const last = checklists[side].length;
    return puzzled(
      `Name items of the ${side} checklist by their numbers, 1 to ${last}: \`/${act} ${side} 1 3-5\`, or \`/${act} ${side} all\`.`,
    );
  }
  if (act === "check") {
    const unbound = unboundReason(context, `check ${args}`);
    if (unbound) return unbound;
  }
  const { acts, roles, observation } = context;
  const before = openItems(ticksOf(side, acts, roles, observation.digest));
  const numbers = checklists[side].flatMap(({ id }, index) => (items.includes(id) ? [index + 1] : []));
  const open =
    act === "check"
      ? before.filter((number) => !numbers.includes(number))
      : [...new Set([...before, ...numbers])];
  const left =
    open.length === 0 ? "the list is complete" : `${open.length} of ${checklists[side].length} open`;
  const verb = act === "check" ? "ticked" : "taken back";
  return done(`${sideNames[side]}: ${countOf(items.length, "item")} ${verb}, ${left}.`, {
    act,
    side,
    items: [...items],
  });
}

/** The ids of the items that are named by numbers, ranges or `all`; null where something else is. */
function itemsOf(side: Side, text: string): readonly string[] | null {
  const list = checklists[side];
  if (text.toLowerCase() === "all") return list.map(({ id }) => id);
  const numbers = new Set<number>();
  for (const word of text.split(/[\s,]+/).filter((part) => part !== "")) {
    const [, first = "", last = first] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(word) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to > list.length || from > to) return null;
    for (let number = from; number <= to; number++) numbers.add(number);
  }
  return numbers.size === 0 ? null : list.filter((_, index) => numbers.has(index + 1)).map(({ id }) => id);
}
