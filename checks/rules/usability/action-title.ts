import { defineRule, ruby } from "../../engine/rule.ts";
import { applicationOf, titleOf } from "../../text/operation-texts.ts";
import { isTitleCase, quoted, wordsOf } from "../../text/prose.ts";

/** Verbs whose third person or past at the start of a title is surely no imperative. */
const verbs = (
  "get search list create add update upsert delete remove send upload download import export find fetch retrieve cancel " +
  "assign archive approve reject invite post run start stop trigger convert merge move copy restart"
).split(" ");

const wrongForms: ReadonlyMap<string, string> = new Map(
  verbs.flatMap((verb) => {
    const stem = verb.replace(/e$/, "");
    return [
      [/(?:ch|sh|s)$/.test(verb) ? `${verb}es` : `${verb.replace(/y$/, "ie")}s`, verb],
      [`${stem}ing`, verb],
    ] as const;
  }),
);

const synonyms: ReadonlyMap<string, string> = new Map([
  ["fetch", "Get"],
  ["retrieve", "Get"],
  ["insert", "Create"],
  ["modify", "Update"],
  ["edit", "Update"],
]);

/** Nouns that name what an action does, and its verb. */
const nouns: ReadonlyMap<string, string> = new Map([
  ["creation", "Create"],
  ["insertion", "Create"],
  ["deletion", "Delete"],
  ["removal", "Delete"],
  ["retrieval", "Get"],
  ["modification", "Update"],
  ["cancellation", "Cancel"],
  ["cancelation", "Cancel"],
  ["archival", "Archive"],
]);

/** Verbs that may have such a noun as their object: "Request cancellation". */
const otherVerbs: ReadonlySet<string> = new Set(
  (
    "request schedule confirm initiate submit check track log record enable disable simulate process finish complete begin " +
    "undo revert monitor report await poll test validate verify allow prevent block perform execute bulk batch new on"
  ).split(" "),
);

const outcomes = /\s(?:created|updated|deleted|added|removed|sent|uploaded)$/i;

export const actionTitle = defineRule({
  id: "usability/action-title",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  options: {
    maxLength: {
      kind: "integer",
      default: 50,
      minimum: 20,
      summary: "The length of a title from which on it is reported.",
    },
  },
  docs: {
    summary: "Titles every action as a verb and an object, such as “Create lead”.",
    why: "Users choose an action by its title; one form for all of them lets them find it at a glance.",
    remedy: "Write the title as `[Verb] [Object]` in sentence case, and leave details to the subtitle.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#action-general",
    ],
  },
  messages: {
    outcome: (title: string) =>
      `The title “${title}” tells what has happened; an action's title begins with a verb, as in “Create lead”.`,
    verbForm: (title: string, word: string, verb: string) =>
      `The title “${title}” begins with “${word}” instead of “${verb}”.`,
    noun: (title: string, better: string) =>
      `The title “${title}” names a process; an action's title begins with a verb, as in “${better}”.`,
    synonym: (title: string, word: string, verb: string) =>
      `The title “${title}” begins with “${word}”, for which Workato's convention is “${verb}”.`,
    all: (title: string) =>
      `The title “${title}” is for an action that lists records, for which the verb is “List”.`,
    markup: (title: string) => `The title “${title}” has HTML in it, which is shown as it is.`,
    fullStop: (title: string) => `The title “${title}” ends with a full stop.`,
    lowerCase: (title: string) => `The title “${title}” does not begin with a capital letter.`,
    titleCase: (title: string) =>
      `The title “${title}” is not in sentence case, as in “Create purchase order”.`,
    application: (title: string, application: string) =>
      `The title “${title}” repeats the name of the application, \`${application}\`, which users see beside it.`,
    long: (title: string, length: number) =>
      `The title “${title}” has ${length} characters; details fit the \`subtitle\`.`,
  },
  examples: {
    bad: [
      {
        name: "an outcome",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Lead created' } } }
                                                     ^^^^^^^^^^^^^^ outcome
        `,
      },
      {
        name: "another form of the verb",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Creates lead' } } }
                                                     ^^^^^^^^^^^^^^ verbForm
        `,
      },
      {
        name: "a process",
        source: ruby`
          { title: 'Acme', actions: { 'lead' => { 'title' => 'Lead creation' } } }
                                                             ^^^^^^^^^^^^^^^ noun
        `,
      },
      {
        name: "a process, by the key of the action",
        source: ruby`
          { title: 'Acme', actions: { invoice_retrieval: { execute: ->(c, i) { get('/invoice') } } } }
                                      ^^^^^^^^^^^^^^^^^^ noun
        `,
      },
      {
        name: "a verb that is not the convention's",
        source: ruby`
          { title: 'Acme', actions: { retrieve_lead: { execute: ->(c, i) { get('/lead') } } } }
                                      ^^^^^^^^^^^^^^ synonym
        `,
      },
      {
        name: "a list of all records",
        source: ruby`
          { title: 'Acme', actions: { leads: { title: 'Get all leads' } } }
                                                      ^^^^^^^^^^^^^^^ all
        `,
      },
      {
        name: "HTML",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create <b>lead</b>' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^ markup
        `,
      },
      {
        name: "a full stop",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create lead.' } } }
                                                     ^^^^^^^^^^^^^^ fullStop
        `,
      },
      {
        name: "a small first letter",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'create lead' } } }
                                                     ^^^^^^^^^^^^^ lowerCase
        `,
      },
      {
        name: "capitals everywhere",
        source: ruby`
          { title: 'Acme', actions: { order: { title: 'Create Purchase Order' } } }
                                                      ^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `,
      },
      {
        name: "the application's name",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create lead in Acme' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^ application
        `,
      },
      {
        name: "a sentence",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create lead from contact and company with all of their tasks' } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long
        `,
      },
    ],
    good: [
      {
        name: "a process that is an object",
        source: ruby`{ title: 'Acme', actions: { cancel: { title: 'Request cancellation' } } }`,
      },
      {
        name: "a verb and an object",
        source: ruby`{ title: 'Acme', actions: { lead: { title: 'Create lead' } } }`,
      },
      {
        name: "acronyms",
        source: ruby`{ title: 'Acme', actions: { sms: { title: 'Send SMS to PDF list' } } }`,
      },
      {
        name: "a name in the title",
        source: ruby`{ title: 'Acme', actions: { event: { title: 'Create Google Calendar event' } } }`,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { lead: { title: 'Lead created', deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    action(action) {
      const title = action.deprecated ? null : titleOf(action);
      if (!title || title.text.trim() === "") return;
      const { place, written } = title;
      const text = title.text.trim();
      const shown = quoted(text);
      const [first = "", second = ""] = wordsOf(text);
      const verb = wrongForms.get(first.toLowerCase());
      // What is fetched from an address is not a record that is got.
      const convention = /\sfrom\s/i.test(text) ? undefined : synonyms.get(first.toLowerCase());
      const process = isVerb(first) ? null : processIn(text);
      const application = applicationOf(context.connector);
      if (/<\/?[a-z][^<>]*>/i.test(text)) context.report("markup", place, [shown]);
      else if (verb) context.report("verbForm", place, [shown, first, verb]);
      else if (outcomes.test(text) && !verbs.includes(first.toLowerCase()))
        context.report("outcome", place, [shown]);
      else if (process) context.report("noun", place, [shown, process]);
      else if (text.endsWith(".") && !/\betc\.$/.test(text)) context.report("fullStop", place, [shown]);
      else if (/^\p{Ll}/u.test(text)) context.report("lowerCase", place, [shown], { severity: "notice" });
      else if (convention)
        context.report("synonym", place, [shown, first, convention], { severity: "notice" });
      else if (/^get (?:all|(?:a )?list of) \S/i.test(text) && second !== "")
        context.report("all", place, [shown], { severity: "notice" });
      else if (application && endsWithApplication(text, application))
        context.report("application", place, [shown, application], { severity: "notice" });
      else if (written && isTitleCase(text, [application ?? ""]) && first !== "")
        context.report("titleCase", place, [shown], { severity: "notice" });
      else if (text.length > context.options.maxLength)
        context.report("long", place, [shown, text.length], { severity: "notice" });
    },
  }),
});

function isVerb(word: string): boolean {
  const lower = word.toLowerCase();
  return verbs.includes(lower) || otherVerbs.has(lower) || synonyms.has(lower);
}

/** "Create lead" for "Lead creation"; null where the title ends with no such noun. */
function processIn(title: string): string | null {
  const words = title.replace(/\.$/, "").split(" ");
  const verb = nouns.get(words.at(-1)?.toLowerCase() ?? "");
  if (!verb || words.length < 2) return null;
  const [first = "", ...rest] = words.slice(0, -1);
  const object = /^\p{Lu}\p{Ll}/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  return [verb, object, ...rest].join(" ");
}

function endsWithApplication(title: string, application: string): boolean {
  const [text, name] = [title.toLowerCase(), application.toLowerCase()];
  if (!text.endsWith(` ${name}`)) return false;
  return /\s(?:in|into|from|to|on|at|using|via)$/.test(text.slice(0, -name.length - 1));
}
