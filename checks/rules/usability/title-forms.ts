import { isTitleCase, wordsOf } from "../../text/prose.ts";

/** Abbreviations of four letters and more: the full stop after shorter words is not looked at. */
const abbreviations = /\b(?:acct|approx|corp|dept|excl|govt|incl|intl|misc|natl|spec|temp)\.$/i;

/** Whether a title or label ends with a full stop that is not that of an abbreviation, or one of dots. */
export function endsWithStop(text: string): boolean {
  return /\p{Ll}{4}\.$/u.test(text) && !abbreviations.test(text);
}

/** Whether a title begins with a small letter, in a word that has no capital either, as “eSign” and “iMessage” do. */
export function startsSmall(text: string): boolean {
  return /^\p{Ll}+(?![\p{L}\p{N}])/u.test(text);
}

/** Products and companies of which titles tell, with the word after them, which often is a part of the name. */
const names =
  /\b(?:Active Directory|Business Central|Marketing Cloud|Power (?:Apps|Automate|BI)|Service Cloud|(?:Adobe|Amazon|Apple|Atlassian|AWS|Azure|Cisco|Dynamics|Facebook|GitHub|GitLab|Google|HubSpot|IBM|Jira|LinkedIn|Meta|Microsoft|Office|Oracle|QuickBooks|Salesforce|SAP|SharePoint|Slack|Stripe|Twilio|Twitter|Xero|YouTube|Zendesk|Zoho)(?:\s\p{Lu}\p{L}+)?)/gu;

/** Whether a title is written Like This, apart from names of products. */
export function isCapitalised(title: string, application: string | null): boolean {
  if (!isTitleCase(title, [application ?? ""])) return false;
  const found = title.match(names) ?? [];
  return isTitleCase(title, [application ?? "", ...found]);
}

/** Verbs that hardly anybody takes for a noun. */
const clearVerbs: ReadonlySet<string> = new Set(
  (
    "get search list create add update upsert delete remove send upload download import export find fetch retrieve insert " +
    "modify edit cancel assign archive approve reject invite post run start stop trigger convert merge move copy restart " +
    "request schedule confirm initiate submit check track log enable disable simulate process finish complete begin undo " +
    "revert monitor report await poll test validate verify allow prevent block perform execute bulk batch new on mark set " +
    "wait flag notify query view watch count is has does make show hide open close hold void suspend resume reopen ignore " +
    "skip accept decline deny receive save read write apply acknowledge resolve sync restore recover change"
  ).split(" "),
);

/** Verbs that name things as well: “Order items created” may be an order to do so, “Order created” is none. */
const otherVerbs: ReadonlySet<string> = new Set(
  (
    "record order invoice message email comment note label tag quote issue book link file bill charge pay refund release " +
    "share review load pin lock unlock activate deactivate calculate call capture clear collect compare describe escalate " +
    "exclude filter generate include lookup map match parse print publish purge refresh register replace reset retry return " +
    "revoke scan select ship sign sort split subscribe transfer transform translate unsubscribe use"
  ).split(" "),
);

/** Whether a title begins with a verb, so that an event or a process at its end is what the verb is about. */
export function beginsWithVerb(title: string): boolean {
  const words = wordsOf(title);
  const first = words[0]?.toLowerCase() ?? "";
  return clearVerbs.has(first) || (words.length > 2 && otherVerbs.has(first));
}

/** Applications whose names are things that their actions are about: “Add event to calendar”. */
const plainNames =
  /^(?:box|calendar|campaigns?|chat|contacts?|database|desk|docs?|drive|email|events?|files?|forms?|groups?|lists?|mail|notes?|people|phone|projects?|sheets?|sms|storage|tables?|tasks?|teams?)$/;

/** Whether a title tells its application beside what it says: “Acme: Create lead”, “Create lead in Acme”. */
export function namesApplication(title: string, application: string): boolean {
  const [text, name] = [title.toLowerCase(), application.toLowerCase()];
  // A thing that is called by the name has no such sign after it.
  if (text.startsWith(name) && /^(?:\s?:|\s[-–|])\s\S/u.test(text.slice(name.length))) return true;
  if (!text.endsWith(` ${name}`)) return false;
  if (plainNames.test(name) && !title.endsWith(application)) return false;
  return /\s(?:in|into|from|to|on|at|using|via)$/.test(text.slice(0, -name.length - 1));
}
