import { z } from "zod";

import { createListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { table } from "./markdown.ts";

interface Schema {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The keys of a programme's policy as a Markdown table, from its schema. */
export function renderPolicyTable(): string {
  const schema = z.toJSONSchema(createListingsPolicy(), { io: "input" }) as Schema;
  return table(["Key", "What it is", "Default"], rowsOf(schema, ""));
}

function rowsOf({ properties = {} }: Schema, prefix: string): string[][] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const path = `${prefix}${key}`;
    const inner = schema.items?.properties ? schema.items : schema;
    const isList = inner !== schema;
    const row = [`\`${path}\``, schema.description ?? "", shownDefault(schema, prefix + key)];
    return [row, ...rowsOf(inner, `${path}${isList ? "[]" : ""}.`)];
  });
}

function shownDefault({ default: value, properties }: Schema, path: string): string {
  if (path === "role") return "required";
  if (path === "categories") return "the [usual ones](../checks/listing/categories.ts)";
  if (value === undefined || properties) return "";
  if (Array.isArray(value) && value.length === 0) return /holidays|waivers$/.test(path) ? "none" : "nobody";
  if (Array.isArray(value)) return `\`${value.join(", ")}\``;
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
