import { fencePattern, withoutHidden } from "../commands/parse.ts";

/** What a request says, as it was written; null where nothing was. */
export interface AccountForm {
  readonly company: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly owner: string | null;
  readonly overview: string | null;
}

export type AccountField = keyof AccountForm;

/** The labels of the fields, as the issue form of the model repository has them, and as people spell them elsewhere. */
const labels: Readonly<Record<AccountField, readonly string[]>> = {
  company: ["company name", "company"],
  name: ["your name", "name"],
  email: ["work email", "work e-mail", "work email address"],
  owner: [
    "github organisation or user",
    "github organization or user",
    "github organisation",
    "github organization",
    "github owner",
  ],
  overview: ["overview", "overview of company and connector", "overview of the company and the connector"],
};

const fields = new Map(
  Object.entries(labels).flatMap(([field, texts]) => texts.map((text) => [text, field as AccountField])),
);

/** What GitHub puts in place of a field that was left empty. */
const noResponse = "_No response_";

/**
 * Reads the Markdown that GitHub makes of an issue form, and that anybody may have edited since: a heading of the third
 * level with the field's label, then what was written. The first of a field's headings counts; a later one is text of
 * the field before it. What people do not see, since it is a comment, is not there; what is in a block of code is text.
 */
export function parseForm(body: string): AccountForm {
  const written = new Map<AccountField, string[]>();
  let current: string[] | null = null;
  let fence: string | null = null;
  for (const line of withoutHidden(body).split(/\r\n|\r|\n/)) {
    const mark = fencePattern.exec(line)?.[1];
    if (fence !== null) {
      const closes = mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
      if (closes && line.trim() === mark) fence = null;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const field = fieldOf(line);
      if (field !== null && !written.has(field)) {
        current = [];
        written.set(field, current);
        continue;
      }
    }
    current?.push(line);
  }
  const value = (field: AccountField) => toValue(written.get(field) ?? []);
  return {
    company: value("company"),
    name: value("name"),
    email: value("email"),
    owner: value("owner"),
    overview: value("overview"),
  };
}

/** Whether a text is a request at all: it has the headings by which an account is asked for, filled in or not. */
export function isAccountForm(body: string): boolean {
  const found = new Set(
    withoutHidden(body)
      .split(/\r\n|\r|\n/)
      .map(fieldOf),
  );
  return (["company", "email", "owner"] as const).every((field) => found.has(field));
}

function fieldOf(line: string): AccountField | null {
  // Longer lines are no labels, and not worth looking at.
  if (line.length > 200 || !/^ {0,3}###[ \t]/.test(line)) return null;
  const label = line
    .trim()
    .slice(3)
    .trim()
    .replace(/\s+#+$/, "")
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
  return fields.get(label) ?? null;
}

function toValue(lines: readonly string[]): string | null {
  const text = lines.join("\n").trim();
  return text === "" || text === noResponse ? null : text;
}
