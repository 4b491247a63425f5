import { table } from "./markdown.ts";

interface Entry {
  readonly key: string;
  readonly value: string;
  /** The comment above it, or that of an entry before it. */
  readonly reason: string;
}

/** What the GitHub App asks for, as Markdown tables, from the text of `app.yml` and its comments. */
export function renderAppTables(appYml: string): string {
  const permissions = entriesBelow(appYml, "default_permissions");
  const events = entriesBelow(appYml, "default_events").map(({ key }) => `\`${key}\``);
  return [
    table(
      ["Permission", "Access", "What for"],
      permissions.map(({ key, value, reason }) => [`\`${key}\``, value, reason]),
    ),
    `Events: ${events.join(", ")}.`,
  ].join("\n\n");
}

/** The lines of a list or mapping; comments are what people read, and no parser of YAML keeps them with an entry. */
function entriesBelow(text: string, name: string): readonly Entry[] {
  const entries: Entry[] = [];
  let inside = false;
  let comment: string[] = [];
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) inside = line === `${name}:`;
    if (!inside) continue;
    const words = /^\s+# (.*)$/.exec(line)?.[1];
    if (words !== undefined) comment.push(words);
    const [, item, key = item, value = ""] = /^\s+(?:- (\w+)|(\w+): (\w+))$/.exec(line) ?? [];
    if (key === undefined) continue;
    entries.push({ key, value, reason: comment.join(" ") });
    comment = [];
  }
  return entries;
}
