import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { removePair } from "../../engine/line-edits.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { isPlaceholder } from "../../secrets/placeholders.ts";

export const secretDefault = defineRule({
  id: "security/secret-default",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Gives no default to a password field.",
    why: "A default is a credential in the code, shown to everybody who opens a connection.",
    remedy: "Remove the `default`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html",
    ],
  },
  messages: { value: (name: string) => `The password field \`${name}\` has a default.` },
  examples: {
    bad: [
      {
        name: "a default key",
        source: ruby`
          { connection: { fields: [{ name: 'api_key', control_type: 'password', default: 'k-12345' }] } }
                                                                                ^^^^^^^^ value
        `,
        fixed: ruby`
          { connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
        `,
      },
    ],
    good: [
      {
        name: "no default",
        source: ruby`{ connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }`,
      },
      {
        name: "an empty default",
        source: ruby`{ connection: { fields: [{ name: 'k', control_type: 'password', default: '' }] } }`,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["default"], (field, property) => {
      if (field.text("control_type") !== "password" || property.value.kind !== "string") return;
      if (property.value.text.trim() === "" || !field.node || !property.value.node) return;
      const pair = { start: property.span.start, end: spanOf(property.value.node).end };
      context.report("value", property, [field.name ?? "?"], {
        // A placeholder or a word is no credential, but is sent as one.
        ...(isPlaceholder(property.value.text) || !/\d/u.test(property.value.text)
          ? { severity: "warning" }
          : {}),
        fix: { title: "Remove the default", edits: [removePair(context.source, pair, spanOf(field.node))] },
      });
    }),
  }),
});
