import type { Operation } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import type { Value } from "../../connector/value.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { argumentsOf, type Node, spanOf } from "../../ruby/nodes.ts";
import { misspellingsIn } from "../../text/misspellings.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { prosesOf } from "../../text/prose.ts";

const operationTexts = ["title", "subtitle", "description", "help"] as const;
const fieldTexts = [
  "label",
  "hint",
  "toggle_hint",
  "item_label",
  "add_field_label",
  "empty_list_text",
  "help",
] as const;
const helpTexts = ["body", "learn_more_text", "text", "title"] as const;

export const spelling = defineRule({
  id: "usability/spelling",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  options: {
    allow: { kind: "strings", default: [], summary: "Words that are right as they are, in small letters." },
  },
  docs: {
    summary: "Spells the words that users read.",
    why: "A mistake in a label is on every user's screen, and makes people doubt what they do not see.",
    remedy: "Correct the word. A name that looks like a mistake can be allowed by the option `allow`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    misspelt: (word: string, right: string) => `The word “${word}” is spelled “${right}”.`,
  },
  examples: {
    bad: [
      {
        name: "a title and a label",
        source: ruby`
          {
            actions: {
              get_invoice: {
                title: 'Retreive invoice',
                       ^^^^^^^^^^^^^^^^^^ misspelt
                input_fields: ->() do
                  [{ name: 'id', label: 'Recieved invoice ID', hint: 'The ID, as in the list' }]
                                        ^^^^^^^^^^^^^^^^^^^^^ misspelt
                end
              }
            }
          }
        `,
      },
      {
        name: "a text in several parts, a choice and an error",
        source: ruby`
          {
            'actions' => {
              'get_invoice' => {
                'help' => { 'body' => 'Reads one invoice. ' \
                                      ^^^^^^^^^^^^^^^^^^^^^^^ misspelt
                                      'Its lines are seperated by a comma.' },
                'execute' => lambda { |_connection, input| error('The adresses are missing.') if input.blank? }
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt
              }
            },
            pick_lists: { kinds: lambda { |_connection| [['Inital', 'initial'], %w[Final final]] } }
                                                          ^^^^^^^^ misspelt
          }
        `,
      },
    ],
    good: [
      {
        name: "other languages, and values of the application",
        source: ruby`
          {
            actions: {
              get_invoice: {
                title: 'Get invoice',
                input_fields: lambda { [{ name: 'a', label: 'Responsable', hint: 'A status such as "recieved".' }] }
              }
            }
          }
        `,
      },
      {
        name: "a step that is deprecated",
        source: ruby`
          { actions: { get_invoice: { deprecated: true, input_fields: -> { [{ name: 'a', label: 'Recieved at' }] } } } }
        `,
      },
      {
        name: "names of the API",
        source: ruby`
          {
            actions: {
              get_invoice: {
                title: 'Get invoice',
                input_fields: lambda { [{ name: 'recieved_at', hint: 'Stored as <code>recieved</code> in recieved_at' }] }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const told = new Set<string>();
    return {
      operation(operation) {
        if (operation.deprecated) return;
        for (const key of operationTexts) checkOperation(operation, key);
      },
      attribute: onAttribute(fieldTexts, (field, property) => {
        if (field.isCurrent) checkValue(property.value, () => property.valuePlace);
      }),
      pickList({ options, span, path }) {
        if (options.kind !== "array") return;
        for (const { value } of options.items) {
          const label = value.kind === "array" ? value.items[0]?.value : undefined;
          if (label) checkValue(label, () => ({ span, path }));
        }
      },
      bareCall: {
        error({ node, lambda }) {
          const [message] = argumentsOf(node);
          if (message)
            checkValue(context.connector.evaluate(message), () => ({
              span: spanOf(message),
              path: lambda?.path ?? null,
            }));
        },
      },
    };

    function checkOperation(operation: Operation, key: string): void {
      const property = operation.get(key);
      const value = shownValue(operation, key);
      if (property && value) checkValue(value, () => property.valuePlace);
    }

    function checkValue(value: Value, fallback: () => Place): void {
      if (value.kind === "hash") {
        for (const key of helpTexts) {
          const inner = value.entries.get(key)?.value;
          if (inner) checkValue(inner, fallback);
        }
        return;
      }
      for (const { text } of prosesOf(value)) {
        // Hardly any text has a word to look at without the tags.
        if (misspellingsIn(text).length === 0) continue;
        const shown = text.includes("<") ? text.replace(/<code>[^<]*<\/code>|<[^<>]*>/gi, " ") : text;
        for (const { word, right } of misspellingsIn(shown)) {
          const place = placeOf(value.node, fallback());
          const key = `${place.span.start} ${word}`;
          if (told.has(key) || context.options.allow.includes(word.toLowerCase())) continue;
          if (isForeign(word, shown) || isQuoted(shown, word)) continue;
          told.add(key);
          context.report("misspelt", place, [word, right]);
        }
      }
    }
  },
});

/** Words that are right in French, Spanish, German, Dutch or Swedish, or to some people in English. */
const otherLanguages: ReadonlySet<string> = new Set(
  (
    "accesible adress apear attachement authentification departement independant intrest langage persistant posible publically " +
    "reponse respons responsable standart suport suscription templete variabel wich"
  ).split(" "),
);

/** Words that only texts in English have. */
const english = /\b(?:and|are|for|from|that|the|this|to|which|with|your)\b/i;

function isForeign(word: string, text: string): boolean {
  return otherLanguages.has(word.toLowerCase()) && !english.test(text);
}

/** Whether a word is a value of the application, which may be misspelt there. */
function isQuoted(text: string, word: string): boolean {
  return new RegExp(`(['"\`])${word}\\1|[“‘]${word}[”’]`).test(text);
}

function placeOf(node: Node | null, fallback: Place): Place {
  return node ? { span: spanOf(node), path: fallback.path } : fallback;
}
