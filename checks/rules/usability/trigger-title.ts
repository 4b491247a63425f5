import { defineRule, ruby } from "../../engine/rule.ts";
import { applicationOf, titleOf } from "../../text/operation-texts.ts";
import { isTitleCase, quoted, wordsOf } from "../../text/prose.ts";

const asAction = /^(?:get|search|list|fetch|retrieve|create|update|delete|poll|watch|monitor)$/;
const asEvent: ReadonlyMap<string, string> = new Map([
  ["created", "New"],
  ["added", "New"],
  ["create", "New"],
  ["updated", "Updated"],
  ["modified", "Updated"],
  ["changed", "Updated"],
  ["deleted", "Deleted"],
  ["removed", "Deleted"],
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
        name: "an event of the application's own",
        source: ruby`{ title: 'Acme', triggers: { message: { title: 'Message received' } } }`,
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
      const words = wordsOf(text);
      const first = words[0]?.toLowerCase() ?? "";
      const event = words.length > 1 ? asEvent.get(words.at(-1)!.toLowerCase()) : undefined;
      const names = [applicationOf(context.connector) ?? ""];
      if (/<\/?[a-z][^<>]*>/i.test(text)) context.report("markup", place, [shown]);
      else if (asAction.test(first)) context.report("command", place, [shown]);
      else if (/^(?:when|whenever|triggers?|on)$/.test(first) && words.length > 2)
        context.report("sentence", place, [shown]);
      else if (event && !/^(?:new|updated|deleted)\b/.test(first))
        context.report("order", place, [shown, event]);
      else if (text.endsWith(".")) context.report("fullStop", place, [shown]);
      else if (/^\p{Ll}/u.test(text)) context.report("lowerCase", place, [shown], { severity: "notice" });
      else if (written && isTitleCase(text, names))
        context.report("titleCase", place, [shown], { severity: "notice" });
    },
  }),
});
