import { markdownCode, shorten, toOneLine } from "../../checks/report/escape.ts";

/** Somebody's login in Markdown, so that nobody is notified. */
export function nameOf(login: string): string {
  return markdownCode(shorten(login, 100));
}

/** A name as plain text of one line. */
export function plain(name: string): string {
  return toOneLine(shorten(name, 100));
}
