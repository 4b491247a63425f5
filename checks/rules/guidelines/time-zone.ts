import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import {
  argumentsOf,
  CallNode,
  ConstantReadNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";

const zoneless: Readonly<Record<string, RegExp>> = {
  Date: /^today$/u,
  DateTime: /^(?:now|strptime)$/u,
  Time: /^(?:parse|local)$/u,
};

export const timeZone = defineRule({
  id: "guidelines/time-zone",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Reads times with their zone.",
    why: "Servers and users are in different zones, so that a time without one is another time for each of them.",
    remedy: "Use `now`, `today` or `to_time`, and `in_time_zone` or `utc` with it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    format: (format: string) =>
      `The format \`${format}\` has no zone, and the time was not put into one before.`,
    local: (call: string) => `The result of \`${call}\` depends on the zone of the server.`,
  },
  examples: {
    bad: [
      {
        name: "the day of the server",
        source: ruby`
          { methods: { day: lambda { Date.today } } }
                                     ^^^^^^^^^^ local
        `,
      },
      {
        name: "a time without a zone",
        source: ruby`
          {
            "actions" => {
              "create" => {
                "execute" => ->(_connection, input) do
                  post('/meetings', start: input['start'].to_time.strftime('%Y-%m-%d %H:%M:%S'))
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ format
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a day",
        source: ruby`{ actions: { a: { execute: lambda { |_c, input| get(input['on'].to_time.strftime('/%F')) } } } }`,
      },
      {
        name: "a time in UTC, and one with its zone",
        source: ruby`
          {
            actions: {
              a: {
                execute: lambda do |_c, input|
                  get('/a', from: input['from'].to_time.utc.strftime('%F %T'), to: input['to'].strftime('%FT%T%:z'))
                end
              }
            }
          }
        `,
      },
      { name: "the time in UTC", source: ruby`{ methods: { at: lambda { Time.now.utc.iso8601 } } }` },
      {
        name: "a time read as UTC",
        source: ruby`{ methods: { at: lambda { |v| Time.parse("#{v} UTC") } } }`,
      },
    ],
  },
  create: (context) => ({
    node: [
      onNode(CallNode, ({ node, lambda, parent }) => {
        const { receiver, name } = node;
        const format = name === "strftime" ? argumentsOf(node)[0] : null;
        if (lambda && receiver && format instanceof StringNode) {
          const text = format.unescaped.value;
          // A zone may be put after it.
          const goesOn = parent instanceof CallNode && parent.name === "+";
          if (isZoneless(text) && !goesOn && isUsersTime(receiver, lambda))
            context.report("format", { span: spanOf(node), path: lambda.path }, [text]);
          return;
        }
        if (!lambda || !(receiver instanceof ConstantReadNode) || !Object.hasOwn(zoneless, receiver.name))
          return;
        if (!zoneless[receiver.name]!.test(name)) return;
        const isZoned =
          parent instanceof CallNode && /^(?:utc|in_time_zone|new_offset|to_i)$/u.test(parent.name);
        const given = argumentsOf(node).map((argument) => context.source.slice(spanOf(argument)));
        if (isZoned || given.some((text) => /UTC|%z|Z['"]$/u.test(text))) return;
        context.report("local", { span: spanOf(node), path: lambda.path }, [`${receiver.name}.${name}`]);
      }),
    ],
  }),
});

/** Whether a format gives a day and an hour, and nothing of their zone. */
function isZoneless(format: string): boolean {
  return (
    /%[-0^#]?[FDdejx]/u.test(format) && /%[-0^#]?[HIklTRrXc]/u.test(format) && !/%:*[zZs]|Z\W*$/u.test(format)
  );
}

/** Whether a time is as an input gave it: `input['at'].to_time`, or the time of now. */
function isUsersTime(node: Node, lambda: Lambda): boolean {
  let at: Node | null = node;
  while (at instanceof CallNode && /^(?:to_time|to_datetime)$/u.test(at.name)) at = at.receiver;
  if (!(at instanceof CallNode)) return false;
  if (at.receiver === null) return at.name === "now" && argumentsOf(at).length === 0;
  if (at.receiver instanceof ConstantReadNode) return at.receiver.name === "Time" && at.name === "now";
  const isInput =
    at.receiver instanceof LocalVariableReadNode && at.receiver.name === lambda.parameters.required[1];
  return at.name === "[]" && isInput && (lambda.key === "execute" || lambda.key === "poll");
}
