import { spend } from "../effort.ts";
import { region } from "../regions.ts";
import { choice, nil, unknown, type Value } from "../value.ts";

/** The local variables of one Ruby scope; blocks and lambdas see those of their parents. */
export interface Scope {
  readonly variables: Map<string, Value>;
  readonly parent: Scope | null;
  /** Whether a variable that has not been set is surely nil. */
  readonly complete: boolean;
  /** The modules around the code, such as `Texts::`. */
  readonly namespace: string;
  /** Where it was made, as `regions.ts` describes. */
  readonly born: number;
}

export function createScope(
  parent: Scope | null = null,
  complete = false,
  namespace = parent?.namespace ?? "",
): Scope {
  return { variables: new Map(), parent, complete, namespace, born: region() };
}

/** The scope `depth` levels up, as Prism counts them. */
export function scopeAt(scope: Scope, depth: number): Scope | null {
  let found: Scope | null = scope;
  for (let level = 0; level < depth && found; level++) found = found.parent;
  return found;
}

export function readVariable(scope: Scope, name: string, depth: number): Value {
  const found = scopeAt(scope, depth);
  return found?.variables.get(name) ?? unset(found);
}

function unset(scope: Scope | null): Value {
  return scope?.complete ? nil() : unknown();
}

export function writeVariable(scope: Scope, name: string, depth: number, value: Value): void {
  scopeAt(scope, depth)?.variables.set(name, value);
}

/** The variables of a scope and all its parents at one moment. */
export type Snapshot = readonly ReadonlyMap<string, Value>[];

export function takeSnapshot(scope: Scope): Snapshot {
  const maps: Map<string, Value>[] = [];
  for (let at: Scope | null = scope; at; at = at.parent) {
    spend(at.variables.size >> 2);
    maps.push(new Map(at.variables));
  }
  return maps;
}

export function restoreSnapshot(scope: Scope, snapshot: Snapshot): void {
  let level = 0;
  for (let at: Scope | null = scope; at; at = at.parent) {
    at.variables.clear();
    for (const [name, value] of snapshot[level++] ?? []) at.variables.set(name, value);
  }
}

/** Sets each variable to the alternatives that the given moments leave it with. */
export function mergeSnapshots(scope: Scope, snapshots: readonly Snapshot[]): void {
  let level = 0;
  for (let at: Scope | null = scope; at; at = at.parent, level++) {
    const names = new Set(snapshots.flatMap((snapshot) => [...(snapshot[level]?.keys() ?? [])]));
    for (const name of names) {
      const values = snapshots.map((snapshot) => snapshot[level]?.get(name) ?? unset(at));
      at.variables.set(name, values.every((value) => value === values[0]) ? values[0]! : choice(values));
    }
  }
}
