import type { Connection, Lambda, Request } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf, StringNode } from "../../ruby/nodes.ts";
import { createInputUses, inputFields, isFreeText } from "./input-values.ts";

const addressKey = /(?:^|_)(?:url|uri|href|link|endpoint_url|host|hostname|domain)$/iu;

export const userUrl = defineRule({
  id: "security/user-url",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Sends no request to an address that comes from an input.",
    why: "The connection's credentials go with every request, so whoever controls a mapped address receives them.",
    remedy:
      "Take a path or an ID as input, or check that the address begins with the application's own host before the request.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html",
    ],
  },
  messages: {
    whole: (verb: string, key: string) => `The \`${verb}\` goes wherever the input \`${key}\` says.`,
    host: (verb: string, key: string) => `The host of the \`${verb}\` is the input \`${key}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a file at any address",
        source: ruby`
          {
            actions: {
              download: { execute: lambda { |_connection, input| { file: get(input['file_url']).response_format_raw } } }
                                                                             ^^^^^^^^^^^^^^^^^ whole
            }
          }
        `,
      },
      {
        name: "a host that the user names",
        source: ruby`
          {
            "actions" => {
              "ping" => {
                "execute" => ->(_connection, input) do
                  get("https://#{input[:domain]}/api/ping")
                               ^^^^^^^^^^^^^^^^^ host
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an address to which a file is uploaded in parts",
        source: ruby`
          {
            actions: {
              upload: {
                execute: lambda do |_connection, input|
                  workato.stream.in(input['content']) do |chunk, from, to|
                    put(input['url']).headers('Content-Range': "bytes #{from}-#{to}/*").request_body(chunk).presence
                  end
                  { done: true }
                end
              }
            }
          }
        `,
      },
      {
        name: "a path of the connection's host",
        source: ruby`
          { actions: { custom: { execute: lambda { |_connection, input| get(input['path'], input['data']) } } } }
        `,
      },
      {
        name: "a host and an address that are chosen from a list",
        source: ruby`
          {
            actions: {
              ping: {
                input_fields: lambda do
                  [
                    { name: 'region', control_type: 'select', pick_list: [%w[Europe eu]] },
                    { name: 'status_url', control_type: 'select', pick_list: 'pages' }
                  ]
                end,
                execute: lambda do |_connection, input|
                  { at: get("https://#{input['region']}.acme.com/ping"), page: get(input['status_url']) }
                end
              }
            }
          }
        `,
      },
      {
        name: "a connection that adds nothing to requests",
        source: ruby`
          {
            connection: { fields: [], authorization: { type: 'none' } },
            actions: { read: { execute: lambda { |_connection, input| get(input['feed_url']) } } }
          }
        `,
      },
      {
        name: "an address that is checked",
        source: ruby`
          {
            actions: {
              download: {
                execute: lambda do |_connection, input|
                  error('Not an address of Acme.') unless input['file_url'].start_with?('https://files.acme.com/')
                  { file: get(input['file_url']) }
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
    const uploading = new Set<string>();
    const requests: Request[] = [];
    return {
      node: uses.listeners,
      bareCall: {
        workato({ chain, lambda }) {
          if (lambda && chain[1]?.name === "stream" && chain[2]?.name === "in") uploading.add(lambda.path);
        },
      },
      request(request) {
        requests.push(request);
      },
      end() {
        if (isWithoutCredentials(context.connector.connection)) return;
        for (const request of requests) check(request);
      },
    };

    function isBounded(lambda: Lambda, key: string): boolean {
      return inputFields(context, lambda, key).length > 0 && !isFreeText(context, lambda, key);
    }

    function check({ node, verb, lambda }: Request): void {
      const [address] = argumentsOf(node);
      // A file is sent to the address that the application gave for it in the step before.
      if (!lambda || !address || uploading.has(lambda.path)) return;
      const whole = uses.keyOf(address, lambda);
      if (whole !== null) {
        if (!addressKey.test(whole) || uses.isChecked(lambda, whole) || isBounded(lambda, whole)) return;
        context.report("whole", { span: spanOf(address), path: lambda.path }, [verb, whole]);
        return;
      }
      const [scheme, host] = uses.partsOf(address, lambda) ?? [];
      if (!(scheme instanceof StringNode) || !/^https?:\/\/$/iu.test(scheme.unescaped)) return;
      const key = host && uses.keyIn(host, lambda);
      if (!key || uses.isChecked(lambda, key) || isBounded(lambda, key)) return;
      context.report("host", { span: spanOf(host), path: lambda.path }, [verb, key]);
    }
  },
});

/** Whether the connection surely adds nothing to requests that others may not see. */
function isWithoutCredentials({ closed, authorization, options }: Connection): boolean {
  if (!closed || options.length > 0) return false;
  return (
    !authorization ||
    (authorization.closed && !authorization.has("apply") && !authorization.has("credentials"))
  );
}
