import { array, boolean, isScalar, nil, string, textOf, toText, unknown, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { rangeSlice } from "./ranges.ts";
import { expandReplacement, matches, toJavaScript } from "./regular-expressions.ts";

/** `include?`, `start_with?` and their like. */
export function testText(text: string, { name, values, node }: Call): Value | null {
  const results = values.map((value) => {
    if (value.kind === "regexp" && name.startsWith("start"))
      return matches({ ...value, source: `\\A(?:${value.source})` }, text);
    if (value.kind !== "string") return null;
    if (name === "include?" || name === "exclude?") return text.includes(value.text);
    return name.startsWith("start") ? text.startsWith(value.text) : text.endsWith(value.text);
  });
  const holds = name !== "exclude?";
  if (results.includes(true)) return boolean(holds, node);
  return results.includes(null) || results.length === 0 ? unknown(node) : boolean(!holds, node);
}

/** `gsub`, `sub` and the methods that remove parts. */
export function substitute(text: string, one: Call): Value | null {
  const { name, values, node, block } = one;
  const [pattern, by] = values;
  if (name === "remove") {
    return values.every((value) => value.kind === "string")
      ? string(
          values.reduce((rest, value) => rest.replaceAll(textOf(value)!, ""), text),
          node,
        )
      : null;
  }
  if (name.startsWith("delete_")) {
    if (pattern?.kind !== "string") return null;
    const isThere = name === "delete_prefix" ? text.startsWith(pattern.text) : text.endsWith(pattern.text);
    if (!isThere || pattern.text === "") return string(text, node);
    return string(
      name === "delete_prefix" ? text.slice(pattern.text.length) : text.slice(0, -pattern.text.length),
      node,
    );
  }
  const global = name === "gsub";
  const matcher = matcherOf(pattern, text, global);
  if (!matcher) return null;
  let isKnown = by?.kind === "string" || by?.kind === "hash" || (by === undefined && block !== null);
  const result = text.replace(matcher, (all: string, ...rest: unknown[]) => {
    const groups = [
      all,
      ...rest.slice(
        0,
        rest.findIndex((part) => typeof part === "number"),
      ),
    ] as (string | undefined)[];
    const replaced = by === undefined ? fromBlock(all, one) : replacement(by, all, groups);
    isKnown &&= replaced !== null;
    return replaced ?? "";
  });
  return isKnown ? string(result, node) : null;
}

function matcherOf(pattern: Value | undefined, text: string, global: boolean): RegExp | null {
  if (pattern?.kind === "string") {
    return new RegExp(
      pattern.text.replace(/[\\^$.*+?()[\]{}|/]/gu, (character) => `\\${character}`),
      global ? "gu" : "u",
    );
  }
  return pattern?.kind === "regexp" ? toJavaScript(pattern, text, global) : null;
}

function replacement(by: Value, all: string, groups: readonly (string | undefined)[]): string | null {
  if (by.kind === "string") return by.text.includes("\\") ? expandReplacement(by.text, groups) : by.text;
  if (by.kind !== "hash" || by.open) return null;
  const entry = by.entries.get(all);
  if (!entry) return "";
  return entry.keyValue.kind !== "string" ? "" : entry.conditional ? null : toText(entry.value);
}

function fromBlock(all: string, { block }: Call): string | null {
  const value = block?.(string(all));
  return value ? toText(value) : null;
}

/** What matches, one after the other; what its groups took where it has some. */
export function scan(text: string, pattern: Value, node: Value["node"]): Value | null {
  const matcher = matcherOf(pattern, text, true);
  if (!matcher) return null;
  const toValue = (part: string | undefined): Value => (part === undefined ? nil() : string(part));
  return array(
    Array.from(text.matchAll(matcher), ([all, ...groups]) =>
      groups.length > 0 ? array(groups.map(toValue)) : toValue(all),
    ),
    node,
  );
}

/** What is before the first or last separator, the separator, and what is behind. */
export function partition(text: string, { name, values: [separator], node }: Call): Value | null {
  if (separator?.kind !== "string") return null;
  const isFirst = name === "partition";
  const at = isFirst ? text.indexOf(separator.text) : text.lastIndexOf(separator.text);
  const end = at + separator.text.length;
  const parts = [text.slice(0, at), separator.text, text.slice(end)];
  const whole = isFirst ? [text, "", ""] : ["", "", text];
  return array(
    (at === -1 ? whole : parts).map((part) => string(part)),
    node,
  );
}

/** Ruby drops empty strings at the end, and splits at white space where nothing is given. */
export function splitText(text: string, { values, node }: Call): Value | null {
  const [separator, limit] = values;
  const most = limit?.kind === "number" && limit.number > 0 ? limit.number : null;
  const parts = limit ? (most === null ? null : firstParts(text, separator, most)) : partsOf(text, separator);
  if (!parts) return null;
  if (!limit) while (parts.at(-1) === "") parts.pop();
  return array(
    parts.map((part) => string(part)),
    node,
  );
}

/** The last part is what is left, as it is. */
function firstParts(text: string, separator: Value | undefined, most: number): string[] | null {
  if (separator?.kind !== "string" || separator.text === "") return null;
  const isSpace = separator.text === " ";
  const parts: string[] = [];
  let rest = isSpace ? text.replace(/^[ \t\r\n\f\v]+/, "") : text;
  while (parts.length < most - 1) {
    const at = isSpace ? rest.search(/[ \t\r\n\f\v]/) : rest.indexOf(separator.text);
    if (at === -1) break;
    parts.push(rest.slice(0, at));
    rest = isSpace ? rest.slice(at).replace(/^[ \t\r\n\f\v]+/, "") : rest.slice(at + separator.text.length);
  }
  return text === "" ? [] : [...parts, rest];
}

function partsOf(text: string, separator: Value | undefined): string[] | null {
  if (!separator || (separator.kind === "string" && separator.text === " ")) {
    return text.split(/[ \t\r\n\f\v]+/).filter((part, index) => part !== "" || index > 0);
  }
  if (separator.kind === "string")
    return separator.text === "" ? Array.from(text) : text.split(separator.text);
  // What groups take would be among the parts.
  if (separator.kind !== "regexp" || /\((?!\?)|[$^]/.test(separator.source)) return null;
  const matcher = toJavaScript(separator, text);
  return matcher && text.split(matcher);
}

/** `text[...]` and the methods that take a part by its place. */
export function sliceText(text: string, { name, values, node }: Call): Value | null {
  const [first, second] = values;
  const characters = Array.from(text);
  const part = (start: number, length: number): Value => {
    const from = start < 0 ? start + characters.length : start;
    return from < 0 || from > characters.length || length < 0
      ? nil(node)
      : string(characters.slice(from, from + length).join(""), node);
  };
  if (name === "first" || name === "last") {
    const count = first === undefined ? 1 : first.kind === "number" ? first.number : -1;
    if (count < 0) return null;
    return string(
      (name === "first" ? characters.slice(0, count) : count === 0 ? [] : characters.slice(-count)).join(""),
      node,
    );
  }
  if (/^(?:from|to|at)$/.test(name) && first?.kind !== "number") return null;
  if (first?.kind === "number" && !first.float) {
    const at = first.number;
    if (name === "from") return part(at, Infinity);
    if (name === "to") return part(0, at < 0 ? at + characters.length + 1 : at + 1);
    if (second?.kind === "number") return part(at, second.number);
    return second || at >= characters.length || at < -characters.length
      ? second
        ? null
        : nil(node)
      : part(at, 1);
  }
  if (first?.kind === "range" && !second) {
    const slice = rangeSlice(first, characters.length);
    return slice && part(...slice);
  }
  if (first?.kind === "string" && !second)
    return text.includes(first.text) ? string(first.text, node) : nil(node);
  if (first?.kind === "regexp") {
    const found = toJavaScript(first, text);
    if (!found || (second && second.kind !== "number")) return null;
    const match = found.exec(text)?.[second?.kind === "number" ? second.number : 0];
    return match === undefined ? nil(node) : string(match, node);
  }
  return null;
}

/** `tr`, `delete` and `squeeze` with sets of characters. */
export function translateCharacters(text: string, { name, values, node }: Call): Value | null {
  const [from, to] = values;
  if (name === "squeeze") {
    if (from && from.kind !== "string") return null;
    const set = from?.kind === "string" ? characterSet(from.text) : null;
    const kept = Array.from(text).filter(
      (one, index, all) => one !== all[index - 1] || (set !== null && !set.includes(one)),
    );
    return string(kept.join(""), node);
  }
  if (from?.kind !== "string" || from.text.includes("\\")) return null;
  const isNegated = from.text.length > 1 && from.text.startsWith("^");
  const set = characterSet(isNegated ? from.text.slice(1) : from.text);
  if (!set || values.some((value) => !isScalar(value))) return null;
  if (name === "delete") {
    if (to) return null;
    return string(
      Array.from(text)
        .filter((one) => set.includes(one) === isNegated)
        .join(""),
      node,
    );
  }
  const targets = to?.kind === "string" ? characterSet(to.text) : null;
  if (!targets) return null;
  const last = targets.at(-1) ?? "";
  const translated = Array.from(text, (one) => {
    const index = set.lastIndexOf(one);
    if (isNegated) return index === -1 ? last : one;
    return index === -1 ? one : (targets[index] ?? last);
  });
  return string(translated.join(""), node);
}

/** The characters of a set such as `a-z_`; null where it is not understood. */
function characterSet(text: string): string[] | null {
  const characters = Array.from(text);
  const set: string[] = [];
  for (let index = 0; index < characters.length; index++) {
    const [start, dash, end] = [characters[index]!, characters[index + 1], characters[index + 2]];
    if (dash !== "-" || end === undefined) {
      set.push(start);
      continue;
    }
    const [from, to] = [start.codePointAt(0)!, end.codePointAt(0)!];
    if (to < from || to - from > 500) return null;
    for (let code = from; code <= to; code++) set.push(String.fromCodePoint(code));
    index += 2;
  }
  return set;
}
