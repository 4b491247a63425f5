import type { Connector, Operation } from "../connector/connector.ts";
import type { Place } from "../connector/dsl-hash.ts";
import { textOf, type Value } from "../connector/value.ts";
import { derivedLabel } from "./labels.ts";

/** The value that a key of an operation has, or that its lambda returns. */
export function shownValue(operation: Operation, key: string): Value | undefined {
  return operation.lambda(key)?.result() ?? operation.get(key)?.value;
}

/** The title that users see: the one that is written, or the one made of the key; null where it is not known. */
export function titleOf(operation: Operation): { text: string; written: boolean; place: Place } | null {
  const property = operation.get("title");
  const text = textOf(property?.value);
  if (property && text !== null) return { text, written: true, place: property.valuePlace };
  if (property || !operation.closed) return null;
  return { text: derivedLabel(operation.name), written: false, place: operation };
}

/** Longer titles are no names. */
const longestTitle = 200;

/** The application's name as the connector's title gives it; null where it is not known. */
export function applicationOf(connector: Connector): string | null {
  const title = textOf(connector.title?.value)?.trim();
  if (!title || title.length > longestTitle) return null;
  const name = title.replace(/\s*\((?:custom|sdk)[^)]*\)$|\s+(?:sdk|connector)$/i, "");
  return name === "" ? null : name;
}
