import { spend } from "../effort.ts";
import {
  array,
  exactItems,
  nil,
  string,
  type StringValue,
  symbol,
  type SymbolValue,
  type TemplateValue,
  textOf,
  toText,
  type Value,
} from "../value.ts";
import type { Call } from "./calls.ts";
import { formatText } from "./format.ts";
import { stringOf } from "./literals.ts";
import { setText } from "./mutation.ts";
import { callOperator, repeat } from "./operators.ts";
import { isAscii } from "./regular-expressions.ts";
import { partition, scan, sliceText, splitText, substitute, translateCharacters } from "./string-parts.ts";
import { askText } from "./string-questions.ts";
import { changeWith, textChanges } from "./text-changes.ts";

/** A method of String or Symbol; null where it is not understood. */
export function callString(receiver: StringValue | SymbolValue | TemplateValue, one: Call): Value | null {
  if (one.openArguments) return null;
  if (receiver.kind !== "template" && !spend(receiver.text.length >> 6)) return null;
  if (receiver.kind === "template") return callTemplate(receiver, one);
  return receiver.kind === "symbol" ? callSymbol(receiver, one) : callText(receiver, one);
}

const ofSymbols = new Set(["upcase", "downcase", "capitalize", "swapcase"]);

function callSymbol(receiver: SymbolValue, one: Call): Value | null {
  const { name, node } = one;
  switch (name) {
    case "to_sym":
      return receiver;
    case "id2name":
    case "name":
      return string(receiver.text, node);
    case "labelize":
    case "length":
    case "size":
    case "[]":
    case "empty?":
    case "start_with?":
    case "end_with?":
    case "match?":
    case "=~":
      return callText(string(receiver.text), one);
    case "<=>":
      return one.values[0] ? callOperator(receiver, name, one.values[0], node) : null;
    default: {
      const changed =
        ofSymbols.has(name) && one.values.length === 0 ? textChanges.get(name)!(receiver.text) : null;
      return changed === null ? null : symbol(changed, node);
    }
  }
}

function callText(receiver: StringValue, one: Call): Value | null {
  const { name, node, values, context } = one;
  const [first, second] = values;
  const { text } = receiver;
  switch (name) {
    case "+":
    case "<":
    case ">":
    case "<=":
    case ">=":
    case "<=>":
      return first ? callOperator(receiver, name, first, node) : null;
    case "*":
      return first?.kind === "number" ? repeat(text, first.number, node) : null;
    case "%":
      return first ? formatText(text, exactItems(first) ?? [first], node) : null;
    case "<<":
    case "concat":
    case "prepend":
    case "insert":
    case "replace":
      return context.evaluator.isTentative(receiver) ? null : change(receiver, one);
    case "to_sym":
    case "intern":
      return symbol(text, node);
    case "to_str":
    case "+@":
    case "-@":
      if (name !== "+@" || !receiver.frozen) return receiver;
      return receiver.frozen === true ? string(text, node) : null;
    case "scan":
      return first && !one.block ? scan(text, first, node) : null;
    case "split_strip_compact": {
      const parts = splitText(text, one);
      const texts =
        parts?.kind === "array" ? parts.items.map((item) => textOf(item.value)?.trim() ?? "") : null;
      return (
        texts &&
        array(
          texts.filter((part) => part !== "").map((part) => string(part)),
          node,
        )
      );
    }
    case "unpack1":
      return first?.kind === "string" && first.text === "H*"
        ? changeText(receiver, { ...one, name: "to_hex", values: [] })
        : null;
    case "partition":
    case "rpartition":
      return partition(text, one);
    case "succ":
    case "next":
      // Letters and digits that carry are seldom meant.
      return /[a-yA-Y0-8]$/.test(text)
        ? string(text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1), node)
        : null;
    case "encode":
    case "force_encoding":
    case "unicode_normalize":
      return isAscii(text) ? string(text, node) : null;
    case "gsub":
    case "sub":
    case "remove":
    case "delete_prefix":
    case "delete_suffix":
      return substitute(text, one);
    case "split":
      return splitText(text, one);
    case "chars":
    case "each_char":
      return eachText(receiver, Array.from(text), one);
    case "lines":
    case "each_line":
      return first ? null : eachText(receiver, text.match(/[^\n]*\n|[^\n]+/g) ?? [], one);
    case "[]":
    case "slice":
    case "first":
    case "last":
    case "at":
    case "from":
    case "to":
      return sliceText(text, one);
    case "tr":
    case "delete":
    case "squeeze":
      return translateCharacters(text, one);
    case "rjust":
    case "ljust":
    case "center":
      return justify(text, one);
    case "truncate":
      return first?.kind === "number" && !second ? truncate(text, first.number, node) : null;
    default:
      return askText(receiver, one) ?? changeText(receiver, one);
  }
}

/** Methods without arguments that give the text changed, and those with `!`, which change it in place. */
function changeText(receiver: StringValue, one: Call): Value | null {
  const { name, node, values, context } = one;
  if (name.endsWith("!")) {
    if (context.evaluator.isTentative(receiver)) return null;
    const changed = withBang.has(name) ? callText(receiver, { ...one, name: name.slice(0, -1) }) : null;
    return changed?.kind === "string" ? changeTo(receiver, changed.text, one) : null;
  }
  const [by] = values;
  const changed = by ? changeWith(receiver.text, name, by) : textChanges.get(name)?.(receiver.text);
  return typeof changed === "string" ? string(changed, node) : null;
}

/** Methods that change the text as those of the same name without `!` say. */
const withBang = new Set(
  ["gsub", "sub", "tr", "delete", "squeeze", "delete_prefix", "delete_suffix", ...textChanges.keys()].map(
    (name) => `${name}!`,
  ),
);

function changeTo(receiver: StringValue, text: string, { name, node }: Call): Value {
  if (text === receiver.text) return /^(?:squish|reverse|scrub)!$/.test(name) ? receiver : nil(node);
  setText(receiver, text, node);
  return receiver;
}

/** The parts of a text, or calls the block with each. */
function eachText(receiver: StringValue, texts: readonly string[], { name, node, block }: Call): Value {
  const parts = array(
    texts.map((text) => string(text)),
    node,
  );
  if (!block) return name.startsWith("each") ? { ...parts, enumerates: "each" } : parts;
  for (const item of parts.items) block(item.value);
  return receiver;
}

function change(receiver: StringValue, { name, values, node }: Call): Value | null {
  const texts = values.map((value) => (value.kind === "number" ? null : toText(value)));
  if (name === "insert") {
    const at = values[0]?.kind === "number" ? values[0].number : null;
    const characters = Array.from(receiver.text);
    if (at === null || typeof texts[1] !== "string" || at > characters.length || at < -characters.length - 1)
      return null;
    characters.splice(at < 0 ? characters.length + 1 + at : at, 0, texts[1]);
    setText(receiver, characters.join(""), node);
    return receiver;
  }
  if (texts.includes(null) || values.some((value) => value.kind !== "string")) return null;
  const added = texts.join("");
  const text =
    name === "replace" ? added : name === "prepend" ? added + receiver.text : receiver.text + added;
  if (text.length > 200_000) return null;
  setText(receiver, text, node);
  return receiver;
}

function justify(text: string, { name, values, node }: Call): Value | null {
  const [width, filler] = values;
  const by = filler === undefined ? " " : filler.kind === "string" ? filler.text : "";
  if (width?.kind !== "number" || by === "" || width.number > 1000) return null;
  const missing = Math.max(0, width.number - Array.from(text).length);
  const left = name === "rjust" ? missing : name === "center" ? Math.floor(missing / 2) : 0;
  return string("".padStart(left, by) + text + "".padStart(missing - left, by), node);
}

function truncate(text: string, length: number, node: Value["node"]): Value | null {
  const characters = Array.from(text);
  if (length < 3) return null;
  return string(characters.length > length ? `${characters.slice(0, length - 3).join("")}...` : text, node);
}

/** Methods that treat each part of a string alike, so that they may be done before the holes are filled. */
function callTemplate(receiver: TemplateValue, one: Call): Value | null {
  if (one.name === "+" && one.values[0]) return callOperator(receiver, "+", one.values[0], one.node);
  if (one.name === "squish" || one.name === "strip") {
    return stringOf(
      receiver.parts.map((part) => part?.replace(/\s+/gu, " ") ?? null),
      one.node,
    );
  }
  return null;
}
