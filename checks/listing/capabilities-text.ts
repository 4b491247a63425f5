import { countOf } from "../report/counts.ts";
import { escapeMarkdown, markdownCode, shorten } from "../report/escape.ts";
import { markdownTable } from "../report/markdown-parts.ts";
import { type Capabilities, compareCapabilities, type OperationChanges } from "./capabilities.ts";

const maxOperations = 150;
const maxDescription = 150;

type Operations = NonNullable<Capabilities["actions"] | Capabilities["triggers"]>;

/** What a submission can do, and what changed since the listed version, as a section of its text. */
export function capabilitiesText(now: Capabilities, listed: Capabilities | null): string {
  const changes = listed && compareCapabilities(listed, now);
  const rows = [
    ...rowsOf("trigger", now.triggers ?? {}, changes?.triggers ?? null),
    ...rowsOf("action", now.actions ?? {}, changes?.actions ?? null),
  ];
  const { authorization, fields } = now.connection;
  const type = authorization === null ? "type not known" : markdownCode(authorization);
  const size = fields === null ? "an unknown number of fields" : countOf(fields, "field");
  const connection = `Connection: ${type}, ${size}${changes?.connection ? " (**changed**)" : ""}.`;
  const left = rows.length - maxOperations;
  const more = left > 0 ? `\nAnd ${left} more.\n` : "";
  const head = ["Kind", "Key", "Title", "Description", "Fields in", "Fields out"];
  const table = markdownTable(changes ? [...head, "Change"] : head, rows.slice(0, maxOperations));
  return `### Capabilities\n\n${connection}\n\n${table}${more}`;
}

function rowsOf(
  kind: "action" | "trigger",
  operations: Operations,
  changes: OperationChanges | null,
): readonly (readonly string[])[] {
  const rows = Object.entries(operations).map(([key, operation]) => [
    "kind" in operation && typeof operation.kind === "string" ? `${kind}, ${toWords(operation.kind)}` : kind,
    markdownCode(key),
    escapeMarkdown(operation.title ?? ""),
    escapeMarkdown(shorten(withoutSpans(operation.description ?? ""), maxDescription)),
    countOrUnknown(operation.inputFields),
    countOrUnknown(operation.outputFields),
    ...(changes ? [changeOf(changes, key)] : []),
  ]);
  const removed = (changes?.removed ?? []).map((key) => [
    kind,
    markdownCode(key),
    "",
    "",
    "",
    "",
    "**removed**",
  ]);
  return [...rows, ...removed];
}

function toWords(kind: string): string {
  return kind.replaceAll("_", " ");
}

/** Fields that are only known at run time can't be counted. */
function countOrUnknown(fields: number | null): string {
  return fields === null ? "dynamic" : String(fields);
}

/** The recipe editor's highlights, which descriptions are full of, would only be noise here. */
function withoutSpans(description: string): string {
  return description.replace(/<\/?span\b[^>]*>/gi, "");
}

function changeOf(changes: OperationChanges, key: string): string {
  if (changes.added.includes(key)) return "**new**";
  return changes.changed.includes(key) ? "changed" : "";
}
