import type { Connector } from "../../connector/connector.ts";
import type { WrittenField } from "../../engine/rule.ts";

const known = new WeakMap<Connector, readonly string[]>();

/** Whether a field, be it an output or that of a toggle, is also used outside of steps that are deprecated. */
export function isCurrent(field: WrittenField, connector: Connector): boolean {
  if (field.isSeen) return true;
  const deprecated = known.get(connector) ?? deprecatedPaths(connector);
  known.set(connector, deprecated);
  const steps = field.uses.filter(({ list }) => list.role !== "definition");
  return (
    steps.length === 0 || steps.some(({ list }) => !deprecated.some((start) => list.path.startsWith(start)))
  );
}

function deprecatedPaths({ operations }: Connector): readonly string[] {
  return operations.filter(({ deprecated }) => deprecated).map(({ path }) => `${path}.`);
}
