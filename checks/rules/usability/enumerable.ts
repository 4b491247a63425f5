import { defineRule, ruby } from "../../engine/rule.ts";
import { plainText } from "../../text/prose.ts";
import { controlOf, placeOf } from "../../text/seen-fields.ts";

const announced =
  /\b(?:(?:allowed|possible|valid|accepted|permitted|supported|available) (?:values?|options?)(?: here)?(?: are| is|:)|(?:must|can|may) be (?:either|one of)|^(?:either|one of)\b|\bone of(?: the following)?:)[ :]*([^.]*)/i;
const truth = /\b(?:true or false|yes or no|true\/false|yes\/no)\b/i;

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
    ],
    good: [
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
    field(field) {
      const { name } = field;
      if (name === null || !field.isSeen || !field.closed || field.has("pick_list") || field.has("options"))
        return;
      if (field.has("toggle_field") || !/^(?:text|plain-text|string)$/.test(controlOf(field) ?? "")) return;
      const hint = field.text("hint");
      if (hint === null || hint.length > 1000) return;
      const text = plainText(hint);
      if (truth.test(text) && field.text("type") !== "array") context.report("truth", placeOf(field), [name]);
      else if (isList(announced.exec(text)?.[1] ?? "")) context.report("list", placeOf(field), [name]);
    },
  }),
});

/** Whether a text is a list of single values, rather than more prose. */
function isList(text: string): boolean {
  const values = text.split(/,|\bor\b|\band\b|;/).map((value) => value.trim().replace(/^['"“]|['"”]$/g, ""));
  const filled = values.filter((value) => value !== "");
  return filled.length >= 2 && filled.every((value) => /^[\w-]{1,30}(?: [\w-]{1,20})?$/.test(value));
}
