import { sayingOf } from "../../text/prose.ts";

/** What a text says of what a step does, without articles and in the verb's plain form: “Creates a lead” is “create lead”. */
export function barely(text: string): string {
  return sayingOf(text)
    .replace(/^this (?:action|trigger|step) /u, "")
    .replace(/^\w+(?<=[^s])s\b/u, (verb) => verb.slice(0, -1))
    .replace(/\b(?:an?|the) /gu, "");
}
