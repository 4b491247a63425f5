import type { Field } from "../../connector/fields.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import type { WrittenField } from "../../engine/rule.ts";

/** The uses of a field by operations and the connection; those in definitions only where there are no others. */
function realUses(field: WrittenField): readonly Field[] {
  const real = field.uses.filter(({ list }) => list.role !== "definition");
  return real.length > 0 ? real : field.uses;
}

/** The real uses that have the text as the attribute's value, or one of them: others gave it another one. */
export function usesWith(field: WrittenField, attribute: string, text: string): readonly Field[] {
  return realUses(field).filter((use) =>
    alternatives(use.value(attribute)).some((value) => textOf(value) === text),
  );
}
