import type { Field } from "../connector/fields.ts";
import type { WrittenField } from "../engine/rule.ts";
import type { Place } from "../connector/dsl-hash.ts";
import { derivedLabel } from "./labels.ts";

/** Whether the field is not nested in another one, wherever it is used. */
export function isTopLevel(field: WrittenField): boolean {
  return field.uses.every((use) => use.list.parent === null);
}

/** The place that stands for a field: that of its name. */
export function placeOf(field: Field): Place {
  return field.get("name")?.valuePlace ?? field;
}

/** The label that users see; null where it is not known. */
export function labelOf(field: Field): string | null {
  if (field.has("label")) return field.text("label");
  return field.closed && field.name !== null ? derivedLabel(field.name) : null;
}

/** The control that users see, with `_` and `-` as one; null where it is not known. */
export function controlOf(field: Field): string | null {
  if (!field.has("control_type")) return field.closed ? "text" : null;
  const control = field.text("control_type");
  return control?.includes("_") ? control.replaceAll("_", "-") : control;
}

/** The type of the values; null where it is not known. */
export function typeOf(field: Field): string | null {
  return field.has("type") ? field.text("type") : field.closed ? "string" : null;
}
