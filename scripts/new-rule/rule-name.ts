import { families, type Family } from "../../checks/engine/finding.ts";

export interface RuleName {
  readonly id: `${Family}/${string}`;
  readonly family: Family;
  /** The file without `.ts`. */
  readonly file: string;
  /** The name of the exported constant. */
  readonly constant: string;
}

/** Words that cannot name a constant. */
const reserved = new Set(["eval", "default", "delete", "export", "import", "new", "return", "with", "yield"]);

/** Takes apart `family/name`; null where it is not one. */
export function parseRuleName(text: string): RuleName | null {
  const [family, file, ...rest] = text.split("/");
  const known = families.find((one) => one === family);
  if (!known || !file || rest.length > 0 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(file)) return null;
  const camel = file.replaceAll(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
  const constant = reserved.has(camel) ? `${camel}Rule` : camel;
  return { id: `${known}/${file}`, family: known, file, constant };
}
