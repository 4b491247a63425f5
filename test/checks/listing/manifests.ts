/** A small but complete `listing.yml`; lines given are added, or take the place of those with the same key. */
export function manifestText(changes: Readonly<Record<string, string>> = {}): string {
  const lines = new Map(Object.entries({ ...base, ...changes }));
  return [...lines]
    .map(([key, value]) => `${key}:${value.startsWith("\n") ? value : ` ${value}`}\n`)
    .join("");
}

const base = {
  slug: "helpdesk",
  name: "Helpdesk",
  publisher: "acme",
  summary: "Keeps tickets and customers in step with your other applications.",
  description: "Create, update and find tickets. You need an administrator's account to connect.",
  categories: "[Customer support]",
  support: "{ email: support@acme.example }",
};
