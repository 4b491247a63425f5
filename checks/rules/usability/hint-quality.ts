import type { Field } from "../../connector/fields.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { quoted, sayingOf } from "../../text/prose.ts";
import { labelOf } from "../../text/seen-fields.ts";
import { symbolsOf } from "./symbols.ts";

const filler =
  /^(?:please )?(?:(?:enter|provide|specify|input|type|fill in|add|give|choose|select|set|pick)(?: (?:in|an?|the|your|here))* |(?:this is |it is )?(?:the|your) )/;

export const hintQuality = defineRule({
  id: "usability/hint-quality",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes hints that say more than the label.",
    why: "A hint that repeats the label costs the reader time, and hides that something is left unsaid.",
    remedy:
      "Say what the value is for, where to find it or how to write it; without anything to say, leave the hint out.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints",
    ],
  },
  messages: {
    repeats: (hint: string, label: string) => `The hint “${hint}” says no more than the label “${label}”.`,
    state: (hint: string) => `The hint “${hint}” tells only what the editor shows anyway.`,
    draft: (hint: string) => `The hint “${hint}” is not written yet.`,
    blank: (name: string) => `The hint of the field \`${name}\` is empty.`,
    dots: (hint: string) => `The hint “${hint}” ends with dots, as if more were to come.`,
  },
  examples: {
    bad: [
      {
        name: "the label once more",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Enter your subdomain.' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^ repeats
        `,
      },
      {
        name: "whether the field is required",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', optional: false, hint: 'Required' }] } }
                                                                                              ^^^^^^^^^^ state
        `,
      },
      {
        name: "a reminder",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'TODO: describe' }] } }
                                                                             ^^^^^^^^^^^^^^^^ draft
        `,
      },
      {
        name: "an empty hint",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: '' }] } }
                                                                             ^^ blank
        `,
      },
      {
        name: "dots at the end",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Where the account is held...' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dots
        `,
      },
      {
        name: "other words for the label, and for what is shown",
        source: ruby`
          {
            title: 'Acme',
            connection: {
              fields: [
                { name: 'first_name', hint: 'This is the first name.' },
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ repeats
                { name: 'account_id', hint: 'ID of the account' },
                                            ^^^^^^^^^^^^^^^^^^^ repeats
                { name: 'domain', optional: false, hint: 'This field is required.' },
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ state
                { name: 'region', hint: 'N/A' }
                                        ^^^^^ draft
              ]
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "forms and beginnings of values",
        source: ruby`
          { title: 'Todo', connection: { fields: [
            { name: 'number', hint: 'XXX-XX-XXXX' }, { name: 'list', hint: 'Todo list in which the task is made' },
            { name: 'key', hint: 'Starts with sk_live_...' }, { name: 'url', hint: 'As in https://acme.com/...' }
          ] } }
        `,
      },
      {
        name: "signs that say more than the label",
        source: ruby`
          { title: 'Acme', actions: { send: { input_fields: ->(_) {
            [{ name: 'discount', hint: 'Discount (%)' }, { name: 'channel', hint: '#channel' }]
          } } } }
        `,
      },
      {
        name: "a state that the field does not have",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Required' }] } }
        `,
      },
      {
        name: "a hint that helps",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'For acme.example.com, enter acme.' }] } }
        `,
      },
      {
        name: "examples that end with dots",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'region', hint: 'One of eu1, eu2, ...' }] } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["hint"], (field, hint) => {
      if (!field.isInput && !field.isConfig && !field.isConnection) return;
      const text = field.text("hint");
      if (text === null || !field.isCurrent) return;
      const label = labelOf(field);
      const message = text.length > (label?.length ?? 0) + longest ? null : emptyWords(text, label, field);
      if (message === "blank")
        context.report("blank", hint.valuePlace, [field.name ?? "?"], { severity: "notice" });
      else if (message === "repeats") context.report(message, hint.valuePlace, [quoted(text), label!]);
      else if (message) context.report(message, hint.valuePlace, [quoted(text)]);
      else if (endsOpen(text))
        context.report("dots", hint.valuePlace, [quoted(text)], { severity: "notice" });
    }),
  }),
});

/** How much longer than the label a hint may be, in UTF-16 units, to say no more: longer ones say something. */
const longest = 150;

/** What makes a hint say nothing; null where it says something. */
function emptyWords(
  hint: string,
  label: string | null,
  field: Field,
): "blank" | "draft" | "state" | "repeats" | null {
  if (hint.trim() === "") return "blank";
  const saying = sayingOf(hint);
  if (isDraft(hint, saying)) return "draft";
  if (isState(saying, field.flag("optional"))) return "state";
  return label !== null && repeats(hint, saying, label) ? "repeats" : null;
}

function isDraft(text: string, saying: string): boolean {
  // “Todo” may be the name of a list, and X the place of a digit.
  return (
    /^(?:todo|tbd|tbc|fixme|xxx|hint|hint text|n a)$/.test(saying) ||
    /^\s*(?:TODO|FIXME|TBD\s*[:-]|lorem ipsum|Lorem ipsum)\b/.test(text)
  );
}

/** Whether a hint tells only that a field is required or optional, as the field itself does. */
function isState(saying: string, optional: boolean | null): boolean {
  const state =
    /^(?:this (?:field |input )?is )?(?:an? )?(?<state>required|mandatory|optional)(?: field| input)?$/.exec(
      saying,
    )?.groups?.["state"];
  return state !== undefined && (state === "optional") === (optional !== false);
}

function repeats(hint: string, said: string, label: string): boolean {
  const name = sayingOf(label);
  const plain = said.replace(filler, "").replace(/ here$/, "");
  // “ID of the lead” is the “Lead ID”.
  const rest = plain.replace(/^(\w+) of (?:the |an? |your )?([\w ]+)$/, "$2 $1") === name ? name : plain;
  const isSame =
    rest === name || (rest === name.replace(filler, "") && said.split(" ")[0] === name.split(" ")[0]);
  return isSame && name !== "" && symbolsOf(hint) === symbolsOf(label);
}

/** Whether a hint ends with dots after a plain word, which is no beginning of a value. */
function endsOpen(text: string): boolean {
  const trimmed = text.trimEnd();
  if (!/\.\.\.$|…$/u.test(trimmed.slice(-3))) return false;
  const end = /(?:^|\s)\p{Ll}{3,}\s?(?:\.{3,}|…)$/u;
  return (
    end.test(trimmed) && !/[,:]|\b(?:begins?|bearer|e\.g|etc|example|like|starts?|such as)\b/i.test(text)
  );
}
