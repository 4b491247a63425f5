import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import {
  argumentsOf,
  CallNode,
  ConstantReadNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StatementsNode,
  StringNode,
} from "../../ruby/nodes.ts";

const zoneless: ReadonlySet<string> = new Set(["Date.today", "Time.local"]);

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
        name: "texts that may have their zone, and a moment with it",
        source: ruby`
          {
            methods: {
              at: lambda { |row| Time.parse(row['created_at']) },
              day: lambda { |text| DateTime.strptime(text, '%Y-%m-%d') },
              stamp: lambda { DateTime.now.iso8601 }
            }
          }
        `,
      },
      {
        name: "a zone beside the time, one put after it, and a number for a name",
        source: ruby`
          {
            actions: {
              a: {
                execute: lambda do |_c, input|
                  post('/a', start: { dateTime: input['at'].strftime('%FT%T'), timeZone: input['time_zone'] })
                end
              },
              b: {
                execute: lambda { |_c, input| post('/b', at: "#{input['at'].to_time.strftime('%FT%T')}Z") }
              },
              c: {
                execute: lambda { |_c, _input| post('/c', name: now.strftime('%Y%m%d%H%M%S')) }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    node: [
      onCall(["strftime", "today", "local"], ({ node, lambda, parent, usage }) => {
        const { receiver, name } = node;
        const format = name === "strftime" ? argumentsOf(node)[0] : null;
        if (lambda && receiver && format instanceof StringNode) {
          const text = format.unescaped;
          // A zone may be put after it, or beside it.
          const goesOn =
            (parent instanceof CallNode && parent.name === "+") ||
            (parent instanceof StatementsNode && usage === "value");
          if (!isZoneless(text) || goesOn || !isUsersTime(receiver, lambda)) return;
          if (!/time_?zone|tz/iu.test(context.source.slice(lambda.span)))
            context.report("format", { span: spanOf(node), path: lambda.path }, [text]);
          return;
        }
        if (!lambda || !(receiver instanceof ConstantReadNode)) return;
        if (!zoneless.has(`${receiver.name}.${name}`)) return;
        if (parent instanceof CallNode && /^(?:utc|in_time_zone|to_i)$/u.test(parent.name)) return;
        if (lambda.key === "sample_output") return;
        context.report("local", { span: spanOf(node), path: lambda.path }, [`${receiver.name}.${name}`]);
      }),
    ],
  }),
});

/** Whether a format gives a day and an hour as users read them, and nothing of their zone. */
function isZoneless(format: string): boolean {
  return (
    // A number is a name for something more often than a time.
    !/^(?:%[-0^#]?\w)+$/u.test(format) &&
    /%[-0^#]?[FDdejx]/u.test(format) &&
    /%[-0^#]?[HIklTRrXc]/u.test(format) &&
    !/%:*[zZs]|Z\W*$/u.test(format)
  );
}

/** Whether a time is as an input gave it: `input['at'].to_time`, or the time of now. */
function isUsersTime(node: Node, lambda: Lambda): boolean {
  let at: Node | null = node;
  while (at instanceof CallNode && /^(?:to_time|to_datetime)$/u.test(at.name)) at = at.receiver;
  if (!(at instanceof CallNode)) return false;
  if (at.receiver === null) return at.name === "now" && argumentsOf(at).length === 0;
  if (at.receiver instanceof ConstantReadNode)
    return /^(?:Time|DateTime)$/u.test(at.receiver.name) && at.name === "now";
  const isInput =
    at.receiver instanceof LocalVariableReadNode && at.receiver.name === lambda.parameters.required[1];
  return at.name === "[]" && isInput && (lambda.key === "execute" || lambda.key === "poll");
}
