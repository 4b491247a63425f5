import { defineRule, ruby } from "../../engine/rule.ts";
import { titleOf } from "../../text/operation-texts.ts";

const destructive =
  /^(?:drop|truncate|purge|delete) (?:all\b|(?:(?:an?|the|entire|whole) )*(?:table|database|schema|object type|dataset)s?$)/iu;

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
      {
        name: "a key that does not tell, under a title that does",
        source: ruby`
          { 'actions' => { 'cleanup' => { 'title' => 'Delete all contacts', 'execute' => ->(_c, _i) { delete('/contacts') } } } }
                           ^^^^^^^^^ whole
        `,
      },
    ],
    good: [
      {
        name: "a row",
        source: ruby`{ actions: { delete_row: { execute: lambda { |_c, i| delete("/rows/#{i['id']}") } } } }`,
      },
      {
        name: "what is taken off a record, or out of a table",
        source: ruby`
          {
            actions: {
              remove_all_tags: { title: 'Remove all tags from contact' },
              remove_user_from_database: { title: 'Remove user from database' },
              delete_table: { title: 'Delete table row' }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    action(action) {
      if (action.deprecated) return;
      const title = titleOf(action)?.text.trim() ?? action.name.replaceAll("_", " ");
      if (destructive.test(title)) context.report("whole", action, [action.name]);
    },
  }),
});
