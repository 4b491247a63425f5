import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  CallNode,
  IntegerNode,
  KeywordHashNode,
  type Node,
  spanOf,
  SymbolNode,
} from "../../ruby/nodes.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/wait-for-resume-actions.html */
const mostDays = 60;

const days: Readonly<Record<string, number>> = {
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
        if (!(only instanceof KeywordHashNode)) return;
        for (const pair of only.elements) {
          if (!(pair instanceof AssocNode && pair.key instanceof SymbolNode)) continue;
          if (pair.key.unescaped.value !== "expires_at" || daysOf(pair.value) <= mostDays) continue;
          context.report("long", { span: spanOf(pair.value), path: lambda?.path ?? null }, []);
        }
      },
    },
  }),
});

/** How long `90.days.from_now` is; 0 where that is not known. */
function daysOf(node: Node): number {
  if (!(node instanceof CallNode && /^(?:from_now|since)$/u.test(node.name))) return 0;
  // With a time, it counts from there.
  if (argumentsOf(node).length > 0) return 0;
  const duration = node.receiver;
  if (!(duration instanceof CallNode && duration.receiver instanceof IntegerNode)) return 0;
  return Object.hasOwn(days, duration.name) ? duration.receiver.value * days[duration.name]! : 0;
}
