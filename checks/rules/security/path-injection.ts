import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";
import { createInputUses, isFreeText } from "./input-values.ts";

export const pathInjection = defineRule({
  id: "security/path-injection",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
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
      },
    ],
    good: [
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
        name: "a choice from a list, or a number instead",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda do
                  [{
                    name: 'view', control_type: 'select', pick_list: 'views',
                    toggle_field: { name: 'view', type: 'integer', control_type: 'plain-text' }
                  }]
                end,
                execute: lambda { |_connection, input| get("/views/#{input['view']}") }
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
    const uses = createInputUses();
    return {
      node: uses.listeners,
      request({ node, lambda }) {
        const [address] = argumentsOf(node);
        if (!lambda || !address) return;
        const raw = uses.rawInPath(address, lambda).find(({ key }) => isFreeText(context, lambda, key));
        if (raw) context.report("path", { span: spanOf(raw.part), path: lambda.path }, [raw.key]);
      },
    };
  },
});
