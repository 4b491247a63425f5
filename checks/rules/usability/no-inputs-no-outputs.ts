import type { FieldList } from "../../connector/fields.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

/** What is done to a list, a search or a receipt, rather than to list or to search. */
const doing =
  /_(?:add|archive|cancel|clear|close|create|delete|execute|export|import|mark|remove|run|send|set|start|stop|subscribe|unsubscribe|update|upsert)(?:_|$)/i;

export const noInputsNoOutputs = defineRule({
  id: "usability/no-inputs-no-outputs",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Gives later steps something to work with.",
    why: "Only output fields become datapills; without them no later step can use what an action or trigger found.",
    remedy:
      "Describe the result in `output_fields`; an action that only does something may give the id or the state of it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html"],
  },
  messages: {
    neither: (name: string) => `The action \`${name}\` has neither input fields nor output fields.`,
    noOutput: (kind: string, name: string) =>
      `The ${kind} \`${name}\` has no output fields, so it gives no datapills.`,
  },
  examples: {
    bad: [
      {
        name: "an action without fields",
        source: ruby`
          { title: 'Acme', actions: { sync: { execute: ->(c, i) { post('/sync') } } } }
                                      ^^^^^ neither
        `,
      },
      {
        name: "a search without outputs",
        source: ruby`
          { title: 'Acme', actions: { search_leads: {
                                      ^^^^^^^^^^^^^ noOutput
            input_fields: ->(_) { [{ name: 'email' }] }, output_fields: ->(_) { [] }
          } } }
        `,
      },
      {
        name: "outputs that are nothing",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'email' }] }, output_fields: ->(_) {} } } }
                                      ^^^^^^^^^ noOutput
        `,
      },
    ],
    good: [
      {
        name: "an action of a thing that is called like a verb",
        source: ruby`
          { title: 'Acme', actions: { list_add_member: { input_fields: ->(_) { [{ name: 'email' }] } } } }
        `,
      },
      {
        name: "an action that only does something",
        source: ruby`
          { title: 'Acme', actions: { delete_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] }, output_fields: ->(_) { [] }
          } } }
        `,
      },
      {
        name: "outputs that are not known",
        source: ruby`{ title: 'Acme', actions: { list_leads: { output_fields: ->(d) { d['lead'] } } } }`,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { sync: { deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      if (operation.deprecated || !operation.closed || !isEmpty(operation.outputFields)) return;
      const { kind, name } = operation;
      if (
        kind === "trigger" ||
        (/^(?:get|search|list|find|fetch|retrieve|query|lookup|read)(?:_|$)/i.test(name) && !doing.test(name))
      )
        context.report("noOutput", operation, [kind, name]);
      else if (isEmpty(operation.inputFields) && isEmpty(operation.configFields))
        context.report("neither", operation, [name], { severity: "notice" });
    },
  }),
});

function isEmpty(list: FieldList): boolean {
  return !list.exists || list.value.kind === "nil" || (list.closed && list.fields.length === 0);
}
