import type { Lambda, Trigger } from "../../connector/connector.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  LocalVariableReadNode,
  type Node,
  OrNode,
  ParenthesesNode,
  spanOf,
  StatementsNode,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

/** Methods of texts and times that nothing has not. */
const conversions: ReadonlySet<string> = new Set([
  "to_time",
  "to_date",
  "to_datetime",
  "iso8601",
  "in_time_zone",
  "strftime",
  "utc",
]);

export const sinceFallback = defineRule({
  id: "guidelines/since-fallback",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Starts the first poll somewhere even when the user leaves the start blank.",
    why: "There is no closure at the first poll, and a conversion of a blank field fails.",
    remedy: "End the expression with a time, such as `|| 1.hour.ago`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/advanced-connector-guide/connector-building-building-triggers.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html",
    ],
  },
  messages: {
    blank: (conversion: string, field: string) =>
      `The call of \`${conversion}\` fails at the first poll when \`${field}\` is left blank.`,
  },
  examples: {
    bad: [
      {
        name: "no fallback",
        source: ruby`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = (closure || input['since']).to_time
                                      ^^^^^^^^^^^^^^ blank
                  { events: get('/leads', since: since) }
                end
              }
            }
          }
        `,
        fixed: ruby`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = (closure || input['since'] || 1.hour.ago).to_time
                  { events: get('/leads', since: since) }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a fallback",
        source: ruby`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: true }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since'] || 1.hour.ago).to_time) } }
              }
            }
          }
        `,
      },
      {
        name: "a required field",
        source: ruby`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', optional: false }] },
                poll: lambda { |_c, input, closure| { events: get('/a', at: (closure || input['since']).to_time) } }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      node: [
        onNode(CallNode, ({ node, lambda, parent }) => {
          if (!conversions.has(node.name) || node.isSafeNavigation() || lambda?.key !== "poll") return;
          const trigger =
            lambda.owner === "trigger" ? context.connector.triggers.get(lambda.ownerName) : undefined;
          if (!trigger || !node.receiver) return;
          const inner = unwrapped(node.receiver);
          const alone =
            parent instanceof OrNode && parent.right === node && isClosure(unwrapped(parent.left), lambda);
          const last =
            inner instanceof OrNode && isClosure(inner.left, lambda) ? inner.right : alone ? inner : null;
          const field = last && keyRead(last, parameterOf(lambda, 1));
          if (!last || !field || !mayBeBlank(trigger, field)) return;
          const { end } = spanOf(last);
          const edits =
            inner instanceof OrNode ? [{ span: { start: end, end }, text: " || 1.hour.ago" }] : [];
          context.report(
            "blank",
            { span: spanOf(last), path: lambda.path },
            [node.name, field],
            edits.length > 0 ? { fix: { title: "Start an hour ago", edits } } : {},
          );
        }),
      ],
    };
  },
});

function parameterOf(lambda: Lambda, index: number): string | null {
  return lambda.parameters.required[index] ?? null;
}

function unwrapped(node: Node): Node {
  if (!(node instanceof ParenthesesNode) || !(node.body instanceof StatementsNode)) return node;
  const [only, more] = node.body.body;
  return only && !more ? only : node;
}

/** Whether the expression is the closure or an entry of it. */
function isClosure(node: Node, lambda: Lambda): boolean {
  const closure = parameterOf(lambda, 2);
  if (closure === null) return false;
  return (node instanceof LocalVariableReadNode && node.name === closure) || keyRead(node, closure) !== null;
}

/** The key in `variable['key']` or `variable&.[]('key')`. */
function keyRead(node: Node, variable: string | null): string | null {
  if (!(node instanceof CallNode) || !/^(?:\[\]|dig)$/u.test(node.name)) return null;
  if (!(node.receiver instanceof LocalVariableReadNode) || node.receiver.name !== variable) return null;
  const [key, more] = argumentsOf(node);
  return !more && (key instanceof StringNode || key instanceof SymbolNode) ? key.unescaped.value : null;
}

function mayBeBlank(trigger: Trigger, name: string): boolean {
  const fields = trigger.inputFields.fields.filter((field) => field.name === name);
  return (
    fields.length > 0 &&
    fields.every((field) => {
      const isOptional = field.flag("optional") === true || (field.closed && !field.has("optional"));
      return isOptional && field.closed && !field.has("default");
    })
  );
}
