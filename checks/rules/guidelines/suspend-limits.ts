import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  CallNode,
  ConstantReadNode,
  HashNode,
  IntegerNode,
  KeywordHashNode,
  literalText,
  type Node,
  spanOf,
} from "../../ruby/nodes.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/wait-for-resume-actions.html */
const mostDays = 60;

const days: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  hours: 1 / 24,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  month: 30,
  months: 30,
  year: 365,
  years: 365,
};

export const suspendLimits = defineRule({
  id: "guidelines/suspend-limits",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Waits at most 60 days for an action to be resumed.",
    why: "The platform refuses to suspend a job for longer.",
    remedy: "Set `expires_at` to a time within the next 60 days.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/wait-for-resume-actions.html",
    ],
  },
  messages: { long: () => "A job can be suspended for at most 60 days." },
  examples: {
    bad: [
      {
        name: "ninety days",
        source: ruby`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 90.days.from_now) } } } }
                                                                                            ^^^^^^^^^^^^^^^^ long
        `,
      },
      {
        name: "ninety days in other words",
        source: ruby`
          {
            actions: {
              wait: { execute: lambda { |_c, _i| suspend('continue' => {}, 'expires_at' => Time.now + 90.days) } },
                                                                                           ^^^^^^^^^^^^^^^^^^ long
              wait_long: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 3.months.from_now.iso8601) } }
                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ long
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "sixty days",
        source: ruby`
          { actions: { wait: { execute: lambda { |_c, _i| suspend(continue: {}, expires_at: 60.days.from_now) } } } }
        `,
      },
      {
        name: "ninety days from a time of the user",
        source: ruby`
          { actions: { wait: { execute: lambda { |_c, i| suspend(continue: {}, expires_at: 90.days.since(i['start'])) } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    bareCall: {
      suspend({ node, lambda }) {
        const [only] = argumentsOf(node);
        if (!(only instanceof KeywordHashNode || only instanceof HashNode)) return;
        for (const pair of only.elements) {
          if (!(pair instanceof AssocNode) || literalText(pair.key) !== "expires_at") continue;
          if (daysOf(pair.value) <= mostDays) continue;
          context.report("long", { span: spanOf(pair.value), path: lambda?.path ?? null }, []);
        }
      },
    },
  }),
});

/** How many days from now `90.days.from_now`, or `now + 90.days`, is; 0 where that is not known. */
function daysOf(node: Node): number {
  // Another form of the same time.
  if (
    node instanceof CallNode &&
    node.receiver &&
    /^(?:utc|iso8601|to_time|in_time_zone|to_s)$/u.test(node.name)
  )
    return daysOf(node.receiver);
  if (node instanceof CallNode && node.name === "+" && isNow(node.receiver))
    return lengthOf(argumentsOf(node)[0] ?? null);
  if (!(node instanceof CallNode && /^(?:from_now|since)$/u.test(node.name))) return 0;
  // With a time, it counts from there.
  if (argumentsOf(node).length > 0) return 0;
  return lengthOf(node.receiver);
}

function isNow(node: Node | null): boolean {
  if (!(node instanceof CallNode) || !/^(?:now|today)$/u.test(node.name)) return false;
  return node.receiver === null || node.receiver instanceof ConstantReadNode;
}

/** The days of `90.days`. */
function lengthOf(duration: Node | null): number {
  if (!(duration instanceof CallNode && duration.receiver instanceof IntegerNode)) return 0;
  return Object.hasOwn(days, duration.name) ? duration.receiver.value * days[duration.name]! : 0;
}
