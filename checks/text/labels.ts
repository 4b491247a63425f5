/*
 * The labels and titles that Workato makes of names: https://github.com/workato/workato-connector-sdk,
 * lib/workato/extension/string.rb (`labelize`).
 */

const breaks = /_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/;

/** The label that users see where none is given: `customer_id` becomes "Customer ID", `firstName` "First name". */
export function derivedLabel(name: string): string {
  return remembered(labels, name, labelOf);
}

const labels = new Map<string, string>();
const mostRemembered = 5000;
/** In UTF-16 units. */
const longestRemembered = 60;

/** Several rules ask for the labels of all fields, whose names are often the same. */
function remembered<T>(known: Map<string, T>, text: string, make: (text: string) => T): T {
  let made = known.get(text);
  if (made !== undefined) return made;
  made = make(text);
  if (known.size >= mostRemembered) known.clear();
  if (text.length <= longestRemembered) known.set(text, made);
  return made;
}

function labelOf(name: string): string {
  return /^[a-z_]*$/.test(name) ? labelOfSmall(name) : labelOfAny(name);
}

/** Most names are of small letters, for which there is a shorter way. */
function labelOfSmall(name: string): string {
  const words = name.split("_").filter((word) => word !== "");
  const shown = words.map((word) => (upperCased.has(word) ? word.toUpperCase() : word)).join(" ");
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

const upperCased = new Set(["id", "uri", "url"]);

function labelOfAny(name: string): string {
  return name
    .split(breaks)
    .filter((word) => word.trim() !== "")
    .map((word, index) => {
      if (/^[A-Z]+$/.test(word) || /^(?:id|ur[il])$/i.test(word)) return word.toUpperCase();
      const lower = word.toLowerCase();
      return index === 0 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    })
    .join(" ");
}

/** Shortened words that only developers write, and what they stand for. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ["acct", "account"],
  ["addr", "address"],
  ["amt", "amount"],
  ["attr", "attribute"],
  ["attrs", "attributes"],
  ["cfg", "configuration"],
  ["cnt", "count"],
  ["ctry", "country"],
  ["cust", "customer"],
  ["dept", "department"],
  ["desc", "description"],
  ["dest", "destination"],
  ["dflt", "default"],
  ["dob", "date of birth"],
  ["dt", "date"],
  ["emp", "employee"],
  ["fname", "first name"],
  ["grp", "group"],
  ["idx", "index"],
  ["lname", "last name"],
  ["lang", "language"],
  ["mgr", "manager"],
  ["msg", "message"],
  ["num", "number"],
  ["pwd", "password"],
  ["qty", "quantity"],
  ["usr", "user"],
  ["txn", "transaction"],
]);

/** Acronyms that a derived label shows in lower case. */
const acronyms: ReadonlySet<string> = new Set(
  (
    "api apis sms pdf csv xml json html sql sku url urls uri ids crm erp hr ip iban bic vat ssn uuid guid ftp sftp http https " +
    "utc gps iso ui ux sla faq kpi"
  ).split(" "),
);

/** Why a label reads badly: the word in question, and what it is to be. */
export interface BadWord {
  readonly word: string;
  readonly better: string;
  readonly kind: "short" | "acronym";
}

/** The first word of a label that users would stumble over: a shortened word, or an acronym in lower case. */
export function badWordIn(label: string): BadWord | null {
  return remembered(badWords, label, firstBadWord);
}

const badWords = new Map<string, BadWord | null>();

function firstBadWord(label: string): BadWord | null {
  if (!mayHaveBadWord.test(label)) return null;
  for (const word of label.split(/[\s/]+/)) {
    const lower = word.toLowerCase();
    const long = shortForms.get(lower);
    if (long) return { word, better: long, kind: "short" };
    if (acronyms.has(lower) && word === lower) return { word, better: acronymOf(lower), kind: "acronym" };
    if (acronyms.has(lower) && word === lower.charAt(0).toUpperCase() + lower.slice(1))
      return { word, better: acronymOf(lower), kind: "acronym" };
  }
  return null;
}

/** Most labels have none of the words. */
const mayHaveBadWord = new RegExp(
  `(?<![^\\s/])(?:${[...shortForms.keys(), ...acronyms].join("|")})(?![^\\s/])`,
  "i",
);

function acronymOf(word: string): string {
  return /^(?:id|url|api)s$/.test(word) ? `${word.slice(0, -1).toUpperCase()}s` : word.toUpperCase();
}

/** The label with its bad words replaced, in sentence case. */
export function betterLabel(label: string): string {
  const words = label.split(" ").map((word) => badWordIn(word)?.better ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
