import type { Connector } from "../connector/connector.ts";
import type { Field } from "../connector/fields.ts";
import { exactItems, textOf } from "../connector/value.ts";

/** So many values fit into a hint. */
const few = 8;

/**
 * The values of a field's pick list, where all of them are known, and users cannot guess them from the labels; null
 * otherwise.
 */
export function valuesToTell(connector: Connector, field: Field): readonly string[] | null {
  const named = field.text("pick_list");
  const list = named !== null ? connector.pickLists.get(named)?.options : field.value("pick_list");
  const options = exactItems(list);
  if (!options || options.length === 0 || options.length > few) return null;
  const values: string[] = [];
  let telling = false;
  for (const option of options) {
    const pair = exactItems(option);
    const value = textOf(pair?.[1]);
    if (value === null) return null;
    values.push(value);
    telling ||= value !== textOf(pair?.[0]);
  }
  return telling ? values : null;
}
