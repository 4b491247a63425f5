import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { plainText } from "../../text/prose.ts";
import { controlOf, placeOf } from "../../text/seen-fields.ts";

const announced =
  /\b(?:allowed|possible|valid|accepted|permitted|supported|available) (?:values?|options?)(?: here)?(?: are| is|:)[ :]*([^.]*)|^options: *([^.]*)/i;
/** After these, there may be other ways to say it as well, unless there are values in quotes. */
const chosen =
  /(?:\b(?:must|can|may) be (?:either|one of)|^(?:either|one of)\b|\bone of(?: the following)?:)[ :]*([^.]*)/i;
const truth = /\b(?:true or false|yes or no|true\/false|yes\/no)\b/i;
/** What is true or false here is not the field, but what is written into it. */
const computed =
  /[{}=]|\b(?:conditions?|evaluat\w+|expressions?|filters?|formulas?|functions?|json|queries|query|results?|returns?|rules?)\b/i;
/** Kinds of values, rather than values, and words that leave the list open. */
const kinds =
  /^(?:an? )?(?:base64|csv|dates?|datetimes?|decimals?|digits?|emails?|etc|files?|html|ids?|integers?|json|letters?|links?|more|names?|numbers?|others?|phones?|so on|strings?|text|timestamps?|urls?|usernames?|words?|xml)$/i;

export const enumerable = defineRule({
  id: "usability/enumerable",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Offers a list where only some values are allowed.",
    why: "Users choose from a list without a mistake; a value typed after a hint fails in the job when it is misspelt.",
    remedy:
      "Use `control_type: 'select'` with a `pick_list` of the values and a `toggle_field`, or a checkbox.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    list: (name: string) => `The hint of the text field \`${name}\` lists the values that are allowed.`,
    truth: (name: string) => `The hint of the text field \`${name}\` asks for true or false.`,
  },
  examples: {
    bad: [
      {
        name: "values in the hint",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'status', hint: 'Possible values are: open, closed, waiting.' }]
                     ^^^^^^^^ list
          } } } }
        `,
      },
      {
        name: "true or false",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'active', hint: 'Whether it is active, true or false.' }]
                     ^^^^^^^^ truth
          } } } }
        `,
      },
      {
        name: "values with other signs between them",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'priority', hint: 'Allowed values: low/medium/high' },
                    ^^^^^^^^^^ list
            { name: 'state', hint: 'Options: open | closed' }
                    ^^^^^^^ list
          ] } } } }
        `,
      },
    ],
    good: [
      {
        name: "several ways to say it",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'user', hint: 'Can be either email or username.' }, { name: 'owner', hint: 'One of: name, email.' }
          ] } } } }
        `,
      },
      {
        name: "what is true or false by itself",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'condition', hint: 'A formula that evaluates to true or false.' }]
          } } } }
        `,
      },
      {
        name: "kinds of values, and lists that go on",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'code', hint: 'Allowed values: A-Z, a-z, 0-9' }, { name: 'size', hint: 'Supported values: integers, decimals' },
            { name: 'currency', hint: 'Possible values: USD, EUR, GBP, etc.' },
            { name: 'day', hint: 'Options: dd/mm/yyyy' }, { name: 'kind', hint: 'Possible values: image/png' },
            { name: 'map', hint: 'Values: label, value' },
            { name: 'locale', hint: "Possible values: en, fr. See <a href='https://acme.com' target='_blank'>all of them</a>." }
          ] } } } }
        `,
      },
      {
        name: "a list, with the values for its toggle",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', control_type: 'text', hint: 'Allowed values are: open, closed.' } }
          ] } } } }
        `,
      },
      {
        name: "values with commas between them",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) {
            [{ name: 'tags', hint: 'Several tags, separated by commas, as in red, green.' }]
          } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["hint"], (field) => {
      const { name } = field;
      if (name === null || !field.isSeen || !field.closed || field.has("pick_list") || field.has("options"))
        return;
      if (field.has("toggle_field") || !/^(?:text|plain-text|string)$/.test(controlOf(field) ?? "")) return;
      const hint = field.text("hint");
      if (hint === null || hint.length > 1000) return;
      const text = plainText(hint);
      if (truth.test(text)) {
        if (field.text("type") !== "array" && !computed.test(text))
          context.report("truth", placeOf(field), [name]);
        return;
      }
      // Who links the values has more of them than the hint.
      if (/<a\s/i.test(hint)) return;
      const told = announced.exec(text);
      const list = told?.[1] ?? told?.[2] ?? quotedIn(chosen.exec(text)?.[1] ?? "");
      if (isList(list)) context.report("list", placeOf(field), [name]);
    }),
  }),
});

/** Whether a text is a list of single values, rather than more prose. */
function isList(text: string): boolean {
  // The form of a date, and a media type, have slashes as well.
  const plain = /^\p{L}{3,}(?:\/\p{L}{3,}){2,}$/u.test(text.trim()) ? text.replaceAll("/", ",") : text;
  const values = plain
    .split(/,|\bor\b|\band\b|[;|]/)
    .map((value) => value.trim().replace(/^['"“]|['"”]$/g, ""));
  const filled = values.filter((value) => value !== "");
  return (
    filled.length >= 2 &&
    filled.every((value) => /^[\w-]{1,30}(?: [\w-]{1,20})?$/.test(value)) &&
    !filled.some((value) => kinds.test(value) || /^\w-\w$/.test(value))
  );
}

/** A list as it is, if there are quotes around its values. */
function quotedIn(list: string): string {
  return /^(?:(?:'[^']*'|"[^"]*"|“[^”]*”)(?:\s*(?:,|;|\bor\b|\band\b)\s*|\s*$)){2,}/.test(list) ? list : "";
}
