import { textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { titleOf } from "../../text/operation-texts.ts";

const destructive =
  /^(?:(?:drop|truncate|purge|delete|wipe|erase) all\b(?!-)|(?:drop|truncate|purge|delete|wipe|erase|clear|empty|remove) (?:(?:an?|the|entire|whole|full|custom|database|data) )*(?:table|database|schema|object type|dataset)s?$|(?:drop|truncate|purge|wipe) (?:(?:an?|the|entire|whole) )*collections?$)/iu;
/** All of what belongs to one record. */
const ofRecord = /\b(?:of|from|on|for)\b(?!.*\b(?:table|view|database|dataset|(?:work)?sheet)\b)/iu;

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
      {
        name: "other words for it",
        source: ruby`
          {
            title: 'Acme',
            actions: {
              clear_table: { execute: lambda { |_c, i| delete("/tables/#{i['id']}/rows") } },
              ^^^^^^^^^^^^ whole
              drop_collection: { title: 'Drop collection in Acme', execute: lambda { |_c, i| delete("/c/#{i['id']}") } },
              ^^^^^^^^^^^^^^^^ whole
              delete_all_rows: { title: 'Delete all rows from table', execute: lambda { |_c, _i| delete('/rows') } },
              ^^^^^^^^^^^^^^^^ whole
              erase: { title: 'Erase all records', execute: lambda { |_c, _i| delete('/records') } }
              ^^^^^^ whole
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a record that is called a collection, and a list that is emptied",
        source: ruby`
          {
            actions: {
              delete_collection: { execute: lambda { |_c, i| delete("/collections/#{i['id']}") } },
              clear_notifications: { title: 'Clear all notifications', execute: lambda { |_c, _i| post('/read') } }
            }
          }
        `,
      },
      {
        name: "a row",
        source: ruby`{ actions: { delete_row: { execute: lambda { |_c, i| delete("/rows/#{i['id']}") } } } }`,
      },
      {
        name: "what is taken off a record, or out of a table",
        source: ruby`
          {
            actions: {
              delete_all_tags: { title: 'Delete all tags of contact' },
              delete_all_day_event: { title: 'Delete all-day event' },
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
      const app = context.connector.title ? textOf(context.connector.title.value) : null;
      // "Delete table in Acme" says where, and no more.
      const whole =
        app !== null && title.endsWith(` in ${app}`) ? title.slice(0, -` in ${app}`.length) : title;
      if (destructive.test(whole) && !ofRecord.test(whole)) context.report("whole", action, [action.name]);
    },
  }),
});
