import type { DslHash, Property } from "../../connector/dsl-hash.ts";
import { type HashValue, textOf } from "../../connector/value.ts";
import { fieldKeys } from "../../connector/sdk-fields.ts";
import {
  actionKeys,
  authorizationKeys,
  authorizationOptionKeys,
  connectionKeys,
  legacyKeys,
  rootKeys,
  triggerKeys,
} from "../../connector/sdk-keys.ts";
import { pages } from "../../engine/doc-pages.ts";
import { replaceText } from "../../engine/hash-edits.ts";
import { defineRule, type ReportOptions, ruby, type WrittenField } from "../../engine/rule.ts";
import { betterControl } from "../../text/controls.ts";
import { slipOf } from "../../yaml/nearest.ts";

const none: ReadonlySet<string> = new Set();
/** Words of three letters are like many others. */
const meantInFields = [...fieldKeys].filter((key) => key.length > 3);

export const unknownKey = defineRule({
  id: "structure/unknown-key",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Uses only documented keys in the root, connection, authorization, operations and fields.",
    why: "The platform ignores other keys without a word, so a slip of the keyboard switches a feature off.",
    remedy: "Correct the spelling of the key, or remove it.",
    sources: [pages.reference, pages.actions, pages.triggers, pages.schema, pages.authorization],
  },
  messages: {
    typo: (key: string, where: string, near: string) =>
      `\`${key}\` is not a documented key of ${where}; the nearest is \`${near}\`.`,
    unknown: (key: string, where: string) =>
      `\`${key}\` is not a documented key of ${where}; keys that the platform does not know are ignored.`,
  },
  examples: {
    bad: [
      {
        name: "a misspelt key of an action and of a field",
        source: ruby`
          {
            actions: {
              search: {
                descripton: "Search <span class='provider'>leads</span> in <span class='provider'>Acme</span>",
                ^^^^^^^^^^^ typo
                input_fields: lambda { |_od| [{ name: 'id', lable: 'ID' }] }
                                                            ^^^^^^ typo
              }
            }
          }
        `,
        fixed: ruby`
          {
            actions: {
              search: {
                description: "Search <span class='provider'>leads</span> in <span class='provider'>Acme</span>",
                input_fields: lambda { |_od| [{ name: 'id', label: 'ID' }] }
              }
            }
          }
        `,
      },
      {
        name: "a key that nothing reads",
        source: ruby`
          { title: 'Acme', changelog: 'Version 2' }
                           ^^^^^^^^^^ unknown
        `,
      },
    ],
    good: [
      {
        name: "attributes of a connector's own in fields",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', source_path: 'body.id' }] } } } }
        `,
      },
      {
        name: "attributes that are like others, which are there as well or short",
        source: ruby`
          {
            actions: {
              a: { input_fields: ->(_od) { [{ name: 'id', label: 'ID', labels: %w[de en], uri: '/id', on: 'create' }] } }
            }
          }
        `,
      },
      {
        name: "an apply of the connection for applications on premises",
        source: ruby`
          {
            secure_tunnel: true,
            connection: { authorization: { type: 'none' }, apply: -> { headers('X-Workato-Connector': 'enforce') } }
          }
        `,
      },
      { name: "string keys", source: ruby`{ 'title' => 'Acme', 'connection' => { 'base_uri' => -> {} } }` },
    ],
  },
  create: (context) => {
    /** The attributes that a connector has of its own are in many of its fields. */
    const slips = new Map<string, string | null>();
    return {
      connector({ root }) {
        check(root, "the connector", Object.keys(rootKeys));
      },
      connection(connection) {
        const { root } = context.connector;
        const known = Object.keys(connectionKeys);
        // More is said by test-missing where the root lacks it.
        if (root.closed && !root.has("test")) known.push("test");
        // The guide to connectors for applications on premises has it there.
        if (root.has("secure_tunnel")) known.push("apply");
        check(connection, "the connection", known);
      },
      authorization(authorization) {
        const keys = authorization.option === null ? authorizationKeys : authorizationOptionKeys;
        check(authorization, "the authorization", Object.keys(keys), legacyKeys.authorization);
      },
      action(action) {
        check(action, "an action", Object.keys(actionKeys), legacyKeys.operation);
      },
      trigger(trigger) {
        check(trigger, "a trigger", Object.keys(triggerKeys), legacyKeys.operation);
      },
      field(field) {
        for (const key of field.hash.entries.keys()) {
          if (fieldKeys.has(key)) continue;
          let near = slips.get(key);
          if (near === undefined) slips.set(key, (near = slipOf(key, meantInFields)));
          // Connectors give their fields attributes of their own, which they read back later.
          if (near && !field.has(near))
            report(field.get(key)!, "a field", near, field.hash.entries, fits(field, key, near));
        }
      },
    };

    function check(
      hash: DslHash,
      where: string,
      known: readonly string[],
      legacy: ReadonlySet<string> = none,
    ): void {
      for (const key of hash.keys) {
        if (known.includes(key) || legacy.has(key)) continue;
        const near = slipOf(key, known);
        const property = hash.get(key)!;
        if (near) report(property, where, near, hash.hash!.entries);
        else context.report("unknown", property, [key, where]);
      }
    }

    /** Whether the value can stand under the other key: the name of a list that there is, for `pick_list`. */
    function isUsable(key: string, { value }: Property): boolean {
      const name = key === "pick_list" ? textOf(value) : null;
      return name === null || context.connector.pickLists.has(name);
    }

    function report(
      property: Property,
      where: string,
      near: string,
      entries: HashValue["entries"],
      canFix = true,
    ): void {
      const keyNode = entries.get(property.key)?.keyNode ?? null;
      const isFixable = canFix && !entries.has(near) && isUsable(near, property);
      const edits = isFixable ? replaceText(keyNode, near, context.source) : [];
      const options: ReportOptions =
        edits.length > 0 ? { fix: { title: `Rename the key to \`${near}\``, edits } } : {};
      context.report("typo", property, [property.key, where, near], options);
    }
  },
});

/** Whether a control that was not seen under its misspelt key fits the type, and is not a mistake of its own. */
function fits(field: WrittenField, key: string, near: string): boolean {
  const type = field.text("type");
  const control = field.text(key);
  return (
    near !== "control_type" || type === null || control === null || betterControl(type, control) === null
  );
}
