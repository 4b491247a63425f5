import type { InspectedField, InspectedFields, Inspection } from "../../checks/connector/inspect.ts";

/** What Ruby knows about one connector; see `oracle.rb`. */
export interface Answer {
  readonly file: string;
  readonly error?: string;
  readonly inspection: Inspection;
  /** Paths of lists that depend on what a user enters: Ruby took the way of empty input. */
  readonly branches: readonly string[];
  /** Why Ruby does not know a list. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The line of the lambda behind a list. */
  readonly lines: Readonly<Record<string, number>>;
}

export type Outcome = "equal" | "wrong" | "unknown" | "beyond";

/** One fact that Ruby knows, or that only we state (`beyond`). */
export interface Comparison {
  readonly category: string;
  readonly path: string;
  readonly outcome: Outcome;
  /** Whether Ruby took one of several ways to get there. */
  readonly branch: boolean;
  readonly ruby: unknown;
  readonly ours: unknown;
}

const fieldKeys = ["name", "label", "type", "control_type", "optional", "hint", "sticky"] as const;

/** Compares fact by fact what Ruby found with what the model tells. */
export function compare(answer: Answer, ours: Inspection | null): Comparison[] {
  const result: Comparison[] = [];
  const ruby = answer.inspection;

  function fact(category: string, path: string, theirs: unknown, our: unknown): void {
    if (theirs === null || theirs === undefined) {
      if (our !== null && our !== undefined) add(category, path, "wrong", theirs, our);
    } else if (our === null || our === undefined) {
      add(category, path, "unknown", theirs, our);
    } else {
      add(category, path, JSON.stringify(theirs) === JSON.stringify(our) ? "equal" : "wrong", theirs, our);
    }
  }

  function add(category: string, path: string, outcome: Outcome, theirs: unknown, our: unknown): void {
    const branch = answer.branches.some((list) => path === list || path.startsWith(`${list}[`));
    result.push({ category, path, outcome, branch, ruby: theirs, ours: our });
  }

  function fields(path: string, theirs: InspectedFields, our: InspectedFields | undefined): void {
    if (theirs === null) {
      if (our)
        add("field lists", path, path in answer.reasons ? "beyond" : "wrong", answer.reasons[path], our);
      return;
    }
    if (!our) {
      add("field lists", path, "unknown", theirs.map((field) => field.name).join(" "), null);
      return;
    }
    const same =
      theirs.length === our.length && theirs.every((field, index) => mayBeNamed(our[index], field));
    const names = (list: readonly InspectedField[]) => list.map((field) => field.name).join(" ");
    add("field lists", path, same ? "equal" : "wrong", names(theirs), names(our));
    if (!same) return;
    for (const [index, field] of theirs.entries()) attributes(`${path}[${index}]`, field, our[index]!);
  }

  function attributes(path: string, theirs: InspectedField, our: InspectedField): void {
    for (const key of fieldKeys) {
      if (!(key in theirs) && !(key in our)) continue;
      if (our[key] === null && theirs[key] !== null)
        add("attributes", `${path}.${key}`, "unknown", theirs[key], null);
      else if (!(key in theirs) || !(key in our))
        add("attributes", `${path}.${key}`, "wrong", theirs[key], our[key]);
      else fact("attributes", `${path}.${key}`, theirs[key], our[key]);
    }
  }

  function section<T>(
    name: string,
    theirs: Readonly<Record<string, T>> | null,
    our: typeof theirs | undefined,
  ): string[] {
    const keys = Object.keys(theirs ?? {});
    fact("section keys", name, keys, our ? Object.keys(our) : our);
    return our ? keys.filter((key) => key in our) : [];
  }

  fact("root", "rootKeys", ruby.rootKeys, ours?.rootKeys);
  fact("root", "title", ruby.title, ours?.title);
  fact("connection", "connection.keys", ruby.connection.keys, ours?.connection.keys);
  fact(
    "connection",
    "authorization.type",
    ruby.connection.authorization.type,
    ours?.connection.authorization.type,
  );
  fact(
    "connection",
    "authorization.keys",
    ruby.connection.authorization.keys,
    ours?.connection.authorization.keys,
  );
  fields("connection.fields", ruby.connection.fields, ours?.connection.fields);
  for (const name of ["actions", "triggers"] as const) {
    for (const key of section(name, ruby[name], ours?.[name])) {
      const [theirs, our] = [ruby[name]![key]!, ours![name]![key]!];
      for (const text of ["title", "subtitle", "description"] as const) {
        fact("texts", `${name}.${key}.${text}`, theirs[text], our[text]);
      }
      fact("operation keys", `${name}.${key}.keys`, theirs.keys, our.keys);
      if ("kind" in theirs)
        fact("trigger kinds", `${name}.${key}.kind`, theirs.kind, "kind" in our ? our.kind : null);
      fields(`${name}.${key}.input_fields`, theirs.inputFields, our.inputFields);
      fields(`${name}.${key}.output_fields`, theirs.outputFields, our.outputFields);
    }
  }
  for (const key of section("object_definitions", ruby.objectDefinitions, ours?.objectDefinitions)) {
    fact(
      "definition keys",
      `object_definitions.${key}`,
      ruby.objectDefinitions![key],
      ours!.objectDefinitions![key],
    );
    const list = `object_definitions.${key}.fields`;
    fields(list, ruby.definitionFields?.[key] ?? null, ours!.definitionFields![key] ?? null);
  }
  for (const key of section("pick_lists", ruby.pickLists, ours?.pickLists)) {
    fact("pick list kinds", `pick_lists.${key}`, ruby.pickLists![key], ours!.pickLists![key]);
  }
  for (const key of section("methods", ruby.methods, ours?.methods)) {
    fact("arities", `methods.${key}`, ruby.methods![key], ours!.methods![key]);
  }
  return result;
}

function mayBeNamed(ours: InspectedField | undefined, theirs: InspectedField): boolean {
  return ours !== undefined && (ours.name === null || ours.name === theirs.name);
}
