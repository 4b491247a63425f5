import type { GrantedWaiver } from "../submission/gate.ts";
import { type GivenAct, inOrder } from "./act.ts";
import type { Roles } from "./roles.ts";

/**
 * The waivers that count for a connector, by rule. Each needs its comment as it was written, and somebody who may still
 * waive that rule; taking one back always counts.
 */
export function waiversOf(
  acts: readonly GivenAct[],
  roles: Roles,
  digest: string | null,
): readonly GrantedWaiver[] {
  const waivers = new Map<string, GrantedWaiver>();
  for (const { act, by, at, isIntact, digest: about } of inOrder(acts)) {
    if (act.act === "unwaive") waivers.delete(act.rule);
    if (act.act !== "waive" || !isIntact || about === null || about !== digest) continue;
    if (roles.mayWaive(by, act.rule)) {
      waivers.set(act.rule, { rule: act.rule, reason: act.reason, by, at, digest: about });
    }
  }
  return [...waivers.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
