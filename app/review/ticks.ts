import { checklists, type ChecklistItem } from "../../checks/rules/checklists.ts";
import { type GivenAct, inOrder } from "./act.ts";
import type { Roles } from "./roles.ts";
import type { Side } from "./side.ts";

/** An item of a side's checklist, and who ticked it for the connector as it is now. */
export interface TickedItem {
  /** As people name it in commands, from 1. */
  readonly number: number;
  readonly item: ChecklistItem;
  readonly by: string | null;
}

/**
 * Folds the ticks of a side. A tick counts for the connector that it was given for, as long as its comment is there and
 * its author reviews for this side; taking one back always counts.
 */
export function ticksOf(
  side: Side,
  acts: readonly GivenAct[],
  roles: Roles,
  digest: string | null,
): readonly TickedItem[] {
  const ticked = new Map<string, string>();
  for (const { act, by, isIntact, digest: about } of inOrder(acts)) {
    if ((act.act !== "check" && act.act !== "uncheck") || act.side !== side) continue;
    if (act.act === "uncheck") {
      for (const id of act.items) ticked.delete(id);
      continue;
    }
    const counts = isIntact && digest !== null && about === digest && roles.sidesOf(by).includes(side);
    if (counts) for (const id of act.items) ticked.set(id, by);
  }
  return checklists[side].map((item, index) => ({
    number: index + 1,
    item,
    by: ticked.get(item.id) ?? null,
  }));
}

/** The numbers of the items that nobody has ticked. */
export function openItems(items: readonly TickedItem[]): readonly number[] {
  return items.flatMap(({ number, by }) => (by === null ? [number] : []));
}
