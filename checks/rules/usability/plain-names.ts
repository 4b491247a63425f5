import { type BadWord, badWordIn } from "../../text/labels.ts";

/** The word of a derived label that users would stumble over, unless it may stand for something else. */
export function stumblingWordIn(label: string): BadWord | null {
  const bad = badWordIn(label);
  const word = bad?.word.toLowerCase();
  // Hours or human resources; a description or the order of a sort.
  if (word === "hr" || (word === "desc" && /\b(?:asc|by|direction|is|order|sort)\b/i.test(label)))
    return null;
  return bad;
}

const words = new Set(
  (
    "ACTION ACTIVE AMOUNT AUTHOR BRANCH CITY CLIENT CLOSED CODE COLOR COUNT DATE DOMAIN EMAIL EVENT FOLDER FORMAT GENDER GROUP " +
    "HEIGHT ITEM ITEMS LABEL LENGTH LEVEL LINE LINES LIST LOCALE METHOD MOBILE NAME NOTE NOTES NUMBER ORDER OWNER PARENT PHONE " +
    "PRICE PUBLIC QUERY RATE REASON REGION SOURCE START STATE STATUS STREET SUBJECT TARGET TASK TERM TIME TITLE TOTAL TYPE UNIT " +
    "USER VALUE VENDOR WEIGHT WIDTH YEAR"
  ).split(" "),
);

/** Whether capitals are those of a word, rather than of an acronym such as IBAN or UNSPSC. */
export function isWordInCapitals(text: string): boolean {
  return words.has(text) || (/^[A-Z]{7,}$/.test(text) && (text.match(/[AEIOU]/g) ?? []).length >= 2);
}

/** Whether a text is a name in camel case, and neither a product such as iPhone nor a unit such as mmHg. */
export function isCamelName(text: string): boolean {
  return /^(?!..[A-Z].$)[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(text);
}
