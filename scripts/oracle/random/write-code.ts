import { pick, type Random } from "../../random.ts";
import { forms, type Kind, kinds, literals } from "./expressions.ts";
import { after, before, changes, compounds, values } from "./statements.ts";

/** A Ruby expression that depends on nothing. */
export function writeExpression(random: Random): string {
  return expression(pick(kinds, random), 1 + Math.floor(random() * 4), random);
}

function expression(kind: Kind, depth: number, random: Random): string {
  if (depth === 0 || random() < 1 / 3) return pick(literals[kind], random);
  return pick(forms[kind], random).replace(
    /\b(?:TEXT|INTEGER|LIST|HASH|BOOLEAN|SYMBOL|FLOAT|ANY|NATURAL|LITERAL)\b/g,
    (word) => {
      if (word === "NATURAL") return String(Math.floor(random() * 9));
      if (word === "LITERAL") return pick(literals.TEXT, random);
      return expression(word === "ANY" ? pick(kinds, random) : (word as Kind), depth - 1, random);
    },
  );
}

/** The body of a lambda that gives a list of fields, made with what a request answers. */
export function writeProgram(random: Random): string {
  return [before, statements(3, false, random), after].join("\n");
}

function statements(depth: number, inBlock: boolean, random: Random): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => statement(depth, inBlock, random)).join("\n");
}

function statement(depth: number, inBlock: boolean, random: Random): string {
  if (inBlock && random() < 0.1) return fill("LEAVE if TEST", random);
  if (depth === 0 || random() < 0.5) return fill(pick(changes, random), random);
  const { form, isBlock = false } = pick(compounds, random);
  // A lambda of its own is left by `next`, but not by `break`.
  const inside = isBlock || (inBlock && !form.includes("lambda"));
  return form
    .split("BODY")
    .map((part) => fill(part, random))
    .reduce((code, part) => code + statements(depth - 1, inside, random) + part);
}

function fill(form: string, random: Random): string {
  return form.replace(/\b[A-Z]{4,}\b/g, (word) => (values[word] ? pick(values[word], random) : word));
}
