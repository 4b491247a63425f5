import { defineRule, ruby } from "../../engine/rule.ts";
import { controlOf, placeOf, typeOf } from "../../text/seen-fields.ts";

const moment =
  /(?:^|_)(?:date|time|timestamp|datetime)$|_(?:at|on)$|^(?:since|until)$|(?:Date|Time|Timestamp|At)$/;
const several = /(?:_ids|Ids|^tags|_tags|Tags|_emails|Emails|^recipients)$/;
const expression =
  /^(?:q|query|filter|filters|where|expand|sort|sort_by|sortBy|order_by|orderBy|search_query|soql|jql|sql|expression)$/;

export const fieldHint = defineRule({
  id: "usability/field-hint",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Gives a hint where the form of an input is not plain.",
    why: "Users cannot know how an application wants its dates, lists and filters written, and find out by failing jobs.",
    remedy:
      "Add a `hint` that names the format with an example, or use a `control_type` that leaves no choice.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints",
    ],
  },
  messages: {
    date: (name: string) =>
      `The text field \`${name}\` takes a date or time, and neither a \`hint\` nor its \`control_type\` tells the format.`,
    list: (name: string) =>
      `The text field \`${name}\` takes several values, and no \`hint\` tells how they are separated.`,
    expression: (name: string) =>
      `The text field \`${name}\` takes an expression, and no \`hint\` tells how to write one.`,
  },
  examples: {
    bad: [
      {
        name: "a date as text",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'start_date' }] } } } }
                                                                             ^^^^^^^^^^^^ date
        `,
      },
      {
        name: "a list as text",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'contact_ids' }] } } } }
                                                                             ^^^^^^^^^^^^^ list
        `,
      },
      {
        name: "a query",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'filter' }] } } } }
                                                                             ^^^^^^^^ expression
        `,
      },
    ],
    good: [
      {
        name: "a date with its control",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'start_date', type: 'date', control_type: 'date' },
            { name: 'end_date', hint: 'The last day, as in 2026-12-31.' }
          ] } } } }
        `,
      },
      {
        name: "fields that are plain",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'first_name' }, { name: 'lead_id' }] } } } }
        `,
      },
      {
        name: "a list of values",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'contact_ids', type: 'array', of: 'string' }
          ] } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`{ title: 'Acme', actions: { list: { output_fields: ->(_) { [{ name: 'created_at' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const { name } = field;
      if (name === null || !field.isSeen || field.isConnection || !field.closed || !field.isPristine) return;
      if (field.has("hint") || field.has("help") || field.has("pick_list") || field.has("properties")) return;
      if (
        typeOf(field) !== "string" ||
        !/^(?:text|text-area|plain-text|string)$/.test(controlOf(field) ?? "")
      )
        return;
      if (/^[A-Z_\d]+$/.test(name)) return;
      // What the connector converts, it may accept in more than one form.
      const converted = field.has("convert_input") || field.has("render_input");
      if (moment.test(name) && !converted) context.report("date", placeOf(field), [name]);
      else if (several.test(name) && !converted)
        context.report("list", placeOf(field), [name], { severity: "notice" });
      else if (expression.test(name))
        context.report("expression", placeOf(field), [name], { severity: "notice" });
    },
  }),
});
