import type { Lambda, Request } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import type { Edit } from "../../engine/finding.ts";
import type { SourceText } from "../../ruby/source.ts";
import { argumentsOf, EmbeddedStatementsNode, type Node, spanOf, StringNode } from "../../ruby/nodes.ts";
import { createInputUses, inputFields, isFreeText } from "./input-values.ts";
import { createMethodInputs } from "./method-inputs.ts";

/** Inputs that are several segments of a path themselves, which `encode_url` would make one of. */
const pathKey = /(?:^|_)(?:path|endpoint|route|uri|url|resource_?name|full_?name|parent)$/iu;
/** Three segments or more in a row, which are no address: “workspaces/acme/sources”. */
const segments = /(?<![\w/.<:])[a-z][\w-]*(?:\/[\w-]+){2}/iu;

export const pathInjection = defineRule({
  id: "security/path-injection",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Encodes what users enter before it becomes part of a path.",
    why: "A mapped value with `../` or `?` in it makes the request go to another endpoint.",
    remedy: "Write `#{input['id'].to_s.encode_url}`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html",
    ],
  },
  messages: {
    method: (key: string, operation: string) =>
      `The path has the input \`${key}\` of \`${operation}\` in it, which nobody encodes.`,
    path: (key: string) => `The input \`${key}\` becomes part of the path without being encoded.`,
  },
  examples: {
    bad: [
      {
        name: "an identifier as it was entered",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id']}") }
                                                                   ^^^^^^^^^^^^^^ path
              }
            }
          }
        `,
        fixed: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `,
      },
      {
        name: "an identifier in a variable, joined with a plus",
        source: ruby`
          {
            "actions" => {
              "update" => {
                "input_fields" => lambda { [{ name: 'lead_id', optional: false }, { name: 'email' }] },
                "execute" => lambda do |_connection, input|
                  lead_id = input.dig('lead_id')
                  put('/leads/' + lead_id + '/status', input.except('lead_id'))
                                  ^^^^^^^ path
                end
              }
            }
          }
        `,
      },
      {
        name: "an address that is put together first",
        source: ruby`
          {
            triggers: {
              new_row: {
                input_fields: ->() { [{ name: 'sheet', label: 'Sheet', type: 'string', optional: false }] },
                poll: ->(connection, input, closure) do
                  path = "/v4/#{connection['account']}" \
                    "/sheets/#{input['sheet']}/rows"
                             ^^^^^^^^^^^^^^^^^ path
                  { events: get(path, after: closure)['rows'], next_poll: closure }
                end
              }
            }
          }
        `,
        fixed: ruby`
          {
            triggers: {
              new_row: {
                input_fields: ->() { [{ name: 'sheet', label: 'Sheet', type: 'string', optional: false }] },
                poll: ->(connection, input, closure) do
                  path = "/v4/#{connection['account']}" \
                    "/sheets/#{input['sheet'].to_s.encode_url}/rows"
                  { events: get(path, after: closure)['rows'], next_poll: closure }
                end
              }
            }
          }
        `,
      },
      {
        name: "a method that gets the whole input",
        source: ruby`
          {
            'actions' => {
              'get_lead' => {
                'input_fields' => ->(_definitions) { [{ 'name' => 'lead_id', 'label' => 'Lead ID', 'optional' => false }] },
                'execute' => ->(connection, input) { call('find_lead', connection, input) }
              }
            },
            'methods' => {
              'find_lead' => ->(connection, params) {
                get("/accounts/#{connection['account']}/leads/#{params['lead_id']}")
                                                              ^^^^^^^^^^^^^^^^^^^^ method
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a method that encodes, and one that gets something else",
        source: ruby`
          {
            actions: {
              get_lead: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  call('owner', call('find', input).merge(input))
                end
              }
            },
            methods: {
              find: lambda { |input| get("/leads/#{input['id'].encode_url}") },
              owner: lambda { |lead| get("/leads/#{lead['id']}/owner") }
            }
          }
        `,
      },
      {
        name: "an encoded identifier",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `,
      },
      {
        name: "a choice from a list",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'kind', control_type: 'select', pick_list: 'kinds' }] },
                execute: lambda { |_connection, input| get("/objects/#{input['kind']}") }
              }
            }
          }
        `,
      },
      {
        name: "a value that is encoded first",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  input['id'] = input['id'].encode_url
                  key = input['id'].encode_url
                  [get("/leads/#{input['id']}"), get("/leads/#{key}")].first
                end
              }
            }
          }
        `,
      },
      {
        name: "a path of the API, which is not to be encoded",
        source: ruby`
          {
            actions: {
              custom: {
                input_fields: lambda { [{ name: 'path' }] },
                execute: lambda { |_connection, input| get("/api/v2/#{input['path']}") }
              },
              get_source: {
                input_fields: lambda { [{ name: 'name', hint: 'Such as workspaces/acme/sources/web.' }] },
                execute: lambda { |_connection, input| get("/v1/#{input['name']}") }
              },
              get_person: {
                input_fields: lambda { [{ name: 'resource_name', hint: 'Such as <b>people/c123</b>.' }, { name: 'kind', pick_list: [%w[A a]] }] },
                execute: lambda { |_connection, input| get("/v1/#{input['resource_name']}/#{input['kind']}") }
              }
            }
          }
        `,
      },
      {
        name: "a value that is checked",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  error('The ID is a number.') unless input['id'].match?(/\A\d+\z/)
                  get("/leads/#{input['id']}")
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const uses = context.shared(createInputUses);
    const methods = createMethodInputs();
    const inMethods: Request[] = [];
    return {
      node: [...uses.listeners, ...methods.listeners],
      methodCall: (call) => methods.addCall(call),
      request(request) {
        const { node, lambda } = request;
        const [address] = argumentsOf(node);
        if (!lambda || !address) return;
        if (lambda.owner === "method") inMethods.push(request);
        const raw = uses.rawInPath(address, lambda).filter(({ key }) => isRaw(lambda, key));
        const [first] = raw;
        if (!first) return;
        const edits = raw.map(({ part }) => encoded(part, context.source));
        const fix = { title: "Encode it", edits };
        context.report("path", { span: spanOf(first.part), path: lambda.path }, [first.key], { fix });
      },
      end() {
        for (const { node, lambda } of inMethods) if (lambda) checkMethod(argumentsOf(node)[0], lambda);
      },
    };

    function isRaw(lambda: Lambda, key: string): boolean {
      if (pathKey.test(key) || !isFreeText(context, lambda, key)) return false;
      const hints = inputFields(context, lambda, key).flatMap((field) => [field, field.toggle]);
      return !hints.some((field) => segments.test(field?.text("hint") ?? ""));
    }

    function checkMethod(address: Node | undefined, lambda: Lambda): void {
      const parts = address ? (uses.partsOf(address, lambda) ?? []) : [];
      for (const [index, part] of parts.entries()) {
        if (part instanceof StringNode && /[?#]/u.test(part.unescaped)) return;
        const read = index > 0 ? methods.readIn(part, lambda) : null;
        const callers = read ? methods.callersWithInput(lambda, read.index) : [];
        const from = callers.find((caller) => !uses.isChecked(caller, read!.key) && isRaw(caller, read!.key));
        if (!read || !from) continue;
        context.report("method", { span: spanOf(part), path: lambda.path }, [read.key, from.ownerName]);
        return;
      }
    }
  },
});

/** Encodes what a part of an address puts into it. */
function encoded(part: Node, source: SourceText): Edit {
  const inner = part instanceof EmbeddedStatementsNode ? (part.statements?.body[0] ?? part) : part;
  const { end } = spanOf(inner);
  const isText = source.slice(spanOf(inner)).endsWith(".to_s");
  return { span: { start: end, end }, text: isText ? ".encode_url" : ".to_s.encode_url" };
}
