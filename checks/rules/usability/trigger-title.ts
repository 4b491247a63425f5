import { defineRule, ruby } from "../../engine/rule.ts";
import { applicationOf, titleOf } from "../../text/operation-texts.ts";
import { quoted } from "../../text/prose.ts";
import { endsWithStop, isCapitalised, startsSmall } from "./title-forms.ts";

const commands =
  /^(?:get|fetch|retrieve|create|update|delete)\s(?!(?:for|from|in|of|on|to|with)\b)|^(?:list|search|poll|watch|monitor)\s(?:an?|the|all|any|for|new|updated)\s/i;
/** Ends of titles such as “Update received” and “Search completed”, whose first word is a thing. */
const happened = /(?:ed|able|found|lost|made|paid|run|sent|set)$/i;
const clauses =
  /^(?:when|whenever)\s\S+\s|^triggers?\s(?:an?|each|every|for|if|on|when|whenever)\s|^on\s(?!(?:board|boarding|call|demand|duty|hold|order|premises?|sale|site|time)\b)\S+\s/i;
const event = /\s(?:(created|added|new)(?:\sor\s|\sand\s|\s?\/\s?))?(created|updated|modified|deleted)$/i;
const events: ReadonlyMap<string, string> = new Map([
  ["created", "New"],
  ["updated", "Updated"],
  ["modified", "Updated"],
  ["deleted", "Deleted"],
]);

export const triggerTitle = defineRule({
  id: "usability/trigger-title",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Titles every trigger by its event, such as “New lead” or “New/updated lead”.",
    why: "Users read the title as the moment when their recipe starts; the same words for the same events spare them a trial.",
    remedy: "Begin the title with “New”, “Updated”, “New/updated” or “Deleted” and name the object after it.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-general",
    ],
  },
  messages: {
    command: (title: string) =>
      `The title “${title}” reads as an action; a trigger's title tells the event, as in “New lead”.`,
    sentence: (title: string) =>
      `The title “${title}” is a clause; a trigger's title is short, as in “New lead”.`,
    order: (title: string, word: string) =>
      `The title “${title}” names its event last, where users expect it to begin with “${word}”.`,
    markup: (title: string) => `The title “${title}” has HTML in it, which is shown as it is.`,
    fullStop: (title: string) => `The title “${title}” ends with a full stop.`,
    lowerCase: (title: string) => `The title “${title}” does not begin with a capital letter.`,
    titleCase: (title: string) => `The title “${title}” is not in sentence case, as in “New purchase order”.`,
  },
  examples: {
    bad: [
      {
        name: "a command",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'Get new leads' } } }
                                                       ^^^^^^^^^^^^^^^ command
        `,
      },
      {
        name: "a clause",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'When a lead is created' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ sentence
        `,
      },
      {
        name: "the event after the object",
        source: ruby`
          { title: 'Acme', triggers: { lead_created: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^ order
        `,
      },
      {
        name: "both events after the object",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'Lead created or updated' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `,
      },
      {
        name: "HTML",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'New <b>lead</b>' } } }
                                                       ^^^^^^^^^^^^^^^^^ markup
        `,
      },
      {
        name: "a full stop",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'New lead.' } } }
                                                       ^^^^^^^^^^^ fullStop
        `,
      },
      {
        name: "a small first letter",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'new lead' } } }
                                                       ^^^^^^^^^^ lowerCase
        `,
      },
      {
        name: "capitals everywhere",
        source: ruby`
          { title: 'Acme', triggers: { leads: { title: 'New/Updated Cost Center' } } }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ titleCase
        `,
      },
    ],
    good: [
      {
        name: "an event and its object",
        source: ruby`{ title: 'Acme', triggers: { lead: { title: 'New lead' } } }`,
      },
      {
        name: "both events",
        source: ruby`{ title: 'Acme', triggers: { lead: { title: 'New/updated lead' } } }`,
      },
      {
        name: "events of the application's own",
        source: ruby`
          { title: 'Acme', triggers: {
            a: { title: 'Message received' }, b: { title: 'Status changed' }, c: { title: 'Tag added' }, d: { title: 'Member removed' }
          } }
        `,
      },
      {
        name: "things that look like commands",
        source: ruby`
          { title: 'Acme', triggers: {
            a: { title: 'Update to lead' }, b: { title: 'List subscriber' }, c: { title: 'Search completed' },
            d: { title: 'On-demand report ready' }, f: { title: 'On hold order' }, e: { title: 'Trigger word detected' }
          } }
        `,
      },
      {
        name: "names with capitals and small letters of their own",
        source: ruby`
          { title: 'Acme', triggers: { a: { title: 'New Google Calendar event' }, b: { title: 'iMessage received' } } }
        `,
      },
      {
        name: "a trigger that is deprecated",
        source: ruby`{ title: 'Acme', triggers: { leads: { title: 'Get leads', deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const title = trigger.deprecated ? null : titleOf(trigger);
      if (!title || title.text.trim() === "") return;
      const { place, written } = title;
      const text = title.text.trim();
      const shown = quoted(text);
      const beginning = beginningFor(text);
      if (/<\/?[a-z][^<>]*>/i.test(text)) context.report("markup", place, [shown]);
      else if (commands.test(text) && !happened.test(text)) context.report("command", place, [shown]);
      else if (clauses.test(text)) context.report("sentence", place, [shown]);
      else if (beginning) context.report("order", place, [shown, beginning]);
      else if (endsWithStop(text)) context.report("fullStop", place, [shown]);
      else if (startsSmall(text)) context.report("lowerCase", place, [shown], { severity: "notice" });
      else if (written && isCapitalised(text, applicationOf(context.connector)))
        context.report("titleCase", place, [shown], { severity: "notice" });
    },
  }),
});

/** The word to begin with, where a title has it, or the like of it, at its end. */
function beginningFor(title: string): string | null {
  if (/^(?:new|updated|deleted|newly|just|recently)\b/i.test(title)) return null;
  const [, first, last] = event.exec(title) ?? [];
  const word = events.get(last?.toLowerCase() ?? "") ?? null;
  return first !== undefined && word === "Updated" ? "New/updated" : word;
}
