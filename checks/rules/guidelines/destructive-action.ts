import { defineRule, ruby } from "../../engine/rule.ts";

const destructive =
  /^(?:drop|truncate|purge|delete|remove)_(?:all(?:_\w+)?|(?:\w+_)?(?:table|database|schema|object_type|dataset))s?$/u;

export const destructiveAction = defineRule({
  id: "guidelines/destructive-action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Deletes single records, never whole tables or schemas.",
    why: "An automated recipe that deletes a table does damage that nobody can take back.",
    remedy: "Leave the action out, or delete one record at a time.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { whole: (name: string) => `The action \`${name}\` deletes more than a record.` },
  examples: {
    bad: [
      {
        name: "a table that is dropped",
        source: ruby`
          { actions: { drop_table: { execute: lambda { |_c, i| delete("/tables/#{i['id']}") } } } }
                       ^^^^^^^^^^^ whole
        `,
      },
    ],
    good: [
      {
        name: "a row",
        source: ruby`{ actions: { delete_row: { execute: lambda { |_c, i| delete("/rows/#{i['id']}") } } } }`,
      },
    ],
  },
  create: (context) => ({
    action(action) {
      if (!action.deprecated && destructive.test(action.name)) context.report("whole", action, [action.name]);
    },
  }),
});
