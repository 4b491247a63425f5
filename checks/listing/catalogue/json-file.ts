import type { z } from "zod";

import { readYaml } from "../../yaml/read-yaml.ts";
import { validate } from "../../yaml/validate.ts";
import { canonicalJson } from "../canonical-json.ts";

/** What is wrong with a file, and where, as far as that can be said. */
export interface FileProblem {
  readonly message: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
}

export type ReadJson<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Deeper JSON is refused before anything recurses into it. */
const maxDepth = 50;

/**
 * Reads JSON of a schema from untrusted bytes. It also has to be written canonically: a program wrote it, and what
 * was changed by hand would be taken for what the program found.
 */
export function readJson<T extends z.ZodType>(
  bytes: Uint8Array,
  schema: T,
  writer: string,
): ReadJson<z.output<T>> {
  const text = decode(bytes);
  if (text === null) return whole("the file is not UTF-8 text");
  if (depthOf(text) > maxDepth) return whole("the file is nested too deeply");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [syntaxProblem(bytes)] };
  }
  const result = schema.safeParse(value);
  if (!result.success) return { ok: false, problems: placed(bytes, schema) };
  if (canonicalJson(value) !== text) {
    return whole(`the file was changed by hand; restore what ${writer} wrote`);
  }
  return { ok: true, value: result.data };
}

function whole(message: string): { readonly ok: false; readonly problems: readonly FileProblem[] } {
  return { ok: false, problems: [{ message, line: null, column: null }] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By its brackets; those in texts count too, but no program writes fifty of them unclosed. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inText) {
      if (character === "\\") index++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return deepest;
}

/** The engine names no line that one could rely on; the reader of YAML does, where it stumbles too. */
function syntaxProblem(bytes: Uint8Array): FileProblem {
  const message = "the file is not valid JSON";
  const read = readYaml(bytes);
  return read.ok
    ? { message, line: null, column: null }
    : { message, line: read.problem.line, column: read.problem.column };
}

/** JSON is YAML, so the one reader finds the places of both. */
function placed(bytes: Uint8Array, schema: z.ZodType): readonly FileProblem[] {
  const read = readYaml(bytes);
  if (!read.ok) return [read.problem];
  const validated = validate(read.file, schema);
  return validated.ok
    ? [{ message: "the file is not what its schema asks for", line: null, column: null }]
    : validated.problems;
}
