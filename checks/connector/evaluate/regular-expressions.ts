import { spend } from "../effort.ts";
import type { RegexpValue } from "../value.ts";

/** A text is only searched where it is no longer than this, by the number of quantifiers without an end. */
const maxLengths = [20_000, 5_000, 800, 150];
/** And where it takes no more steps, whatever the quantifiers. */
const maxSteps = 1e9;

/**
 * A Ruby regular expression as JavaScript's for one text; null where the two may differ, or where it may take long:
 * connectors are untrusted.
 */
export function toJavaScript(pattern: RegexpValue, text: string, global = false): RegExp | null {
  const { source, ignoreCase } = pattern;
  if (source.length > 200 || (ignoreCase && !isAscii(text + source)) || isExtended(pattern)) return null;
  const { unlimited, ways } = quantifiersOf(source);
  if (text.length > (maxLengths[unlimited] ?? 0)) return null;
  // At worst, every quantifier starts at every character.
  const steps = ways * text.length ** (unlimited + 1);
  if (steps > maxSteps || !spend(steps / 2000)) return null;
  const translated = translate(source);
  if (translated === null || (translated.includes("\\b") && !isAscii(text))) return null;
  try {
    return new RegExp(
      translated,
      `${global ? "g" : ""}m${ignoreCase ? "i" : ""}${isMultiLine(pattern) ? "s" : ""}u`,
    );
  } catch {
    return null;
  }
}

/** How many quantifiers have no end, and in how many ways the others can be taken together. */
function quantifiersOf(source: string): { readonly unlimited: number; readonly ways: number } {
  let unlimited = 0;
  let ways = 1;
  // One after an opening bracket or another quantifier is none of its own.
  const quantifier = /[*+]|(?<![(*+?}])\?|\{(?<least>\d*)(?<range>,?)(?<most>\d*)\}/g;
  for (const [all, least, range, most] of source.replace(/\\./gs, "x").matchAll(quantifier)) {
    if (/[*+]|,\}/.test(all)) unlimited++;
    else if (all === "?") ways *= 2;
    else if (range) ways *= Math.max(1, Number(most) - Number(least) + 1);
  }
  return { unlimited, ways };
}

/** Whether an expression matches somewhere in a text; null where that is not known. */
export function matches(pattern: RegexpValue, text: string): boolean | null {
  return toJavaScript(pattern, text)?.test(text) ?? null;
}

function isExtended({ node }: RegexpValue): boolean {
  return node !== null && "isExtended" in node && node.isExtended();
}

function isMultiLine({ node }: RegexpValue): boolean {
  return node !== null && "isMultiLine" in node && node.isMultiLine();
}

export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

const spaces = " \\t\\r\\n\\f\\v";

/** Escapes that mean something else in JavaScript, or must be written otherwise. */
const escapes = new Map([
  ["A", "(?<![\\s\\S])"],
  ["z", "(?![\\s\\S])"],
  ["Z", "(?=\\n?(?![\\s\\S]))"],
  ["h", "[0-9a-fA-F]"],
  ["s", `[${spaces}]`],
  ["S", `[^${spaces}]`],
]);

const classEscapes = new Map([
  ["s", spaces],
  ["h", "0-9a-fA-F"],
]);

function translate(source: string): string | null {
  let result = "";
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const character = source[index]!;
    if (character === "\\") {
      const next = source[++index] ?? "";
      const replaced = (inClass ? classEscapes : escapes).get(next);
      if (replaced) result += replaced;
      else if (/[dwDWbntrfv]/.test(next) && !(inClass && next === "b")) result += `\\${next}`;
      else if (/[.*+?()[\]{}|^$/\\]/.test(next)) result += `\\${next}`;
      else if (next === "-") result += inClass ? "\\-" : "-";
      else if (/[^A-Za-z0-9]/.test(next)) result += next;
      else return null;
    } else if (inClass) {
      if (character === "[" || (character === "&" && source[index + 1] === "&")) return null;
      if (character === "]") inClass = false;
      result += /[(){}|/]/.test(character) ? `\\${character}` : character;
    } else if (character === "[") {
      inClass = true;
      result += character;
    } else if (character === "(") {
      if (source[index + 1] === "?" && !/^\?(?:[:=!]|<[=!])/.test(source.slice(index + 1))) return null;
      result += character;
    } else if (character === ")") {
      // A repeated group, or one that JavaScript would empty between turns.
      if (/[*+{]/.test(source[index + 1] ?? "")) return null;
      result += character;
    } else if (/[*+?}]/.test(character)) {
      if (/[+]/.test(source[index + 1] ?? "")) return null;
      result += character;
    } else {
      result += character;
    }
  }
  return inClass ? null : result;
}

/** The text of a replacement such as `'\\2 \\1'` for one match; null where it is not understood. */
export function expandReplacement(by: string, groups: readonly (string | undefined)[]): string | null {
  let known = true;
  const text = by.replace(/\\(.?)/gsu, (_all, next: string) => {
    if (next === "\\") return "\\";
    if (/\d/.test(next)) return groups[Number(next)] ?? "";
    known = false;
    return "";
  });
  return known ? text : null;
}
