import type { NodeFact } from "../../connector/walk.ts";
import type { Lambda, Trigger } from "../../connector/connector.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  AndNode,
  argumentsOf,
  CallNode,
  HashNode,
  IfNode,
  IndexOrWriteNode,
  isVariable,
  literalText,
  LocalVariableAndWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  OrNode,
  ParenthesesNode,
  RescueModifierNode,
  RescueNode,
  spanOf,
  StatementsNode,
  UnlessNode,
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
      {
        name: "a variable, and a closure with an entry",
        source: ruby`
          {
            'triggers' => {
              'updated_lead' => {
                'input_fields' => ->(_object_definitions) { [{ name: 'since', label: 'From', type: 'timestamp' }] },
                'poll' => ->(_connection, input, closure) {
                  updated_since = closure&.dig('updated_since') || input['since']
                                                                   ^^^^^^^^^^^^^^ blank
                  leads = get('/leads').params(updated_since: updated_since.to_time.utc.iso8601)['leads']
                  { events: leads, next_poll: { updated_since: leads.last['updated_at'] }, can_poll_more: false }
                }
              }
            }
          }
        `,
      },
      {
        name: "a field that is converted by itself",
        source: ruby`
          {
            triggers: {
              new_lead: {
                input_fields: lambda { [{ name: 'since', type: 'date_time', optional: true }] },
                poll: lambda do |_connection, input, closure|
                  since = closure.presence || input['since'].to_time.utc.iso8601
                                              ^^^^^^^^^^^^^^ blank
                  { events: get('/leads', since: since), next_poll: now }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a variable that is looked at first",
        source: ruby`
          {
            triggers: {
              updated_lead: {
                input_fields: lambda { |_object_definitions| [{ name: 'since', type: 'timestamp' }] },
                poll: lambda do |_connection, input, closure|
                  since = closure || input['since']
                  from = since.present? ? since.to_time.iso8601 : nil
                  { events: get('/leads', from: from), next_poll: now }
                end
              }
            }
          }
        `,
      },
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
    const reads: { readonly conversion: CallNode; readonly lambda: Lambda; readonly or: OrNode | null }[] =
      [];
    /** What local variables of polls were set to; null where that is not all that is known of them. */
    const variables = new Map<string, Node | null>();
    const counts = new Map<string, number>();
    /** Polls that look at what they are given, set it, or go on after an error. */
    const guarded = new Set<string>();
    const guard = inPoll((_node, lambda) => guarded.add(lambda.path));
    const forget = inPoll((node: LocalVariableOrWriteNode | LocalVariableAndWriteNode, lambda) => {
      variables.set(`${lambda.path}:${node.name}`, null);
      if (isGiven(node.name, lambda)) guarded.add(lambda.path);
    });
    return {
      node: [
        onNode(
          LocalVariableWriteNode,
          inPoll((node, lambda) => {
            if (isGiven(node.name, lambda)) guarded.add(lambda.path);
            const at = `${lambda.path}:${node.name}`;
            variables.set(at, variables.has(at) ? null : node.value);
          }),
        ),
        onNode(RescueNode, guard),
        onNode(RescueModifierNode, guard),
        onNode(IndexOrWriteNode, guard),
        onCall(
          ["[]="],
          inPoll(({ receiver }, lambda) => {
            if (receiver instanceof LocalVariableReadNode && isGiven(receiver.name, lambda))
              guarded.add(lambda.path);
          }),
        ),
        // A method may check the input, or fill it in.
        onCall(
          ["call"],
          inPoll((node, lambda) => {
            const input = parameterOf(lambda, 1) ?? "";
            if (argumentsOf(node).some((one) => isVariable(one, input))) guarded.add(lambda.path);
          }),
        ),
        onNode(
          OrNode,
          inPoll((node, lambda) => {
            const conversion = isAllClosure(node.left, lambda) ? firstCall(node.right) : null;
            if (conversion && conversions.has(conversion.name)) reads.push({ conversion, lambda, or: node });
          }),
        ),
        onNode(LocalVariableOrWriteNode, forget),
        onNode(LocalVariableAndWriteNode, forget),
        onNode(
          LocalVariableReadNode,
          inPoll((node, lambda, parent) => {
            // Where it is looked at first, the conversion may be one of two ways.
            const isLookedAt =
              parent instanceof IfNode ||
              parent instanceof UnlessNode ||
              parent instanceof OrNode ||
              parent instanceof AndNode ||
              (parent instanceof CallNode && /\?$|^(?:presence|try|!)$/u.test(parent.name));
            if (isLookedAt) variables.set(`${lambda.path}:${node.name}`, null);
            // So may it where the closure or the whole input is.
            const isDefault =
              parent instanceof OrNode || (parent instanceof CallNode && parent.name === "presence");
            if (isLookedAt && !isDefault && isGiven(node.name, lambda)) guarded.add(lambda.path);
          }),
        ),
        onCall(
          [...conversions, "[]", "dig"],
          inPoll((node, lambda) => {
            if (lambda.owner !== "trigger") return;
            const key = keyRead(node, parameterOf(lambda, 1));
            if (key !== null)
              counts.set(`${lambda.path}:${key}`, (counts.get(`${lambda.path}:${key}`) ?? 0) + 1);
            if (conversions.has(node.name) && !node.isSafeNavigation() && node.receiver)
              reads.push({ conversion: node, lambda, or: null });
          }),
        ),
      ],
      end() {
        for (const { conversion, lambda, or } of reads) check(conversion, lambda, or);
      },
    };

    function check(node: CallNode, lambda: Lambda, or: OrNode | null): void {
      const trigger = context.connector.triggers.get(lambda.ownerName);
      if (!trigger || guarded.has(lambda.path)) return;
      const last = or ? node.receiver : lastResort(node.receiver!, lambda);
      const field = last && keyRead(withoutPresence(last), parameterOf(lambda, 1));
      if (!last || !field || !mayBeBlank(trigger, field)) return;
      // A second look at the input is a check of it.
      if ((counts.get(`${lambda.path}:${field}`) ?? 0) > 1) return;
      const { end } = spanOf(last);
      const edits = or ? [] : [{ span: { start: end, end }, text: " || 1.hour.ago" }];
      context.report(
        "blank",
        { span: spanOf(last), path: lambda.path },
        [node.name, field],
        edits.length > 0 ? { fix: { title: "Start an hour ago", edits } } : {},
      );
    }

    /** What is left of `closure || input['since']`, perhaps in a variable, where there is no closure. */
    function lastResort(converted: Node, lambda: Lambda): Node | null {
      const direct = withoutPresence(unwrapped(converted));
      const isLocal = direct instanceof LocalVariableReadNode && !isClosure(direct, lambda);
      const set = isLocal ? variables.get(`${lambda.path}:${direct.name}`) : direct;
      const inner = set && withoutPresence(unwrapped(set));
      return inner instanceof OrNode && isAllClosure(inner.left, lambda) ? inner.right : null;
    }
  },
});

/** Listens in polls only. */
function inPoll<N extends Node>(
  listen: (node: N, lambda: Lambda, parent: Node | null) => void,
): (fact: NodeFact<N>) => void {
  return ({ node, lambda, parent }) => {
    if (lambda?.key === "poll") listen(node, lambda, parent);
  };
}

/** The call that `input['since'].to_time.utc` begins with after what is read; null where one may be skipped. */
function firstCall(node: Node): CallNode | null {
  if (!(node instanceof CallNode) || node.isSafeNavigation() || !(node.receiver instanceof CallNode))
    return null;
  return /^(?:\[\]|dig)$/u.test(node.receiver.name) ? node : firstCall(node.receiver);
}

/** Whether an expression is made of nothing but the closure and entries of it. */
function isAllClosure(node: Node, lambda: Lambda): boolean {
  const inner = withoutPresence(unwrapped(node));
  return inner instanceof OrNode
    ? isAllClosure(inner.left, lambda) && isAllClosure(inner.right, lambda)
    : isClosure(inner, lambda);
}

/** `presence` makes nothing of a blank text, and leaves nothing as it is. */
function withoutPresence(node: Node): Node {
  return node instanceof CallNode && node.name === "presence" && node.receiver ? node.receiver : node;
}

/** Whether a variable of a poll is its input or its closure. */
function isGiven(name: string, lambda: Lambda): boolean {
  return name === parameterOf(lambda, 1) || name === parameterOf(lambda, 2);
}

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
  // `(closure || {})['key']` reads the closure as well.
  const inner = node.receiver && unwrapped(node.receiver);
  const read = inner instanceof OrNode && inner.right instanceof HashNode ? inner.left : inner;
  if (!(read instanceof LocalVariableReadNode) || read.name !== variable) return null;
  const [key, more] = argumentsOf(node);
  return more ? null : literalText(key);
}

function mayBeBlank(trigger: Trigger, name: string): boolean {
  const fields = trigger.inputFields.fields.filter((field) => field.name === name);
  return (
    fields.length > 0 &&
    fields.every((field) => {
      const isOptional = field.flag("optional") === true || (field.closed && !field.has("optional"));
      return isOptional && field.closed && !field.has("default") && !field.has("convert_input");
    })
  );
}
