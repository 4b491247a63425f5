import { escapeMarkdown } from "../../checks/report/escape.ts";
import { isLogin } from "../../checks/listing/people.ts";

/** Somebody by their login, without calling them. */
export function named(login: string): string {
  return escapeMarkdown(`@${login}`);
}

/** Somebody by their login, so that GitHub tells them. */
export function called(login: string): string {
  return isLogin(login) ? `@${login}` : named(login);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}
