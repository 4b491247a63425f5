import type { Entry } from "../engine/line-edits.ts";
import type { Field } from "../connector/fields.ts";
import { labelOf } from "./seen-fields.ts";

/** What the toggle of a field is like. */
export interface Toggle {
  readonly type: string;
  readonly isRequired: boolean;
  /** The values to name in its hint. */
  readonly values?: readonly string[];
}

/** The toggle to text, as attributes of the field; null where its texts would need quoting. */
export function textToggle(field: Field, { type, isRequired, values = [] }: Toggle): readonly Entry[] | null {
  const label = labelOf(field);
  const { name } = field;
  if (name === null || label === null) return null;
  if (![name, label, ...values].every((text) => /^[\w .-]+$/.test(text))) return null;
  const attributes = [
    `name: '${name}'`,
    `label: '${label}'`,
    `type: '${type}'`,
    "control_type: 'text'",
    ...(isRequired ? ["optional: false"] : []),
    "toggle_hint: 'Use custom value'",
    ...(values.length > 0 ? [`hint: 'Allowed values are: ${values.join(", ")}.'`] : []),
  ];
  return ["toggle_hint: 'Select from list'", { key: "toggle_field", entries: attributes }];
}

/** The same for a checkbox. */
export function checkboxToggle(field: Field): readonly Entry[] | null {
  return textToggle(field, { type: "boolean", isRequired: field.flag("optional") === false });
}
