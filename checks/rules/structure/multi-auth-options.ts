import type { Authorization } from "../../connector/connector.ts";
import type { Field } from "../../connector/fields.ts";
import { createDslHash } from "../../connector/dsl-hash.ts";
import { exactItems, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  callableOf,
  CallNode,
  literalText,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StatementsNode,
} from "../../ruby/nodes.ts";

export const multiAuthOptions = defineRule({
  id: "structure/multi-auth-options",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Defines each way to sign in that users can choose.",
    why: "For a choice without a definition the connection fails.",
    remedy: "Add an entry of that name to `options`, or correct the value of the choice.",
    sources: [pages.authorization, pages.multiAuth, pages.gem],
  },
  messages: {
    options: () => "The `multi` authorization has no `options`.",
    selected: () => "The `multi` authorization has no `selected`.",
    preset: (field: string, value: string) =>
      `The field \`${field}\` begins with \`${value}\`, which \`options\` of the authorization does not define.`,
    choice: (value: string, field: string) =>
      `The field \`${field}\` offers \`${value}\`, which \`options\` of the authorization does not define.`,
  },
  examples: {
    bad: [
      {
        name: "a default that is not defined",
        source: ruby`
          {
            connection: {
              fields: [
                {
                  'name' => 'auth_type',
                  'control_type' => 'select',
                  'default' => 'token',
                  ^^^^^^^^^ preset
                  'pick_list' => [['API key', 'api_key'], ['OAuth', 'oauth2']]
                }
              ],
              authorization: {
                type: 'multi',
                selected: lambda { |connection| connection['auth_type'] },
                options: { 'api_key' => { type: 'api_key' }, 'oauth2' => { type: 'oauth2' } }
              }
            }
          }
        `,
      },
      {
        name: "no options and no selected",
        source: ruby`
          { connection: { authorization: { type: 'multi' } } }
                          ^^^^^^^^^^^^^^ options
                          ^^^^^^^^^^^^^^ selected
        `,
      },
      {
        name: "a choice that is not defined",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'auth_type', control_type: 'select', options: [['API key', 'key'], ['OAuth', 'oauth']] }],
                                                                              ^^^^^^^^^^^^^^^^^^ choice
              authorization: {
                type: 'multi',
                selected: ->(connection) { connection['auth_type'] },
                options: { api_key: { type: 'api_key' }, oauth: { type: 'oauth2' } }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a definition for each choice",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'auth_type', control_type: 'select', options: [['None yet', ''], ['API key', 'api_key']] }],
              authorization: {
                type: 'multi',
                selected: ->(connection) { connection['auth_type'] },
                options: { api_key: { type: 'api_key' } }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      if (authorization.type !== "multi" || authorization.option !== null || !authorization.closed) return;
      const property = authorization.get("options");
      const options = createDslHash(property?.value, property?.path ?? "", authorization.span);
      if (!property || (options.closed && options.keys.length === 0))
        context.report("options", authorization, []);
      if (!authorization.has("selected"))
        context.report("selected", authorization, [], { severity: "warning" });
      const name = selectedField(authorization);
      if (!options.closed || options.keys.length === 0 || name === null) return;
      const { fields } = context.connector.connection;
      const field = fields.closed ? fields.fields.find((one) => one.name === name) : undefined;
      const preset = field?.get("default");
      const chosen = textOf(preset?.value);
      if (preset && chosen !== null && chosen !== "" && !options.has(chosen))
        context.report("preset", preset, [name, chosen], { severity: "warning" });
      for (const { value, node } of field ? choicesOf(field) : []) {
        if (!options.has(value))
          context.report("choice", { span: spanOf(node), path: field!.path }, [value, name]);
      }
    },
  }),
});

/** The connection field whose value `selected` returns as it is; null where it is not that plain. */
function selectedField(authorization: Authorization): string | null {
  const lambda = authorization.lambda("selected");
  const body = lambda && callableOf(lambda.value.node)?.body;
  const only = body instanceof StatementsNode && body.body.length === 1 ? body.body[0] : null;
  if (!(only instanceof CallNode) || only.name !== "[]" || !(only.receiver instanceof LocalVariableReadNode))
    return null;
  const [key] = argumentsOf(only);
  return literalText(key);
}

function choicesOf(field: Field): { readonly value: string; readonly node: Node }[] {
  const items = exactItems(field.get("options")?.value) ?? exactItems(field.get("pick_list")?.value) ?? [];
  return items.flatMap((item) => {
    const value = textOf(exactItems(item)?.[1]);
    // An empty value is no choice yet.
    return !value || !item.node ? [] : [{ value, node: item.node }];
  });
}
