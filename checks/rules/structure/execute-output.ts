import type { NodeFact } from "../../connector/walk.ts";
import { isRequestChain } from "../../connector/request-chain.ts";
import type { Value } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { callableOf, HashNode, NextNode, type Node, ReturnNode } from "../../ruby/nodes.ts";
import { lastNodes, makesList, wrongResults } from "./returned-nodes.ts";

export const executeOutput = defineRule({
  id: "structure/execute-output",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Returns a hash from `execute`.",
    why: "The output is matched with the output fields by key, which an array or a string does not have.",
    remedy: "Wrap the result, such as `{ items: get('/items') }`, and name the key in `output_fields`.",
    sources: [pages.actions],
  },
  messages: {
    literal: (kind: string) => `\`execute\` returns ${kind}, not a hash.`,
    computed: (kind: string) => `The result of \`execute\` is ${kind} that it works out, not a hash.`,
  },
  examples: {
    bad: [
      {
        name: "an array",
        source: ruby`
          { actions: { a: { execute: ->(_c, _i) { [get('/items')] } } } }
                                                  ^^^^^^^^^^^^^^^ literal
        `,
      },
      {
        name: "an array that a method of arrays gives",
        source: ruby`
          { actions: { a: { execute: ->(_c, i) { %w[a b].map { |key| i[key] } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
        `,
      },
      {
        name: "a list made of what the API gave, and a text with a part of it",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, i) { get('/items', i)['items'].map { |item| item['id'] } } },
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
              b: { execute: ->(_c, i) { "Item #{post('/items', i)['id']}" } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a hash, a response, and a list that is wrapped",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, _i) { { items: [get('/a')] } } },
              b: { execute: ->(_c, _i) { get('/b') } },
              c: { execute: ->(_c, _i) { nil } }
            }
          }
        `,
      },
      {
        name: "a list that is looked at before it is returned",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, i) { list = call('list', i); list.is_a?(Array) ? { items: list } : list } },
              b: { execute: ->(_c, i) { list = call('list', i); list = { items: list } if list.is_a?(Array); list } },
              c: {
                execute: lambda do |_c, i|
                  response = ''
                  case i['by']
                  when 'id' then response = get('/id')
                  when 'name' then response = get('/name')
                  end
                  response
                end
              }
            },
            methods: { list: ->(i) { i['all'] ? [1, 2] : { id: 1 } } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const early = new Set<string>();
    const noteEarly = ({ lambda }: NodeFact): void => {
      if (lambda) early.add(lambda.path);
    };
    return {
      node: [onNode(ReturnNode, noteEarly), onNode(NextNode, noteEarly)],
      action(action) {
        const execute = action.lambda("execute");
        if (!execute) return;
        const callable = callableOf(execute.value.node)!;
        // Most lambdas give a hash, or the response to a request, and there is no need to follow them.
        if (!early.has(execute.path) && [...lastNodes(callable)].every(isPlain)) return;
        for (const { kind, place, isLiteral, isSure } of wrongResults(execute, isWrong)) {
          const what = kind === "string" || kind === "template" ? "a string" : "an array";
          context.report(
            isLiteral ? "literal" : "computed",
            place,
            [what],
            isLiteral && isSure ? {} : { severity: "warning" },
          );
        }
      },
    };
  },
});

/** Whether an expression is a hash, or what is known of it hangs on the response to a request. */
function isPlain(node: Node): boolean {
  if (node instanceof HashNode) return true;
  if (makesList(node)) return false;
  return isRequestChain(node);
}

function isWrong({ kind, node }: Value): boolean {
  if (kind === "unknown") return makesList(node);
  return kind === "array" || kind === "string" || kind === "template";
}
