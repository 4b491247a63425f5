import { defineRule, ruby, type WrittenField } from "../../engine/rule.ts";
import type { Edit } from "../../engine/finding.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import type { SourceText } from "../../ruby/source.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { isSecretName } from "../../secrets/secret-names.ts";

/** Of the inputs of a step, only these are surely for one pair of eyes. */
const passwordName = /(?:^|_)(?:password|passwd|passphrase)$|Password$/u;

export const passwordControl = defineRule({
  id: "security/password-control",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Hides secrets of the connection while they are typed.",
    why: "Without `control_type: 'password'` a secret stands in clear text on the screen, for everyone who opens the connection.",
    remedy: "Set `control_type: 'password'` on the field.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    visible: (name: string) => `The connection field \`${name}\` shows a secret in clear text.`,
    input: (name: string) => `The input \`${name}\` shows a password in clear text.`,
  },
  examples: {
    bad: [
      {
        name: "a field without a control type",
        source: ruby`
          { connection: { fields: [{ name: 'api_key', optional: false }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,
        fixed: ruby`
          { connection: { fields: [{ name: 'api_key', optional: false, control_type: 'password' }] } }
        `,
      },
      {
        name: "a field with another control type",
        source: ruby`
          { connection: { fields: [{ name: 'client_secret', control_type: 'text' }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,
        fixed: ruby`
          { connection: { fields: [{ name: 'client_secret', control_type: 'password' }] } }
        `,
      },
      {
        name: "a token in camel case, and the password of a user that is created",
        source: ruby`
          {
            'connection' => { 'fields' => [{ 'name' => 'accessToken', 'optional' => false }] },
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
            'actions' => {
              'create_user' => { 'input_fields' => ->(_definitions) { [{ 'name' => 'email' }, { 'name' => 'password' }] } }
                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ input
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a password control",
        source: ruby`{ connection: { fields: [{ name: 'token', control_type: 'password' }] } }`,
      },
      { name: "the address of tokens", source: ruby`{ connection: { fields: [{ name: 'token_url' }] } }` },
      {
        name: "an input of an action",
        source: ruby`{ actions: { a: { input_fields: lambda { [{ name: 'page_token' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const name = field.name ?? "";
      if (!isSecretName(name) || !field.closed || !field.isPristine) return;
      if (!field.isConnection && (!field.isInput || field.isOutput || !passwordName.test(name))) return;
      const control = field.get("control_type");
      const type = control ? field.text("control_type") : "";
      if (type === null || type === "password" || type === "select" || field.has("options")) return;
      if (field.isConnection) {
        const fix = { title: "Hide what is typed", edits: edits(field, context.source) };
        context.report("visible", field, [field.name!], { fix });
      } else {
        context.report("input", field, [field.name!], { severity: "notice" });
      }
    },
  }),
});

function edits(field: WrittenField, source: SourceText): readonly Edit[] {
  const node = field.value("control_type")?.node;
  return node
    ? [{ span: spanOf(node), text: "'password'" }]
    : addEntry(field.node, "control_type: 'password'", source);
}
