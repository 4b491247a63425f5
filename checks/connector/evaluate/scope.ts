import { spend } from "../effort.ts";
import { region } from "../regions.ts";
import { choice, nil, unknown, type Value } from "../value.ts";

/** The local variables of one Ruby scope; blocks and lambdas see those of their parents. */
export interface Scope {
  variables: ReadonlyMap<string, Value>;
  /** Whether snapshots hold the map as well, so that a change makes a new one: most are taken where nothing changes. */
  isHeld: boolean;
  readonly parent: Scope | null;
  /** Whether a variable that has not been set is surely nil. */
  readonly complete: boolean;
  /** The modules around the code, such as `Texts::`. */
  readonly namespace: string;
  /** Where it was made, as `regions.ts` describes. */
  readonly born: number;
}

const none: ReadonlyMap<string, Value> = new Map();

export function createScope(
  parent: Scope | null = null,
  complete = false,
  namespace = parent?.namespace ?? "",
): Scope {
  return { variables: none, isHeld: true, parent, complete, namespace, born: region() };
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
  const found = scopeAt(scope, depth);
  if (found) setVariable(found, name, value);
}

/** Sets a variable of the scope itself. */
export function setVariable(scope: Scope, name: string, value: Value): void {
  if (scope.isHeld) {
    scope.variables = scope.variables.size === 0 ? new Map() : new Map(scope.variables);
    scope.isHeld = false;
  }
  (scope.variables as Map<string, Value>).set(name, value);
}

/** Whether a variable of a scope or of its parents is like that. */
export function hasVariable(scope: Scope, test: (value: Value) => boolean): boolean {
  for (let at: Scope | null = scope; at; at = at.parent)
    for (const value of at.variables.values()) if (test(value)) return true;
  return false;
}

/** The variables of a scope and all its parents at one moment. */
export type Snapshot = readonly ReadonlyMap<string, Value>[];

export function takeSnapshot(scope: Scope): Snapshot {
  const maps: ReadonlyMap<string, Value>[] = [];
  for (let at: Scope | null = scope; at; at = at.parent) {
    spend(at.variables.size >> 2);
    at.isHeld = true;
    maps.push(at.variables);
  }
  return maps;
}

export function restoreSnapshot(scope: Scope, snapshot: Snapshot): void {
  let level = 0;
  for (let at: Scope | null = scope; at; at = at.parent) hold(at, snapshot[level++] ?? none);
}

/** Sets each variable to the alternatives that the given moments leave it with. */
export function mergeSnapshots(scope: Scope, snapshots: readonly Snapshot[]): void {
  let level = 0;
  for (let at: Scope | null = scope; at; at = at.parent, level++) {
    const maps = snapshots.map((snapshot) => snapshot[level] ?? none);
    const [first] = maps;
    if (first && maps.every((map) => map === first)) hold(at, first);
    else merge(at, maps);
  }
}

function hold(scope: Scope, variables: ReadonlyMap<string, Value>): void {
  scope.variables = variables;
  scope.isHeld = true;
}

function merge(scope: Scope, maps: readonly ReadonlyMap<string, Value>[]): void {
  const names = new Set(maps.flatMap((map) => [...map.keys()]));
  for (const name of names) {
    const values = maps.map((map) => map.get(name) ?? unset(scope));
    const [first] = values;
    setVariable(scope, name, values.every((value) => value === first) ? first! : choice(values));
  }
}
