import { truthiness } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

/** From so many optional inputs on, some of them are surely wanted more often than others. */
const many = 5;

export const sticky = defineRule({
  id: "usability/sticky",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Keeps the optional inputs that most users need in view.",
    why: "Optional inputs are hidden in a drop-down, so a step whose inputs are all optional opens with an empty form.",
    remedy: "Set `sticky: true` on the inputs that are used most.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    allHidden: (kind: string, name: string, count: number) =>
      `The ${kind} \`${name}\` has ${count} optional inputs, none of them \`sticky\`, and no required one.`,
  },
  examples: {
    bad: [
      {
        name: "nothing in view",
        source: ruby`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
                                                      ^^^^^^^^^^^^^ allHidden
            [{ name: 'email' }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `,
      },
    ],
    good: [
      {
        name: "one that is filled in already",
        source: ruby`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', default: 'me' }, { name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]
          } } } }
        `,
      },
      {
        name: "one in view",
        source: ruby`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', sticky: true }, { name: 'phone' }, { name: 'city' }, { name: 'country' }, { name: 'owner' }]
          } } } }
        `,
      },
      {
        name: "one that is required",
        source: ruby`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) {
            [{ name: 'email', optional: false }, { name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]
          } } } }
        `,
      },
      {
        name: "only a few",
        source: ruby`
          { title: 'Acme', actions: { search_leads: { input_fields: ->(_) { [{ name: 'email' }, { name: 'phone' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      const { inputFields, configFields, kind, name } = operation;
      const property = operation.get("input_fields");
      if (operation.deprecated || !property || !inputFields.closed || configFields.exists) return;
      const { fields } = inputFields;
      const isHidden = (field: (typeof fields)[number]): boolean => {
        const optional = field.get("optional");
        if (!field.closed || field.has("sticky") || field.has("default")) return false;
        return !optional || truthiness(optional.value) === true;
      };
      if (fields.length >= many && fields.every(isHidden))
        context.report("allHidden", property, [kind, name, fields.length]);
    },
  }),
});
