import type { Authorization } from "../../connector/connector.ts";
import type { Field } from "../../connector/fields.ts";
import { textOf } from "../../connector/value.ts";
import { defineRule, ruby, type WrittenField } from "../../engine/rule.ts";
import { listed, plainText } from "../../text/prose.ts";
import { placeOf } from "../../text/seen-fields.ts";

/** What a user knows by heart, or types as for any login. */
const known =
  /(?:^|_)(?:user_?name|user|login|email|user_?mail|pass_?(?:word|phrase|code)|passwd|pwd|pass|pin)$|^login_/i;
const credential =
  /(?:^|_)(?:api_?key|key|token|secret|client_id|client_secret|app_id|app_key|consumer_key|account_id|merchant_id|sender_id|tenant_id|org_id|company_id)$/;

export const connectionHint = defineRule({
  id: "usability/connection-hint",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Tells where to find each credential of the connection.",
    why: "Users who cannot find a key in the application do not get past the connection.",
    remedy:
      "Add a `hint` to the field that says where in the application the value is, with a link to that page.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-connection",
    ],
  },
  messages: {
    missing: (name: string) =>
      `The connection field \`${name}\` has no \`hint\` that tells where to find its value.`,
    several: (names: string) =>
      `The connection fields ${names} have no \`hint\` that tells where to find their values.`,
  },
  examples: {
    bad: [
      {
        name: "an API key",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
                                                          ^^^^^^^^^ missing
        `,
      },
      {
        name: "the client of an OAuth app",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'client_id' }, { name: 'client_secret' }] } }
                                                          ^^^^^^^^^^^ several
        `,
      },
    ],
    good: [
      {
        name: "a hint with a link",
        source: ruby`
          { title: 'Acme', connection: { fields: [
            { name: 'api_key', hint: "Get it <a href='https://acme.com/keys' target='_blank'>here</a>." }
          ] } }
        `,
      },
      {
        name: "a hint for both parts of a pair",
        source: ruby`
          { title: 'Acme', connection: { fields: [
            { name: 'client_id', hint: 'Create an app under Settings > Apps.' }, { name: 'client_secret' }
          ] } }
        `,
      },
      {
        name: "a hint elsewhere, and a label that tells it",
        source: ruby`
          { title: 'Acme', connection: { fields: [
            { name: 'domain', hint: 'Create the API key of this domain under Settings > API.' },
            { name: 'api_key' }, { name: 'token', label: 'Token (Settings > API)' }
          ] } }
        `,
      },
      {
        name: "passwords of several names",
        source: ruby`
          { title: 'Acme', connection: { fields: [
            { name: 'db_password', control_type: 'password' }, { name: 'pwd', control_type: 'password' }
          ] } }
        `,
      },
      {
        name: "a user's own login",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'username' }, { name: 'password' }, { name: 'region' }] } }
        `,
      },
    ],
  },
  create: (context) => {
    const lacking: Field[] = [];
    let explained = false;
    return {
      field(field: WrittenField) {
        if (!field.isConnection || field.isToggle || field.name === null) return;
        // The hint of another field, or a long label, may tell it as well.
        if (/\b(?:keys?|tokens?|secrets?|credentials?)\b/i.test(plainText(field.text("hint") ?? "")))
          explained = true;
        if (/[(>]|\bfrom\b/i.test(field.text("label") ?? "")) return;
        if (known.test(field.name) || field.text("control_type") === "subdomain") return;
        if (!credential.test(field.name.toLowerCase()) && field.text("control_type") !== "password") return;
        if (field.has("hint") || field.has("help")) explained = true;
        else if (field.closed && !field.has("pick_list") && !field.has("options")) lacking.push(field);
      },
      end() {
        // One hint, such as the one for the client's id, often covers what stands beside it.
        const [first] = lacking;
        if (!first || explained || isExplained(context.connector.connection.authorization)) return;
        const names = lacking.map((field) => field.name!);
        if (names.length === 1) context.report("missing", placeOf(first), [first.name!]);
        else context.report("several", placeOf(first), [listed(names)]);
      },
    };
  },
});

/** Whether the connection needs no credentials of the user's. */
function isExplained(authorization: Authorization | undefined): boolean {
  return textOf(authorization?.get("type")?.value) === "none";
}
