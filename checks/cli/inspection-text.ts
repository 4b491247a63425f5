import type { InspectedAction, InspectedField, InspectedFields, Inspection } from "../connector/inspect.ts";
import { countOf } from "../report/counts.ts";
import { shorten, toOneLine } from "../report/escape.ts";
import { derivedLabel } from "../text/labels.ts";
import type { Style } from "../report/style.ts";
import type { Terminal } from "./terminal.ts";

const unknown = "?";

/** A connector's model as an outline. */
export function renderInspection(inspection: Inspection, { style }: Pick<Terminal, "style">): string {
  const { title, file, connection, actions, triggers, objectDefinitions, pickLists, methods } = inspection;
  const lines = [
    `${style.bold(literal(title, "untitled"))} ${style.dim(toOneLine(file))}`,
    "",
    style.bold("Connection"),
    `  authorization: ${literal(connection.authorization.type, "none")}`,
    ...fieldLines("fields", connection.fields, style, "  "),
    ...section("Actions", actions, (action, key) => operationLines(action, key, style), style),
    ...section(
      "Triggers",
      triggers,
      (trigger, key) => operationLines(trigger, key, style, trigger.kind),
      style,
    ),
    ...section("Object definitions", objectDefinitions, (keys) => listed(keys), style),
    ...section("Pick lists", pickLists, (kind) => literal(kind), style),
    ...section("Methods", methods, (arity) => (arity === null ? unknown : `arity ${arity}`), style),
  ];
  lines.push("", style.dim(`* required   ${unknown} known only when it runs`));
  return `${lines.join("\n")}\n`;
}

/** What is known of a text; null is not known, absent is `fallback`. */
function literal(value: string | boolean | null | undefined, fallback = ""): string {
  if (value === undefined) return fallback;
  return value === null ? unknown : shorten(toOneLine(String(value)), 100);
}

function listed(keys: readonly string[] | null): string {
  return keys === null ? unknown : keys.map((key) => toOneLine(key)).join(", ");
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
  const isMade = operation.title === null && operation.keys?.includes("title") === false;
  const title = isMade ? derivedLabel(key) : (operation.title ?? unknown);
  const tag = kind === undefined ? "" : ` ${style.dim(`(${literal(kind).replaceAll("_", " ")})`)}`;
  return [
    `  ${literal(title)}${tag}`,
    ...fieldLines("input", operation.inputFields, style),
    ...fieldLines("output", operation.outputFields, style),
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
  if (fields.length === 0) return [];
  const names = fields.map((field) => fieldName(field));
  const shown = names.slice(0, 12).join(", ");
  const more = names.length > 12 ? `, and ${countOf(names.length - 12, "more field")}` : "";
  return [`${head} ${shown}${more}`];
}

/** Required fields have a star, as in the recipe editor. */
function fieldName({ name, optional }: InspectedField): string {
  return literal(name, unknown) + (optional === false ? "*" : "");
}
