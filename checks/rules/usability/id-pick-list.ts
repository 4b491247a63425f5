import { exactItems } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { controlOf, placeOf } from "../../text/seen-fields.ts";

export const idPickList = defineRule({
  id: "usability/id-pick-list",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Lets users choose by name where they would have to know an id.",
    why: "Users know the names of their projects and departments; ids they would have to look up.",
    remedy: "Use `control_type: 'select'` with the pick list, and keep the text field as its `toggle_field`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    unused: (name: string, list: string) =>
      `The field \`${name}\` takes an id as text, while the connector has the pick list \`${list}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a pick list that fits",
        source: ruby`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } },
                                                                ^^^^^^^^^^^^ unused
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `,
      },
    ],
    good: [
      {
        name: "the record itself, and a list that is written out",
        source: ruby`
          { title: 'Acme',
            actions: {
              update_project: { input_fields: ->(_) { [{ name: 'project_id' }] } },
              create_lead: { input_fields: ->(_) { [{ name: 'status_id' }] } }
            },
            pick_lists: {
              projects: ->(_) { get('/projects').pluck('name', 'id') }, status_list: -> { [['Open', 'open'], ['Closed', 'closed']] }
            } }
        `,
      },
      {
        name: "the pick list in use",
        source: ruby`
          { title: 'Acme',
            actions: { create: { input_fields: ->(_) {
              [{ name: 'project_id', control_type: 'select', pick_list: 'projects' }]
            } } },
            pick_lists: { projects: ->(_) { get('/projects').pluck('name', 'id') } } }
        `,
      },
      {
        name: "no such pick list",
        source: ruby`{ title: 'Acme', actions: { create: { input_fields: ->(_) { [{ name: 'project_id' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const { name } = field;
      if (!name?.endsWith("d") || !field.isSeen || field.isConnection || !field.closed || !field.isPristine)
        return;
      if (
        field.has("pick_list") ||
        field.has("toggle_field") ||
        !/^(?:text|integer|number)$/.test(controlOf(field) ?? "")
      )
        return;
      const subject = /^([a-z][a-z_]*[a-z])_id$/.exec(name)?.[1] ?? /^([a-z]+)Id$/.exec(name)?.[1];
      if (subject === undefined) return;
      // Whoever reads or changes a record has its id from an earlier step.
      if (field.uses.every(({ list }) => isAbout(list.path, subject))) return;
      // With parameters, a list may need an input that this field does not come after; what is written out has no ids.
      const list = [`${subject}s`, `${subject}_list`, `${subject.replace(/y$/, "ie")}s`].find((key) => {
        const pickList = context.connector.pickLists.get(key);
        return (
          pickList?.lambda &&
          exactItems(pickList.options) === null &&
          pickList.lambda.parameters.required.length <= 1 &&
          pickList.lambda.parameters.requiredKeywords.length === 0
        );
      });
      if (list !== undefined) context.report("unused", placeOf(field), [name, list]);
    },
  }),
});

/** Whether a path is in an operation that is named after a thing. */
function isAbout(path: string, subject: string): boolean {
  const name = path.split(".")[1] ?? "";
  return name.replace(/[_-]/g, "").toLowerCase().includes(subject.replaceAll("_", "").toLowerCase());
}
