import type { Lambda } from "../../connector/connector.ts";
import { defineRule, onCall, onNode, ruby, whereTextHas } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  ParenthesesNode,
  spanOf,
  StatementsNode,
} from "../../ruby/nodes.ts";

/** Where `webhook_notification` takes the headers of the event. */
const headersIndex = 4;

const digest =
  /^(?:hmac_(?:sha1|sha256|sha512|md5)|encode_sha\d+|sha\d+|(?:sha\d+_|md5_)?hexdigest|md5_hexdigest|md5_digest)$/u;

/** Something that only the application knows, in a comparison or the name of a method. */
const secretWord = /token|secret|signature|password|hmac|api_?key|verif/iu;

export const webhookSignature = defineRule({
  id: "security/webhook-signature",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Verifies the signature of webhook events where the app signs them.",
    why: "Anyone who knows the address of the webhook can send events that start recipes.",
    remedy:
      "Compare the signature in the headers with that of the payload, with `webhook_payload_type: 'raw'`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/securing-webhooks.html",
    ],
  },
  messages: {
    notRaw: (name: string) =>
      `The signature is made of a payload that was parsed, since \`${name}\` does not say \`webhook_payload_type: 'raw'\`.`,
    unverified: (name: string) => `The trigger \`${name}\` takes events without a look at their headers.`,
  },
  examples: {
    bad: [
      {
        name: "an event as it came",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda { |_input, payload| payload }
                ^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `,
      },
      {
        name: "a kind of event that is compared",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'webhook_notification' => ->(input, payload, _eis, _eos) { payload if payload['type'] == input['type'] }
                ^^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `,
      },
      {
        name: "a signature of a parsed payload",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'webhook_subscribe' => ->(url, _connection) { post('/hooks', url: url) },
                'webhook_notification' => ->(_input, payload, _eis, _eos, headers, _params, connection) {
                  body = payload.to_json
                  signature = body.hmac_sha256(connection['secret']).encode_hex
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ notRaw
                  payload if headers['X-Signature'] == signature
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a token in the address",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |input, payload, _eis, _eos, _headers, params|
                  payload if params['token'] == input['token']
                end
              }
            }
          }
        `,
      },
      {
        name: "a token in the payload, itself or by a method",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |input, payload|
                  payload['leads'] if payload['token'] == input['webhook_token']
                end
              },
              new_deal: {
                'webhook_notification' => ->(input, payload) { call('verified_event', input, payload) }
              }
            },
            methods: {
              verified_event: ->(input, event) { event['secret'] == input['secret'] ? event : {} }
            }
          }
        `,
      },
      {
        name: "a signature of one entry",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda do |_input, payload, _eis, _eos, headers|
                  payload if headers['X-Token'] == payload['id'].encode_sha256
                end
              }
            }
          }
        `,
      },
      {
        name: "a signature that is compared",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_payload_type: 'raw',
                webhook_notification: lambda do |_input, payload, _is, _os, headers|
                  parse_json(payload) if headers['X-Signature'] == payload.hmac_sha256('key').encode_hex
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const reads = new Set<string>();
    /** Variables that hold the whole payload, or a text of it. */
    const bodies = new Set<string>();
    const verified = new Set<string>();
    return {
      node: whereTextHas(
        /webhook_notification/u,
        onCall(["==", "!=", "eql?", "secure_compare", "call"], ({ node, lambda }) => {
          if (isNotification(lambda) && secretWord.test(context.source.slice(spanOf(node))))
            verified.add(lambda.path);
        }),
        onNode(LocalVariableWriteNode, ({ node, lambda }) => {
          if (isNotification(lambda) && isBody(node.value, lambda, bodies))
            bodies.add(`${lambda.path}:${node.name}`);
        }),
        onNode(CallNode, ({ node, lambda }) => {
          if (!isNotification(lambda) || !node.receiver || !digest.test(node.name)) return;
          const trigger = context.connector.triggers.get(lambda.ownerName);
          if (!trigger?.closed || trigger.has("webhook_payload_type")) return;
          if (isBody(node.receiver, lambda, bodies))
            context.report("notRaw", { span: spanOf(node), path: lambda.path }, [trigger.name], {
              severity: "warning",
            });
        }),
        onNode(LocalVariableReadNode, ({ node, lambda }) => {
          if (lambda?.key === "webhook_notification") reads.add(`${lambda.path}:${node.name}`);
        }),
      ),
      end() {
        for (const trigger of context.connector.triggers.entries) {
          const property = trigger.get("webhook_notification");
          const lambda = trigger.lambda("webhook_notification");
          // A hybrid trigger only polls when an event comes.
          if (!property || !lambda || trigger.deprecated || trigger.has("poll")) continue;
          const { required, optional, rest } = lambda.parameters;
          if (rest || optional.length > 0 || required[headersIndex] === null) continue;
          // A token may be in the payload as well.
          if (verified.has(lambda.path)) continue;
          // The parameters of the address come after the headers, and may hold a token.
          const given = required.slice(headersIndex);
          if (given.some((name) => name !== null && reads.has(`${lambda.path}:${name}`))) continue;
          context.report("unverified", property, [trigger.name]);
        }
      },
    };
  },
});

function isNotification(lambda: Lambda | null): lambda is Lambda {
  return lambda?.owner === "trigger" && lambda.key === "webhook_notification";
}

/** Whether an expression is the whole payload, or a text with all of it. */
function isBody(node: Node, lambda: Lambda, bodies: ReadonlySet<string>): boolean {
  const inside = (inner: Node) => isBody(inner, lambda, bodies);
  if (node instanceof LocalVariableReadNode)
    return node.name === lambda.parameters.required[1] || bodies.has(`${lambda.path}:${node.name}`);
  if (node instanceof InterpolatedStringNode) return node.parts.some(inside);
  if (node instanceof EmbeddedStatementsNode) return node.statements?.body.some(inside) ?? false;
  if (node instanceof ParenthesesNode)
    return node.body instanceof StatementsNode && node.body.body.some(inside);
  if (!(node instanceof CallNode) || !node.receiver) return false;
  if (node.name === "+") return inside(node.receiver) || argumentsOf(node).some(inside);
  return /^to_(?:json|s|param)$/u.test(node.name) && inside(node.receiver);
}
