import { defineRule, ruby } from "../../engine/rule.ts";
import { applicationOf, titleOf } from "../../text/operation-texts.ts";
import { quoted, wordsOf } from "../../text/prose.ts";
import { processIn, wrongVerb } from "./action-words.ts";
import { beginsWithVerb, endsWithStop, isCapitalised, namesApplication, startsSmall } from "./title-forms.ts";

/** Verbs for which Workato has others. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["fetch", "“Get”, “Search” or “List”"],
  ["retrieve", "“Get”, “Search” or “List”"],
  ["modify", "“Update”"],
]);

const outcomes = /\s(?:created|updated|deleted|added|removed|sent|uploaded)$/i;
/** What is in such a state is not what has happened: “Whether invoice was sent”. */
const states = /\s(?:as|be|been|if|is|last|newly|not|recently|that|until|was|were|when|whether)\s/i;

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
      `The title “${title}” begins with “${word}”, for which Workato's convention is ${verb}.`,
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
      {
        name: "the application before the verb, and the title of a trigger",
        source: ruby`
          { title: 'Acme', actions: { a: { title: 'Acme: Create lead' }, b: { title: 'New lead' } } }
                                                  ^^^^^^^^^^^^^^^^^^^ application
                                                                                     ^^^^^^^^^^ outcome
        `,
      },
    ],
    good: [
      {
        name: "an action as a record of the application",
        source: ruby`{ title: 'Acme', actions: { action: { title: 'Create corrective action' } } }`,
      },
      {
        name: "a process that is an object",
        source: ruby`{ title: 'Acme', actions: { cancel: { title: 'Request cancellation' } } }`,
      },
      {
        name: "a verb and an object",
        source: ruby`{ title: 'Acme', actions: { lead: { title: 'Create lead' } } }`,
      },
      {
        name: "states that the action is about",
        source: ruby`
          { title: 'Acme', actions: {
            a: { title: 'Mark invoice as sent' }, b: { title: 'Mark sent' }, c: { title: 'Email when order is created' }
          } }
        `,
      },
      {
        name: "things that look like verbs",
        source: ruby`
          { title: 'Acme', actions: { a: { title: 'Exports list' }, posts_by_id: {}, b: { title: 'Void cancellation' } } }
        `,
      },
      {
        name: "names with capitals and small letters of their own, and abbreviations",
        source: ruby`
          { title: 'Calendar', actions: {
            a: { title: 'eSign document' }, b: { title: 'Sync Active Directory' }, c: { title: 'Notify Acme Inc.' },
            d: { title: 'Add event to calendar' }, e: { title: 'Insert row' }
          } }
        `,
      },
      {
        name: "acronyms",
        source: ruby`
          { title: 'Acme', actions: { sms: { title: 'Send SMS to PDF list' }, edi: { title: 'Send EDI ORDERS' } } }
        `,
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
      const verb = wrongVerb(first, second);
      // What is fetched from an address is not a record that is got.
      const convention = /\sfrom\s/i.test(text) ? undefined : synonyms.get(first.toLowerCase());
      const isImperative = beginsWithVerb(text);
      const process = isImperative ? null : processIn(text);
      const application = applicationOf(context.connector);
      if (/<\/?[a-z][^<>]*>/i.test(text)) context.report("markup", place, [shown]);
      else if (verb) context.report("verbForm", place, [shown, first, verb]);
      else if ((outcomes.test(text) && !isImperative && !states.test(text)) || /^new \S+$/i.test(text))
        context.report("outcome", place, [shown]);
      else if (process) context.report("noun", place, [shown, process]);
      else if (endsWithStop(text)) context.report("fullStop", place, [shown]);
      else if (startsSmall(text)) context.report("lowerCase", place, [shown], { severity: "notice" });
      else if (convention)
        context.report("synonym", place, [shown, first, convention], { severity: "notice" });
      else if (/^get (?:all|(?:a )?list of) \S/i.test(text))
        context.report("all", place, [shown], { severity: "notice" });
      else if (application && namesApplication(text, application))
        context.report("application", place, [shown, application], { severity: "notice" });
      else if (written && isCapitalised(text, application))
        context.report("titleCase", place, [shown], { severity: "notice" });
      else if (text.length > context.options.maxLength)
        context.report("long", place, [shown, text.length], { severity: "notice" });
    },
  }),
});
