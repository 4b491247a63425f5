import type { Span } from "../ruby/source.ts";

/** `error` blocks a listing, `warning` is for the reviewer to weigh, `notice` informs. */
export const severities = ["error", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

export const families = ["structure", "guidelines", "security", "usability", "listing"] as const;
export type Family = (typeof families)[number];

/** How sure a rule is where it speaks. */
export type Confidence = "high" | "medium" | "low";

/** One replacement of source text. An insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * A change that makes a finding go away. `safe` keeps behaviour and may be applied unasked; `unsafe` is only ever
 * offered. The edits of one fix never overlap.
 */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly Edit[];
}

/** A second place, without which a finding is hard to follow: the definition before, the field that a toggle is of. */
export interface RelatedPlace {
  readonly span: Span;
  /** What is there, as a sentence. */
  readonly message: string;
}

/** One place where a rule does not hold. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** The file, relative to the root the project was found from. */
  readonly file: string;
  /** Null where the finding is about the file, or the project, as a whole. */
  readonly span: Span | null;
  /** The line, from 1, where it is known and the span is not. */
  readonly line?: number;
  /** Where in the model, such as `actions.create_invoice.input_fields.customer_id`; null outside of it. */
  readonly path: string | null;
  readonly fix: Fix | null;
  /** In the same file. */
  readonly related?: readonly RelatedPlace[];
}

export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

/** Whether `severity` is as bad as `threshold`, or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
