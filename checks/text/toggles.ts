import type { WrittenField } from "../engine/rule.ts";
import { labelOf } from "./seen-fields.ts";

/** The toggle from a checkbox to text, for the field to be written with; null where its texts would need quoting. */
export function checkboxToggle(field: WrittenField): string | null {
  const plain = /^[\w .-]+$/;
  const label = labelOf(field);
  const { name } = field;
  if (name === null || label === null || !plain.test(label) || !plain.test(name)) return null;
  const optional = field.flag("optional") === false ? "optional: false, " : "";
  return (
    `toggle_hint: 'Select from list', toggle_field: { name: '${name}', label: '${label}', ` +
    `type: 'boolean', control_type: 'text', ${optional}toggle_hint: 'Use custom value' }`
  );
}
