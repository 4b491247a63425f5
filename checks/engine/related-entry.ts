import type { Named, Section } from "../connector/connector.ts";
import type { RelatedPlace } from "./finding.ts";

/** The entry that a misspelt name was meant for, as a second place of the finding. */
export function relatedEntry<T extends Named>(
  section: Section<T>,
  name: string | null | undefined,
  kind: string,
): readonly RelatedPlace[] {
  const entry = name ? section.get(name) : undefined;
  return entry ? [{ span: entry.span, message: `The ${kind} \`${entry.name}\`.` }] : [];
}
