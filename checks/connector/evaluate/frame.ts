import type { Value } from "../value.ts";
import { mergeSnapshots, type Scope, type Snapshot, takeSnapshot } from "./scope.ts";

/** How a block of a call may have been left early. */
export interface Exit {
  /** What the call gives since the block surely broke out of it. */
  value: Value | null;
  /** Whether the block may have broken out of it. */
  uncertain: boolean;
}

/** What the evaluation of a body has come to: that of a lambda or method, a block, a loop, or what `rescue` guards. */
export interface Frame {
  /** A `lambda` is what the evaluation began with; a `method` is called by other code, whose values it may change. */
  readonly kind: "lambda" | "method" | "block" | "loop" | "guard";
  /** The frame of the code around a block or loop; null for lambdas and methods, which `return` leaves. */
  readonly parent: Frame | null;
  /** Values of `return` (of a lambda) and `next` so far. */
  readonly returns: Value[];
  /** How `break` leaves the call or loop; shared by all runs of the block. */
  readonly exit: Exit;
  /** What the variables were where some path has ended; shared by all that is run in it. */
  readonly left: Snapshot[];
  /** The undecided piece of code that the body was entered in, as the evaluator numbers them. */
  readonly region: number;
  /** Whether the rest of the statements is not reached on this path. */
  ended: boolean;
  /** Whether some path has ended, so that the rest of the statements may not be reached. */
  partial: boolean;
}

export function createFrame(kind: Frame["kind"] = "lambda", parent: Frame | null = null, region = 0): Frame {
  return {
    kind,
    parent,
    returns: [],
    exit: { value: null, uncertain: false },
    left: [],
    region,
    ended: false,
    partial: false,
  };
}

/** The frame of the lambda or method around, which `return` leaves. */
export function lambdaFrame(frame: Frame): Frame {
  let at = frame;
  while (at.parent) at = at.parent;
  return at;
}

/** To be called where a body has come to its end: what outlives it may be as it was where a path of it ended. */
export function rejoin({ kind, left }: Frame, scope: Scope): void {
  if (left.length > 0 && kind !== "lambda") mergeSnapshots(scope, [takeSnapshot(scope), ...left]);
}

/** An exception that is surely raised. It is caught by `rescue`, and where code is only tentatively followed. */
export class Raised extends Error {}

/** It says nothing but that, so there is one for all: making one costs much more than the rest of a call. */
export const raised = new Raised();
