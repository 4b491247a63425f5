import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  IntegerNode,
  KeywordHashNode,
  type Node,
  spanOf,
  SplatNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

/** The platform waits at least this long: https://docs.workato.com/en/developing-connectors/sdk/limits.html */
const leastSeconds = 60;

export const reinvokeArguments = defineRule({
  id: "structure/reinvoke-arguments",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Passes `seconds:` and `continue:` to `reinvoke_after`.",
    why: "Both keywords are mandatory; without one of them the call raises an exception.",
    remedy: "Write `reinvoke_after(seconds: 60, continue: { ... })`.",
    sources: [pages.multistepActions, pages.gem],
  },
  messages: {
    missing: (keyword: string) => `\`reinvoke_after\` lacks \`${keyword}:\`.`,
    trigger: () => "`reinvoke_after` is for actions, and a trigger has nothing to go on with.",
    positional: () => "`reinvoke_after` takes keywords only.",
    short: (seconds: number) => `\`reinvoke_after\` waits at least 60 seconds, not ${seconds}.`,
  },
  examples: {
    bad: [
      {
        name: "no continue",
        source: ruby`
          { actions: { a: { execute: ->(_c, _i, _eis, _eos, _continue) { reinvoke_after(seconds: 60) } } } }
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "positional arguments, and a short time",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, _i) { reinvoke_after(60, { step: 1 }) } },
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ positional
              b: { execute: ->(_c, _i) { reinvoke_after(seconds: 5, continue: {}) } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ short
            }
          }
        `,
      },
      {
        name: "a wait in a trigger",
        source: ruby`
          {
            triggers: {
              new_report: {
                poll: lambda do |_connection, _input, closure|
                  report = get('/report')
                  reinvoke_after(seconds: 120, continue: closure) unless report['ready']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trigger
                  { events: report['rows'], next_poll: report['id'], can_poll_more: false }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "both keywords",
        source: ruby`
          { actions: { a: { execute: ->(_c, _i) { reinvoke_after(seconds: 60, continue: { step: 1 }) } } } }
        `,
      },
      {
        name: "keywords from elsewhere",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, _i) { reinvoke_after(**all) } },
              b: { execute: ->(_c, i) { reinvoke_after(*i['wait'], continue: {}) } },
              c: { execute: ->(_c, i) { reinvoke_after({ seconds: 60, continue: {} }) } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    bareCall: {
      reinvoke_after({ node, lambda }) {
        const given = argumentsOf(node);
        const [only] = given;
        const place = { span: spanOf(node), path: lambda?.path ?? null };
        if (lambda?.owner === "trigger") context.report("trigger", place, [], { severity: "warning" });
        if (given.some((argument) => argument instanceof SplatNode)) return;
        if (given.length > 1) {
          context.report("positional", place, []);
          return;
        }
        if (only && !(only instanceof KeywordHashNode)) return;
        const keywords = keywordsOf(only?.elements ?? []);
        if (!keywords) return;
        for (const keyword of ["seconds", "continue"]) {
          if (!keywords.has(keyword)) context.report("missing", place, [keyword]);
        }
        const seconds = keywords.get("seconds");
        if (seconds instanceof IntegerNode && seconds.value < leastSeconds) {
          context.report("short", place, [seconds.value], { severity: "notice" });
        }
      },
    },
  }),
});

/** The values of keywords by name; null where not all are known. */
function keywordsOf(elements: readonly Node[]): ReadonlyMap<string, Node> | null {
  const found = new Map<string, Node>();
  for (const element of elements) {
    if (!(element instanceof AssocNode && element.key instanceof SymbolNode)) return null;
    found.set(element.key.unescaped, element.value);
  }
  return found;
}
