import { pathOfEntry, placeOfLast, repeatedEntries } from "../../connector/repeated-entries.ts";
import type { DslHash, Property } from "../../connector/dsl-hash.ts";
import { type HashEntry, scalarEquals } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const duplicateEntry = defineRule({
  id: "structure/duplicate-entry",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives each entry of a section a name of its own.",
    why: "Ruby keeps the last of several entries of one name and silently drops the others.",
    remedy: "Rename one of the entries, or remove the one that is not wanted.",
    sources: [pages.reference, pages.gem],
  },
  messages: {
    repeated: (key: string, where: string) =>
      `\`${key}\` occurs again further down in ${where}, so this one is lost.`,
  },
  examples: {
    bad: [
      {
        name: "two methods of one name, as a symbol and as a string",
        source: ruby`
          { methods: { list: lambda { 1 }, 'list' => lambda { 2 } } }
                       ^^^^^ repeated
        `,
      },
      {
        name: "a key of an action twice",
        source: ruby`
          { actions: { search: { title: 'Search', execute: ->(c, i) { {} }, title: 'Search leads' } } }
                                 ^^^^^^ repeated
        `,
      },
      {
        name: "the same text twice, and a section without entries",
        source: ruby`
          {
            pick_lists: {},
            ^^^^^^^^^^^ repeated
            actions: { ping: { title: 'Ping', execute: ->(_c, _i) { get('/ping') }, title: 'Ping' } },
                               ^^^^^^ repeated
            pick_lists: { envs: -> { [%w[Test test]] } }
          }
        `,
      },
    ],
    good: [
      {
        name: "a number and its text",
        source: ruby`{ pick_lists: { 1 => lambda { [] }, '1' => lambda { [] } } }`,
      },
      { name: "distinct names", source: ruby`{ methods: { list: lambda { 1 }, page: lambda { 2 } } }` },
      {
        name: "an entry that overrides a shared one",
        source: ruby`
          shared = { list: lambda { 1 } }
          { methods: { list: lambda { 0 }, **shared, list: lambda { 2 } } }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      connector({ root, actions, triggers, methods, pickLists, objectDefinitions, streams, connection }) {
        check(root, "the connector");
        for (const section of [actions, triggers, methods, pickLists, objectDefinitions, streams]) {
          checkSection(section.property);
        }
        check(connection, "`connection`");
        checkSection(connection.authorization?.get("options"));
      },
      authorization(authorization) {
        check(authorization, "`authorization`");
      },
      operation(operation) {
        check(operation, `\`${operation.name}\``);
      },
    };

    function checkSection(property: Property | undefined): void {
      if (property?.value.kind !== "hash") return;
      report(property.value, property.path, `\`${property.key}\``);
    }

    function check({ hash, path }: DslHash, where: string): void {
      if (hash) report(hash, path, where);
    }

    function report(hash: Parameters<typeof repeatedEntries>[0], path: string, where: string): void {
      for (const { key, entry, keyNode, last } of repeatedEntries(hash)) {
        const place = { span: spanOf(keyNode), path: pathOfEntry(path, key) };
        const related = placeOfLast(last?.keyNode);
        context.report("repeated", place, [key, where], {
          ...(isLoss(entry, last) ? {} : { severity: "warning" }),
          ...(related ? { related } : {}),
        });
      }
    }
  },
});

/** Whether something goes missing, other than nothing, or the same once more. */
function isLoss({ value }: HashEntry, last: HashEntry | undefined): boolean {
  if (value.kind === "nil" || (value.kind === "hash" && !value.open && value.entries.size === 0))
    return false;
  return !last || scalarEquals(value, last.value) !== true;
}
