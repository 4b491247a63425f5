import type { Connector } from "../connector/connector.ts";
import type { Field } from "../connector/fields.ts";
import { textOf } from "../connector/value.ts";
import type { WrittenField } from "../engine/rule.ts";
import type { Place, Property } from "../connector/dsl-hash.ts";
import { derivedLabel } from "./labels.ts";

/**
 * Whether users fill the field in, in a step that is not deprecated or in the connection. Fields of toggles are left
 * to their parents.
 */
export function isSeen(field: WrittenField, connector: Connector): boolean {
  if (field.isToggle || !(field.isInput || field.isConfig || field.isConnection)) return false;
  return field.uses.some(({ list }) => {
    if (list.role === "connection") return true;
    return (list.role === "input" || list.role === "config") && !isOfDeprecated(list.path, connector);
  });
}

function isOfDeprecated(path: string, connector: Connector): boolean {
  const [section, name = ""] = path.split(".", 2);
  const operations = section === "triggers" ? connector.triggers : connector.actions;
  return operations.get(name)?.deprecated === true;
}

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
  const property = field.get("control_type");
  if (!property) return field.closed ? "text" : null;
  return textOf(property.value)?.replaceAll("_", "-") ?? null;
}

/** The type of the values; null where it is not known. */
export function typeOf(field: Field): string | null {
  const property: Property | undefined = field.get("type");
  if (!property) return field.closed ? "string" : null;
  return textOf(property.value);
}
