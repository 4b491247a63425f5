/** A person or a team, as policies name them: `@login` or `@organisation/team`. */
export type Named =
  | { readonly kind: "user"; readonly login: string }
  | { readonly kind: "team"; readonly organisation: string; readonly team: string };

const loginPattern = "[A-Za-z0-9](?:[A-Za-z0-9]|[-_](?=[A-Za-z0-9])){0,38}";
const teamPattern = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}";
/** `@login` or `@organisation/team`. */
export const namedPattern = new RegExp(`^@(${loginPattern})(?:/(${teamPattern}))?$`);

/** What is expected of a name, to be read after the key's name. */
export const namedHint = 'must be a person such as "@octocat" or a team such as "@acme/partners", in quotes';

/** Null where a text names nobody. */
export function parseNamed(text: string): Named | null {
  const [, login, team] = namedPattern.exec(text) ?? [];
  if (login === undefined) return null;
  return team === undefined ? { kind: "user", login } : { kind: "team", organisation: login, team };
}

/** A login that GitHub could have given; managed users have an underscore in theirs. */
export const wholeLoginPattern = new RegExp(`^${loginPattern}$`);

export function isLogin(text: string): boolean {
  return wholeLoginPattern.test(text);
}
