import { defineRule, ruby, type WrittenField } from "../../engine/rule.ts";
import type { Edit } from "../../engine/finding.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import type { SourceText } from "../../ruby/source.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { plainControl } from "../../connector/sdk-fields.ts";
import { isSecretName } from "../../secrets/secret-names.ts";

/** Of the inputs of a step, only these are surely for one pair of eyes. */
const passwordName = /(?:^|_)(?:password|passwd|passphrase)$|Password$/u;

/** Names that end like a secret, but are of something that everyone may see, or of a choice. */
const shown = /(?:^|_)(?:publishable|require|requires|required|with|show|send|change|reset)_/iu;
/** A label such as "Access key ID", of what names a secret and is none. */
const idLabel = /\bID$/u;
/** What is not typed in as one text. */
const others =
  /^(?:boolean|object|array|date|date_time|timestamp|checkbox|select|multiselect|schema-designer)$/u;

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
        name: "a key of several lines",
        source: ruby`
          { connection: { fields: [{ name: 'private_key', control_type: 'text-area' }] } }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ visible
        `,
        fixed: ruby`
          { connection: { fields: [{ name: 'private_key', control_type: 'password', multiline: true }] } }
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
      {
        name: "a choice, a group, and what may be seen",
        source: ruby`
          {
            connection: {
              fields: [
                { name: 'require_password', type: 'boolean' },
                { name: 'oauth_token', control_type: 'checkbox' },
                { name: 'credentials', type: 'object', properties: [{ name: 'user' }] },
                { name: 'publishable_api_key' },
                { name: 'token', control_type: 'small-password' }
              ]
            },
            actions: { a: { input_fields: lambda { [{ name: 'reset_password', type: 'boolean' }] } } }
          }
        `,
      },
      { name: "the address of tokens", source: ruby`{ connection: { fields: [{ name: 'token_url' }] } }` },
      {
        name: "the ID of a key, which is no secret",
        source: ruby`{ connection: { fields: [{ name: 'api_key', label: 'Access key ID' }] } }`,
      },
      {
        name: "an input of an action",
        source: ruby`{ actions: { a: { input_fields: lambda { [{ name: 'page_token' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const name = field.name ?? "";
      if (!field.isConnection && (!field.isInput || field.isOutput || !passwordName.test(name))) return;
      if (!isSecretName(name) || !field.closed || !field.isPristine) return;
      const control = field.get("control_type");
      const type = control ? field.text("control_type") : "";
      if (type === null || plainControl(type) === "password" || field.has("options")) return;
      if (shown.test(name) || others.test(type) || others.test(field.text("type") ?? "")) return;
      if (idLabel.test(field.text("label") ?? "")) return;
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
  if (!node) return addEntry(field.node, "control_type: 'password'", source);
  // Keys of several lines cannot be pasted into a control of one.
  const isOfLines = field.text("control_type")?.endsWith("text-area") && !field.has("multiline");
  const lines = isOfLines ? addEntry(field.node, "multiline: true", source) : [];
  return [{ span: spanOf(node), text: "'password'" }, ...lines];
}
