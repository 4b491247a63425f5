import type { Entry } from "../engine/line-edits.ts";
import type { WrittenField } from "../engine/rule.ts";
import { labelOf } from "./seen-fields.ts";

/** The toggle from a checkbox to text, as attributes of the field; null where its texts would need quoting. */
export function checkboxToggle(field: WrittenField): readonly Entry[] | null {
  const plain = /^[\w .-]+$/;
  const label = labelOf(field);
  const { name } = field;
  if (name === null || label === null || !plain.test(label) || !plain.test(name)) return null;
  const attributes = [
    `name: '${name}'`,
    `label: '${label}'`,
    "type: 'boolean'",
    "control_type: 'text'",
    ...(field.flag("optional") === false ? ["optional: false"] : []),
    "toggle_hint: 'Use custom value'",
  ];
  return ["toggle_hint: 'Select from list'", { key: "toggle_field", entries: attributes }];
}
