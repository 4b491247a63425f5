import type { Operation } from "../../connector/connector.ts";
import type { Field } from "../../connector/fields.ts";
import { truthiness } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  literalText,
  LocalVariableReadNode,
  type Node,
  StringNode,
} from "../../ruby/nodes.ts";
import { placeOf } from "../../text/seen-fields.ts";

export const requiredMarked = defineRule({
  id: "usability/required-marked",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Marks inputs as required that a request cannot do without.",
    why: "An optional input in the path of a request gives an address that ends too early, and an error that tells nothing.",
    remedy: "Set `optional: false` on the field, or check the input before the request.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    path: (name: string, verb: string) =>
      `The field \`${name}\` is optional, and the path of the request \`${verb}\` is not complete without it.`,
  },
  examples: {
    bad: [
      {
        name: "an optional id in the path",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
                                           ^^^^^^^^^ path
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `,
      },
      {
        name: "an input that is encoded",
        source: ruby`
          { title: 'Acme', actions: {
            get_lead: {
              input_fields: ->(_) { [{ name: 'lead_id' }] },
                                             ^^^^^^^^^ path
              execute: ->(_connection, input) { get("/leads/#{input['lead_id'].to_s.encode_url}") }
            }
          } }
        `,
      },
    ],
    good: [
      {
        name: "a path for each way",
        source: ruby`
          { title: 'Acme', actions: { get_party: {
            input_fields: ->(_) { [{ name: 'lead_id' }, { name: 'user_id' }, { name: 'kind' }] },
            execute: lambda do |_connection, input|
              if input['kind'] == 'lead'
                get("/leads/#{input['lead_id']}")
              else
                get("/users/#{input['user_id']}")
              end
            end
          } } }
        `,
      },
      {
        name: "a method that checks the input",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
            execute: lambda do |_connection, input|
              call('check', input)
              get("/leads/#{input['lead_id']}")
            end
          } } }
        `,
      },
      {
        name: "one record or all of them",
        source: ruby`
          { title: 'Acme', actions: {
            list_leads: { input_fields: ->(_) { [{ name: 'id' }] }, execute: ->(_, input) { get("/leads/#{input['id']}") } },
            get_leads: {
              input_fields: ->(_) { [{ name: 'id', hint: 'Leave blank for all leads.' }] },
              execute: ->(_, input) { get("/leads/#{input['id']}") }
            },
            get_folder: {
              input_fields: ->(_) { [{ name: 'path' }, { name: 'drive', hint: 'Defaults to your own.' }, { name: 'view' }] },
              execute: ->(_, input) { get("/#{input['drive'].to_s}/#{input['path'].to_s.encode_url}/#{input['view']&.strip}") }
            }
          } }
        `,
      },
      {
        name: "a required id",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id', optional: false }] },
            execute: ->(_connection, input) { get("/leads/#{input['lead_id']}") }
          } } }
        `,
      },
      {
        name: "an input that is checked",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            input_fields: ->(_) { [{ name: 'lead_id' }] },
            execute: ->(_connection, input) {
              error('Provide a lead ID.') if input['lead_id'].blank?
              get("/leads/#{input['lead_id']}")
            }
          } } }
        `,
      },
      {
        name: "a parameter of the query",
        source: ruby`
          { title: 'Acme', actions: { list_leads: {
            input_fields: ->(_) { [{ name: 'page' }] },
            execute: ->(_connection, input) { get("/leads?page=#{input['page']}") }
          } } }
        `,
      },
    ],
  },
  create: (context) => ({
    request(request) {
      const { lambda } = request;
      if (lambda?.key !== "execute" || lambda.owner !== "action") return;
      const action = context.connector.actions.get(lambda.ownerName);
      const input = lambda.parameters.required[1];
      if (!action || action.deprecated || !input || !action.inputFields.closed) return;
      for (const name of namesInPath(request.node, input)) {
        const field = action.inputFields.fields.find((one) => one.name === name);
        if (!field || !field.closed || field.has("default") || field.has("ngIf")) continue;
        if (mayBeLeftOut(action, field)) continue;
        const optional = field.get("optional");
        if (optional && truthiness(optional.value) !== true) continue;
        if (isMentionedAgain(context.source.slice(lambda.span), input, name)) continue;
        context.report("path", placeOf(field), [name, request.verb]);
      }
    },
  }),
});

/** The inputs that are parts of a request's path, before its query. */
function namesInPath(request: CallNode, input: string): string[] {
  const [address] = argumentsOf(request);
  if (!(address instanceof InterpolatedStringNode)) return [];
  const names: string[] = [];
  let before = "";
  for (const part of address.parts) {
    if (part instanceof StringNode && part.unescaped.includes("?")) break;
    const name = part instanceof EmbeddedStatementsNode ? nameOf(part.statements?.body ?? [], input) : null;
    // What does not follow a slash may be an ending such as `.json`.
    if (name !== null && before.endsWith("/")) names.push(name);
    before = part instanceof StringNode ? part.unescaped : "";
  }
  return names;
}

/** The name in `input['name']`; null for anything else. */
function nameOf(statements: readonly Node[], input: string): string | null {
  let call: Node | null | undefined = statements.length === 1 ? statements[0] : null;
  while (call instanceof CallNode && /^(?:to_s|to_param|encode_url|strip)$/.test(call.name)) {
    // Whoever writes “&.” knows that there may be nothing.
    if (call.isSafeNavigation()) return null;
    call = call.receiver;
  }
  if (!(call instanceof CallNode) || !/^(?:\[\]|delete)$/.test(call.name)) return null;
  if (!(call.receiver instanceof LocalVariableReadNode) || call.receiver.name !== input) return null;
  const [key] = argumentsOf(call);
  return literalText(key);
}

/** Whether an action also does without an input, as far as its words tell: the path of all records ends before an id, that of the root before the path of a folder. */
function mayBeLeftOut(action: Operation, field: Field): boolean {
  if (/^(?:list|search|find|get_all)(?:_|$)/.test(action.name) || field.name === "path") return true;
  return (
    field.has("hint") && /\b(?:all|blank|defaults?|empty|if|optional)\b/i.test(field.text("hint") ?? "all")
  );
}

/** Code with branches: the request may be in one that is only taken where there is a value. */
const isBranched = /\b(?:if|unless|case|while|until|rescue)\b|\?\s|&&|\|\|/;

/** Whether a method of the input, another name for it, or a method of the connector looks at its values. */
function isUsedAsAWhole(code: string, input: string): boolean {
  return [
    `\\b${input}\\.(?!delete\\b)\\w+`,
    `\\b${input}\\s*\\[\\s*[^'":\\s]`,
    `\\b${input}\\s*=[^=]`,
    `=\\s*${input}\\b(?!\\s*\\[)`,
    `\\bcall\\b.{0,200}\\b${input}\\b(?!\\s*\\[)`,
  ].some((pattern) => new RegExp(pattern).test(code));
}

/** Code that is longer is not looked through for other mentions. */
const longest = 20_000;

/** Whether the lambda looks at the input elsewhere as well, and so may know what to do without it. */
function isMentionedAgain(code: string, input: string, name: string): boolean {
  if (code.length > longest) return true;
  const mention = [`'${name}'`, `"${name}"`, `:${name}`].reduce(
    (sum, key) => sum + code.split(key).length - 1,
    0,
  );
  return mention > 1 || isBranched.test(code) || isUsedAsAWhole(code, input);
}
