import { z } from "zod";

import { nearest } from "./nearest.ts";
import { formatPath, type YamlFile, type YamlPath, type YamlProblem } from "./read-yaml.ts";

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** More are of no use to anybody, and each has to be looked up in the file. */
const maxProblems = 100;

type Issue = z.core.$ZodIssue;

/** Holds a YAML file against a schema; each thing wrong is one problem with its place, in the order of the file. */
export function validate<T extends z.ZodType>(file: YamlFile, schema: T): Validated<z.output<T>> {
  const result = schema.safeParse(file.value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues
    .slice(0, maxProblems)
    .flatMap((issue) => toProblems(file, schema, issue))
    .slice(0, maxProblems);
  return { ok: false, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function toProblems(file: YamlFile, schema: z.ZodType, issue: Issue): readonly YamlProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "invalid_union") {
    const meant = meantOf(issue);
    return meant.flatMap((part) => toProblems(file, schema, { ...part, path: [...path, ...part.path] }));
  }
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schemaAt(schema, path));
    return issue.keys.slice(0, maxProblems).map((key) => {
      return file.problem(
        `\`${quote(formatPath([...path, key]))}\` is not a known key${hintFor(key, known)}`,
        [...path, key],
        "key",
      );
    });
  }
  if (path.length === 0 && issue.code === "invalid_type" && (issue.input ?? null) === null) {
    return [file.problem("the file is empty", path)];
  }
  const name = path.length === 0 ? "the file" : `\`${quote(formatPath(path))}\``;
  const missing = isMissing(issue);
  const place: YamlPath = missing ? path.slice(0, -1) : path;
  return [
    file.problem(
      `${name} ${missing ? "is missing" : explain(issue, isOptional(schema, path))}`,
      place,
      missing ? "key" : "value",
    ),
  ];
}

/** What is wrong with a value in the form that it seems to be meant in. */
function meantOf({ errors, input }: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const isMapping = typeof input === "object" && input !== null && !Array.isArray(input);
  const isWhole = (issues: readonly Issue[], codes: readonly Issue["code"][]) =>
    issues.some(({ code, path }) => path.length === 0 && codes.includes(code));
  const others: readonly Issue["code"][] = isMapping ? ["invalid_type", "invalid_value"] : ["invalid_type"];
  return errors.find((issues) => !isWhole(issues, others)) ?? errors[0] ?? [];
}

function isMissing(issue: Issue): boolean {
  return issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

/** What is wrong, to be read after the name of the key. Schemas word their own `error` texts the same way. */
function explain(issue: Issue, optional: boolean): string {
  const empty = `is empty; give it a value${optional ? " or remove the line" : ""}`;
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === null) return empty;
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "too_big":
      return `is too ${sizeWord(issue.origin, "long", "big")}: at most ${measure(issue.maximum, issue.origin)}`;
    case "too_small":
      if (issue.input === "") return empty;
      return `is too ${sizeWord(issue.origin, "short", "small")}: at least ${measure(issue.minimum, issue.origin)}`;
    case "invalid_value":
      if (issue.values.length > 20) return `is not a known value${didYouMean(issue)}`;
      return `must be ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}${didYouMean(issue)}`.replace(
        /, (`[^`]*`)(?=;|$)/,
        " or $1",
      );
    case "custom":
    case "invalid_format":
    case "invalid_element":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
    case "unrecognized_keys":
      break;
  }
  return issue.message;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text (put it in quotes where it looks like a number or a date)",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a mapping of keys to values",
};

function sizeWord(origin: string, text: string, other: string): string {
  return origin === "string" || origin === "array" ? text : other;
}

function measure(limit: number | bigint, origin: string): string {
  if (origin !== "string" && origin !== "array") return String(limit);
  const unit = origin === "string" ? "character" : "entry";
  if (Number(limit) === 1) return `${limit} ${unit}`;
  return `${limit} ${unit === "entry" ? "entries" : "characters"}`;
}

function didYouMean(issue: z.core.$ZodIssueInvalidValue): string {
  const near = typeof issue.input === "string" ? nearest(issue.input, issue.values.map(String)) : null;
  return near === null ? "" : `; did you mean \`${near}\`?`;
}

/** The known key that was meant or, where none is near, all of a few. */
function hintFor(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== null) return `; did you mean \`${near}\`?`;
  if (known.length === 0 || known.length > 10) return "";
  const shown = known.map((name) => `\`${name}\``).join(", ");
  return `; known ${known.length === 1 ? "is" : "are"} ${shown.replace(/, (`[^`]*`)$/, " and $1")}`;
}

/** Keys come from the file and go into messages of one line. */
function quote(path: string): string {
  const shown = path.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "\u{FFFD}").replaceAll("`", "'");
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}

/** The schema of a nested value, through optional and default wrappers, and of unions the mapping. */
function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | null {
  let current: z.ZodType | null = unwrap(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) current = (current.shape as Record<string, z.ZodType>)[step] ?? null;
    else if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodRecord) current = current.valueType as z.ZodType;
    else return null;
    if (current) current = unwrap(current);
  }
  return current;
}

/** Whether the line may as well be left out. */
function isOptional(schema: z.ZodType, path: YamlPath): boolean {
  const parent = schemaAt(schema, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined || !(parent instanceof z.ZodObject)) return false;
  return (parent.shape as Record<string, z.ZodType>)[key]?.safeParse(undefined).success ?? false;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (
    current instanceof z.ZodOptional ||
    current instanceof z.ZodDefault ||
    current instanceof z.ZodPrefault ||
    current instanceof z.ZodNullable
  ) {
    current = current.unwrap() as z.ZodType;
  }
  if (!(current instanceof z.ZodUnion)) return current;
  const options = (current.options as readonly z.ZodType[]).map(unwrap);
  return options.find((option) => option instanceof z.ZodObject) ?? current;
}

function knownKeys(schema: z.ZodType | null): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
