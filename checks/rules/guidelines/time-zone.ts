import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { argumentsOf, CallNode, ConstantReadNode, spanOf } from "../../ruby/nodes.ts";

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
  messages: { local: (call: string) => `The result of \`${call}\` depends on the zone of the server.` },
  examples: {
    bad: [
      {
        name: "the day of the server",
        source: ruby`
          { methods: { day: lambda { Date.today } } }
                                     ^^^^^^^^^^ local
        `,
      },
    ],
    good: [
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
