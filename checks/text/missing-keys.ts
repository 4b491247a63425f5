import type { Connector, Operation } from "../connector/connector.ts";
import type { Property } from "../connector/dsl-hash.ts";

/** From so many operations on, a key that all of them lack is one thing to say. */
const many = 4;

/** Where a key of operations is missing: in a whole section, or in single operations. */
export type Missing =
  | { readonly kind: "section"; readonly section: Property; readonly operations: readonly Operation[] }
  | { readonly kind: "operation"; readonly operation: Operation };

/** The operations, but deprecated ones, that surely lack a key. */
export function missingKeys(connector: Connector, key: string): Missing[] {
  return [connector.actions, connector.triggers].flatMap(({ entries, property }): Missing[] => {
    const current = entries.filter((operation) => !operation.deprecated);
    const lacking = current.filter((operation) => operation.closed && !operation.has(key));
    if (property && lacking.length === current.length && lacking.length >= many)
      return [{ kind: "section", section: property, operations: lacking }];
    return lacking.map((operation) => ({ kind: "operation", operation }));
  });
}
