import { pick, type Random } from "../random.ts";
type Mutation = (source: string, random: Random, other: string) => string;

const tokens =
  "lambda do end { } [ ] ( ) -> => , . &. : :: | || && ! ? = == ||= << # \\ ' \" ` <<~X %w[ %i( #{ nil true self return next break yield case when if unless while begin rescue ensure def class call( object_definitions[ .merge( .only( .map { |f| f } ** * _1 it 0 -1 1e9 'é' \u{1F600} \0 \r\n \t \ufeff".split(
    " ",
  );

const mutations = {
  "range deleted": deleteRange,
  "range doubled": duplicateRange,
  "token inserted": insertToken,
  "lines swapped": swapLines,
  "character replaced": replaceCharacter,
  "piece of another put in": spliceOther,
  "subtree of another put in": replaceSubtree,
  "subtree removed": removeSubtree,
  "subtree in another of its kind": nestSubtree,
  "nested deeply": nestDeeply,
  "giant literal": giantLiteral,
  "name changed": renameKey,
  "cut short": truncate,
} as const satisfies Record<string, Mutation>;

export type MutationKind = keyof typeof mutations;
export const mutationKinds = Object.keys(mutations) as MutationKind[];

export interface Mutated {
  readonly source: string;
  /** What was done, in order; the same may be done twice. */
  readonly kinds: readonly MutationKind[];
}

/** A changed copy of some source: one to four mutations of characters, tokens, lines or subtrees. */
export function mutate(source: string, random: Random, other: string): Mutated {
  let result = source;
  const kinds: MutationKind[] = [];
  // Mostly one, so that much of what comes out still parses.
  const count = random() < 0.6 ? 1 : 2 + Math.floor(random() * 3);
  for (let index = 0; index < count; index++) {
    const kind = pick(mutationKinds, random);
    kinds.push(kind);
    result = mutations[kind](result, random, other);
  }
  return { source: result.slice(0, 200_000), kinds };
}

function range(source: string, random: Random, most: number): [number, number] {
  const start = Math.floor(random() * source.length);
  return [start, Math.min(source.length, start + Math.floor(random() * most))];
}

function deleteRange(source: string, random: Random): string {
  const [start, end] = range(source, random, 80);
  return source.slice(0, start) + source.slice(end);
}

function duplicateRange(source: string, random: Random): string {
  const [start, end] = range(source, random, 400);
  return source.slice(0, end) + source.slice(start, end) + source.slice(end);
}

function insertToken(source: string, random: Random): string {
  const at = Math.floor(random() * source.length);
  return `${source.slice(0, at)} ${pick(tokens, random)} ${source.slice(at)}`;
}

function swapLines(source: string, random: Random): string {
  const lines = source.split("\n");
  const [a, b] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
  return lines.join("\n");
}

function replaceCharacter(source: string, random: Random): string {
  const at = Math.floor(random() * source.length);
  return source.slice(0, at) + String.fromCodePoint(Math.floor(random() * 0x250)) + source.slice(at + 1);
}

/** Puts a piece of another connector in place of a piece of this one. */
function spliceOther(source: string, random: Random, other: string): string {
  const [start, end] = range(source, random, 300);
  const [from, to] = range(other, random, 1000);
  return source.slice(0, start) + other.slice(from, to) + source.slice(end);
}

const closing: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };

/** From a bracket, picked at random, to the one that closes it; null where there is none near enough. */
function subtree(source: string, random: Random): [number, number] | null {
  let start = Math.floor(random() * source.length);
  while (start < source.length && closing[source[start]!] === undefined) start++;
  const open = source[start];
  if (open === undefined) return null;
  let depth = 0;
  for (let at = start; at < Math.min(source.length, start + 20_000); at++) {
    if (source[at] === open) depth++;
    else if (source[at] === closing[open] && --depth === 0) return [start, at + 1];
  }
  return null;
}

function replaceSubtree(source: string, random: Random, other: string): string {
  const [own, foreign] = [subtree(source, random), subtree(other, random)];
  if (!own || !foreign) return source;
  return source.slice(0, own[0]) + other.slice(...foreign) + source.slice(own[1]);
}

function removeSubtree(source: string, random: Random): string {
  const own = subtree(source, random);
  return own ? source.slice(0, own[0]) + source.slice(own[1]) : source;
}

/** Puts one subtree of the source in place of another one, which may be within it or around it. */
function nestSubtree(source: string, random: Random): string {
  return replaceSubtree(source, random, source);
}

const brackets: readonly (readonly [string, string])[] = [
  ["[", "]"],
  ["{ a: ", "}"],
  ["(", ")"],
  ["lambda { ", "}"],
  ["!", ""],
  ["f(", ")"],
];

function nestDeeply(source: string, random: Random): string {
  const at = Math.floor(random() * source.length);
  const depth = Math.floor(random() * 3000);
  const [open, close] = pick(brackets, random);
  return `${source.slice(0, at)}${open.repeat(depth)}1${close.repeat(depth)}${source.slice(at)}`;
}

function giantLiteral(source: string, random: Random): string {
  const at = source.indexOf("'", Math.floor(random() * source.length));
  if (at === -1) return source;
  return (
    source.slice(0, at + 1) +
    pick(["a", "é", "<b>", "https://x.y/", "#", "\\n", "%"], random).repeat(Math.floor(random() * 20_000)) +
    source.slice(at + 1)
  );
}

/** Gives one name another that occurs elsewhere, so that references go astray or round in circles. */
function renameKey(source: string, random: Random): string {
  const names = source.match(/\b[a-z_]{3,30}\b/gu) ?? [];
  if (names.length < 2) return source;
  const [from, to] = [pick(names, random), pick(names, random)];
  return random() < 0.5 ? source.replace(from, () => to) : source.replaceAll(from, () => to);
}

function truncate(source: string, random: Random): string {
  return source.slice(0, Math.floor(random() * source.length));
}
