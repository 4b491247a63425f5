import type { Node } from "../../ruby/nodes.ts";
import { string, type Value } from "../value.ts";
import { shownText } from "./inspect-text.ts";

const directive = /%(?:%|<(\w+)>|\{(\w+)\})?([-0+ ]*)(\d*)(?:\.(\d+))?([a-zA-Z]?)/g;

/** Ruby's `format` for its common directives; null for any other, or where an argument is not known. */
export function formatText(text: string, values: readonly Value[], node: Node | null): Value | null {
  let next = 0;
  let known = true;
  const result = text.replace(directive, (all, ...parts: (string | undefined)[]) => {
    const [named, braced, flags = "", width = "", precision, type = ""] = parts;
    if (all.startsWith("%%")) return `%${all.slice(2)}`;
    const name = named ?? braced;
    const value = name === undefined ? values[next++] : entryOf(values[0], name);
    // The letter after `%{name}` is plain text.
    const shown = value && show(value, braced === undefined ? type : "s", precision);
    if (typeof shown !== "string") known = false;
    const padded = flags.includes("-")
      ? (shown ?? "").padEnd(Number(width))
      : (shown ?? "").padStart(Number(width), flags.includes("0") ? "0" : " ");
    if (Number(width) > 1000 || /[+ ]/.test(flags) || (flags.includes("0") && padded.includes("-")))
      known = false;
    return braced === undefined ? padded : padded + type;
  });
  return known ? string(result, node) : null;
}

function entryOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === "hash" ? value.entries.get(name)?.value : undefined;
}

function show(value: Value, type: string, precision: string | undefined): string | null {
  if (type === "s") return precision === undefined ? shownText(value) : null;
  if (value.kind !== "number") return null;
  switch (type) {
    case "d":
    case "i":
      return precision === undefined ? String(Math.floor(value.number)) : null;
    case "f":
      return Math.abs(value.number) < 1e15 ? fixed(value.number, Number(precision ?? 6)) : null;
    case "x":
      return value.number >= 0 && precision === undefined ? Math.floor(value.number).toString(16) : null;
    default:
      return null;
  }
}

/** So many decimals; null for what is just between two results, which JavaScript rounds up and Ruby to even. */
function fixed(number: number, decimals: number): string | null {
  const exact = number.toFixed(100);
  const rest = exact.slice(exact.indexOf(".") + 1 + decimals);
  return decimals > 20 || /^50*$/.test(rest) ? null : number.toFixed(decimals);
}
