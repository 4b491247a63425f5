import { defineRule, ruby } from "../../engine/rule.ts";

export const tooManyInputs = defineRule({
  id: "usability/too-many-inputs",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  options: {
    most: {
      kind: "integer",
      default: 25,
      minimum: 5,
      summary: "The number of inputs side by side that is still fine.",
    },
  },
  docs: {
    summary: "Groups the inputs of a large action.",
    why: "In a long flat list users do not find the few fields that they need.",
    remedy: "Nest related fields in an `object`, or let a config field choose which fields are shown.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/config_fields.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#memory-management",
    ],
  },
  messages: {
    many: (kind: string, name: string, count: number) =>
      `The ${kind} \`${name}\` has ${count} inputs side by side.`,
  },
  examples: {
    bad: [
      {
        name: "30 fields",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
                                                     ^^^^^^^^^^^^^ many
            [${Array.from({ length: 30 }, (_, index) => `{ name: 'f${index}' }`).join(", ")}]
          } } } }
        `,
      },
    ],
    good: [
      {
        name: "a few fields",
        source: ruby`{ title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'email' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      const { inputFields, kind, name } = operation;
      const property = operation.get("input_fields");
      if (operation.deprecated || !property || !inputFields.exists) return;
      const count = inputFields.fields.filter((field) => !field.conditional).length;
      if (count > context.options.most) context.report("many", property, [kind, name, count]);
    },
  }),
});
