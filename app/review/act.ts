import { z } from "zod";
import { sides } from "./side.ts";

const Side = z.enum(sides);
const Items = z.array(z.string().max(100)).max(100);
const Text = z.string().max(1000);

/** What somebody did by a command, as its receipt notes it. */
export const Act = z.discriminatedUnion("act", [
  z.object({ act: z.literal("approve"), side: Side }),
  z.object({ act: z.literal("request"), sides: z.array(Side).min(1), text: Text }),
  z.object({ act: z.literal("check"), side: Side, items: Items }),
  z.object({ act: z.literal("uncheck"), side: Side, items: Items }),
  z.object({ act: z.literal("waive"), rule: z.string().max(200), reason: Text }),
  z.object({ act: z.literal("unwaive"), rule: z.string().max(200) }),
  z.object({ act: z.literal("hold"), reason: Text }),
  z.object({ act: z.literal("unhold") }),
  z.object({ act: z.literal("assign"), side: Side, login: z.string().max(100) }),
  /** `record` is the digest of all that is to be listed. */
  z.object({ act: z.literal("list"), version: z.string().max(200), record: z.string().max(64).default("") }),
  z.object({ act: z.literal("withdraw") }),
]);
export type Act = z.output<typeof Act>;

/** An act with all that decides whether it counts. */
export interface GivenAct {
  readonly act: Act;
  readonly by: string;
  /** Seconds since the epoch: when the command was written. */
  readonly at: number;
  /** The comment that held the command, and the command's place among its acts. */
  readonly comment: number;
  readonly index: number;
  /** The head that the person could see; null where another one came while they wrote. */
  readonly head: string | null;
  /** The connector at that head. */
  readonly digest: string | null;
  /** Whether the comment is still there as it was written. */
  readonly isIntact: boolean;
}

/** Acts that keep a gate from passing, and so count even where little proves them any more. */
const cautious = new Set<Act["act"]>(["request", "hold", "unwaive", "uncheck"]);

export function isCautious({ act }: GivenAct): boolean {
  return cautious.has(act.act);
}

/** Acts in the order in which people wrote them, whenever they were read. */
export function inOrder(acts: readonly GivenAct[]): readonly GivenAct[] {
  return acts.toSorted((a, b) => a.at - b.at || a.comment - b.comment || a.index - b.index);
}
