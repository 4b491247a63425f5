import { defineRule, ruby } from "../../engine/rule.ts";
import { controlOf, placeOf, typeOf } from "../../text/seen-fields.ts";

const moment =
  /(?:^|_)(?:date|time|timestamp|datetime)$|_at$|(?:ed|due|paid|sent)_on$|^(?:since|until)$|(?:^|_)date_(?:from|to)$|^(?:created|updated|modified|changed)_(?:after|before|since)$|^date(?:From|To)$|(?:Date|Time|Timestamp|At)$/;
/** Questions, which yes or no answers. */
const question =
  /^(?:add|all|allow|any|disable|display|enable|has|hide|ignore|include|is|no|send(?!_(?:at|date|on|time)$)|show|skip|track|use)_/;
/** Durations, places and reasons that are called like a moment. */
const noMoment =
  /(?:^|_)(?:based|focused|hosted|located|look(?:ed)?|priced|related|stored|switched|targeted|turned|up_to|used|valued|worked)_?(?:at|date|on)$|(?:^|_)(?:average|avg|build|busy|cycle|delivery|down|elapsed|estimated|execution|full|handling|handle|hold|idle|lag|lead|life|load|max|min|over|part|playing|prep|preparation|processing|real|reaction|resolution|response|ring|run|running|serving|setup|spent|talk|total|tracked|travel|up|wait|waiting|work|working|wrap_up)_?times?$/;
const several = /(?:_ids|Ids|^tags|_tags|Tags|^emails|_emails|Emails|^recipients)$/;
const expression =
  /^(?:q|query|filter|filters|where|expand|sort|sort_by|sortBy|order_by|orderBy|search_query|soql|jql|sql|expression)$/;
/** Labels of fields that take an expression. */
const expressive = /clause|condition|expan|expression|filters?$|order(?: by)?$|quer|sort|sql|jql|where/i;
/** Labels that tell the form by themselves. */
const telling =
  /[()[\]:,?]|\b(?:comma|epoch|format|iso|minutes?|hours?|days?|seconds?|separated|unix|utc|y{2,4}|list of|id)\b|\d/i;

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
      {
        name: "bounds of a time",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'created_after' }, { name: 'dateTo' }] } } } }
                                                                             ^^^^^^^^^^^^^^^ date
                                                                                                        ^^^^^^^^ date
        `,
      },
    ],
    good: [
      {
        name: "names that are like those of a moment",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'lead_time' }, { name: 'handleTime' }, { name: 'based_on' }, { name: 'add_on' }, { name: 'send_emails' }]
          } } } }
        `,
      },
      {
        name: "labels and defaults that show the form",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [
            { name: 'start_date', label: 'Start date (YYYY-MM-DD)' }, { name: 'end_date', default: '2026-12-31' },
            { name: 'tags', label: 'Tags, separated by commas' }, { name: 'query', label: 'Search term' },
            { name: 'since', label: 'Since ID' }
          ] } } } }
        `,
      },
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
      // Whoever gives a default shows the form by it.
      if (/^[A-Z_\d]+$/.test(name) || field.has("toggle_field") || field.has("default")) return;
      const label = field.has("label") ? field.text("label") : "";
      if (label === null || telling.test(label)) return;
      const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
      if (question.test(words)) return;
      // What the connector converts, it may accept in more than one form.
      const converted = field.has("convert_input") || field.has("render_input");
      if (moment.test(name) && !converted) {
        if (!noMoment.test(words)) context.report("date", placeOf(field), [name]);
      } else if (several.test(name) && !converted)
        context.report("list", placeOf(field), [name], { severity: "notice" });
      else if (expression.test(name) && (label === "" || expressive.test(label)))
        context.report("expression", placeOf(field), [name], { severity: "notice" });
    },
  }),
});
