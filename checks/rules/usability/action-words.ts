/** Verbs whose third person or past at the start of a title is surely no imperative. */
const verbs = (
  "get search list create add update upsert delete remove send upload download import export find fetch retrieve cancel " +
  "assign archive approve reject invite post run start stop trigger convert merge move copy restart"
).split(" ");

/** Forms that are things as well, as in “Exports list” and “Posts by ID”: only a word such as “a” after them tells. */
const things = new Set(
  (
    "searches lists updates uploads downloads imports exports finds archives invites posts runs starts stops triggers " +
    "converts moves copies listing posting finding sending starting moving triggering"
  ).split(" "),
);

const wrongForms: ReadonlyMap<string, string> = new Map(
  verbs.flatMap((verb) => {
    const stem = verb.replace(/e$/, "");
    return [
      [/(?:ch|sh|s)$/.test(verb) ? `${verb}es` : `${verb.replace(/y$/, "ie")}s`, verb],
      [`${stem}ing`, verb],
    ] as const;
  }),
);

/** Nouns that name what an action does, and its verb. */
const nouns: ReadonlyMap<string, string> = new Map([
  ["creation", "Create"],
  ["insertion", "Create"],
  ["deletion", "Delete"],
  ["removal", "Delete"],
  ["retrieval", "Get"],
  ["modification", "Update"],
  ["cancellation", "Cancel"],
  ["cancelation", "Cancel"],
  ["archival", "Archive"],
]);

/** The verb that a title begins with another form of, written as that form is. */
export function wrongVerb(first: string, second: string): string | null {
  const form = first.toLowerCase();
  const verb = wrongForms.get(form);
  if (verb === undefined) return null;
  if (things.has(form) && !/^(?:an?|the|one|all|your|multiple|several|existing)$/i.test(second)) return null;
  return /^\p{Lu}/u.test(first) ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb;
}

/** "Create lead" for "Lead creation"; null where the title ends with no such noun. */
export function processIn(title: string): string | null {
  const words = title.replace(/\.$/, "").split(" ");
  const verb = nouns.get(words.at(-1)?.toLowerCase() ?? "");
  if (!verb || words.length < 2) return null;
  const [first = "", ...rest] = words.slice(0, -1);
  const object = /^\p{Lu}\p{Ll}/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  return [verb, object, ...rest].join(" ");
}
