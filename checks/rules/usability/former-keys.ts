import type { Connector } from "../../connector/connector.ts";
import { type Missing, missingKeys } from "../../text/missing-keys.ts";

/** Where a key of operations is missing, and with it the key that it had in former versions of the SDK. */
export function missingUnderBothNames(connector: Connector, key: string, former: string): Missing[] {
  return missingKeys(connector, key).flatMap((missing): Missing[] => {
    if (missing.kind === "operation") return missing.operation.has(former) ? [] : [missing];
    const lacking = missing.operations.filter((operation) => !operation.has(former));
    if (lacking.length === missing.operations.length) return [missing];
    return lacking.map((operation) => ({ kind: "operation", operation }));
  });
}
