import type { InspectedAction, InspectedField, InspectedFields, Inspection } from "../connector/inspect.ts";
import { countOf } from "../report/counts.ts";
import { shorten, toOneLine, withoutCommands } from "../report/escape.ts";
import { derivedLabel } from "../text/labels.ts";
import type { Style } from "../report/style.ts";
import type { Terminal } from "./terminal.ts";

const unknown = "?";

/** A connector's model as an outline. */
export function renderInspection(inspection: Inspection, { style }: Pick<Terminal, "style">): string {
  const { rootKeys, file, actions, triggers, objectDefinitions, pickLists, methods } = inspection;
  const title = isAbsent(rootKeys, "title") ? "untitled" : literal(inspection.title);
  const lines = [
    `${style.bold(title)} ${style.dim(toOneLine(file))}`,
    ...(isAbsent(rootKeys, "connection") ? [] : connectionLines(inspection, style)),
    ...section("Actions", actions, (action, key) => operationLines(action, key, style), style),
    ...section(
      "Triggers",
      triggers,
      (trigger, key) => operationLines(trigger, key, style, trigger.kind),
      style,
    ),
    ...section("Object definitions", objectDefinitions, (_keys, key) => definition(key), style),
    ...section("Pick lists", pickLists, (kind) => literal(kind), style),
    ...section("Methods", methods, (arity) => (arity === null ? unknown : `arity ${arity}`), style),
  ];
  lines.push("", style.dim(`* required   ${unknown} known only when it runs`));
  return `${withoutCommands(lines.join("\n"))}\n`;

  function definition(key: string): string {
    if (isAbsent(objectDefinitions?.[key] ?? null, "fields")) return noFields;
    const fields = inspection.definitionFields?.[key] ?? null;
    return fields === null ? unknown : namesOf(fields) || noFields;
  }
}

const noFields = "no fields";

function connectionLines({ connection }: Inspection, style: Style): readonly string[] {
  const { keys, authorization, fields } = connection;
  const type = isAbsent(keys, "authorization") ? "none" : literal(authorization.type);
  return [
    "",
    style.bold("Connection"),
    `  authorization: ${type}`,
    ...(isAbsent(keys, "fields") ? [] : fieldLines("fields", fields, style, "  ")),
  ];
}

/** Whether a key is surely not there, which is another thing than a value that is not known. */
function isAbsent(keys: readonly string[] | null, key: string): boolean {
  return keys !== null && !keys.includes(key);
}

/** What is known of a text. */
function literal(value: string | boolean | null | undefined): string {
  if (value === undefined) return "";
  return value === null ? unknown : shorten(toOneLine(String(value)), 100);
}

function section<T>(
  name: string,
  entries: Readonly<Record<string, T>> | null,
  show: (entry: T, key: string) => string | readonly string[],
  style: Style,
): readonly string[] {
  if (entries === null) return ["", `${style.bold(name)} ${unknown}`];
  const all = Object.entries(entries);
  if (all.length === 0) return [];
  const lines = all.flatMap(([key, entry]) => {
    const shown = show(entry, key);
    const name = `  ${style.cyan(toOneLine(key))}`;
    return typeof shown === "string"
      ? [`${name}  ${style.dim(shown)}`]
      : [name + shown[0]!, ...shown.slice(1)];
  });
  return ["", `${style.bold(name)} ${style.dim(String(all.length))}`, ...lines];
}

function operationLines(
  operation: InspectedAction,
  key: string,
  style: Style,
  kind?: string | null,
): readonly string[] {
  // Without a title, users see one that is made of the key.
  const { keys } = operation;
  const title = isAbsent(keys, "title") ? derivedLabel(key) : (operation.title ?? unknown);
  const tag = kind === undefined ? "" : ` ${style.dim(`(${literal(kind).replaceAll("_", " ")})`)}`;
  return [
    `  ${literal(title)}${tag}`,
    ...(isAbsent(keys, "input_fields") ? [] : fieldLines("input", operation.inputFields, style)),
    ...(isAbsent(keys, "output_fields") ? [] : fieldLines("output", operation.outputFields, style)),
  ];
}

function fieldLines(
  label: string,
  fields: InspectedFields,
  style: Style,
  indent = "    ",
): readonly string[] {
  const head = `${indent}${style.dim(`${label}:`)}`;
  if (fields === null) return [`${head} ${unknown}`];
  return fields.length === 0 ? [] : [`${head} ${namesOf(fields)}`];
}

function namesOf(fields: readonly InspectedField[]): string {
  const names = fields.map((field) => fieldName(field));
  const shown = names.slice(0, 12).join(", ");
  const more = names.length > 12 ? `, and ${countOf(names.length - 12, "more field")}` : "";
  return shown + more;
}

/** Required fields have a star, as in the recipe editor. */
function fieldName({ name, optional }: InspectedField): string {
  return literal(name ?? null) + (optional === false ? "*" : "");
}
