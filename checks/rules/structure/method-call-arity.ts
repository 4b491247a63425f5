import type { Parameters } from "../../connector/lambda.ts";
import { textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  BlockArgumentNode,
  type CallNode,
  ForwardingArgumentsNode,
  KeywordHashNode,
  type Node,
  SplatNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

export const methodCallArity = defineRule({
  id: "structure/method-call-arity",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Passes as many arguments to a method as it takes.",
    why: "Unlike the platform, which drops surplus arguments, `call` raises an exception for them.",
    remedy: "Pass what the method's lambda declares, or give its parameters defaults.",
    sources: [pages.methods, pages.gem],
  },
  messages: {
    arguments: (name: string, given: string, takes: string) =>
      `\`${name}\` takes ${takes}, but this call passes ${given}.`,
    keyword: (name: string, keyword: string) =>
      `\`${name}\` needs the keyword \`${keyword}:\`, which is missing.`,
  },
  examples: {
    bad: [
      {
        name: "too many arguments",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1, 2) } } },
                                                ^^^^^^^^^^^^^^^^^^ arguments
            methods: { page: ->(number) { number } }
          }
        `,
      },
      {
        name: "a missing keyword",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call(:page, size: 2) } } },
                                                ^^^^^^^^^^^^^^^^^^^^ keyword
            methods: { page: ->(number:, size: 10) { number } }
          }
        `,
      },
    ],
    good: [
      {
        name: "as many as it takes",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call('page', 1); call('page', 1, 2); call('sum', 1, 2, 3) } } },
            methods: { page: ->(number, size = 10) { number }, sum: ->(*all) { all } }
          }
        `,
      },
      {
        name: "a hash without braces as the last argument",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call('page', id: 1, size: 2) } } },
            methods: { page: ->(options) { options } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    methodCall(call) {
      const name = textOf(call.name);
      const lambda = name === null ? undefined : context.connector.methods.get(name)?.lambda;
      if (name === null || !lambda?.value.strict || lambda.parameters.rest) return;
      const given = positionalArguments(call.node);
      if (!given) return;
      const { parameters } = lambda;
      const method = context.connector.methods.get(name)!;
      const related = [{ span: method.span, message: `The method \`${name}\`.` }];
      const last = given.at(-1);
      const keywords = takesKeywords(parameters) && last instanceof KeywordHashNode ? last : null;
      // Ruby 2.7 also takes a hash that comes last for keywords.
      if (takesKeywords(parameters) && !keywords && given.length > 0) return;
      const count = given.length - (keywords ? 1 : 0);
      const { required, optional } = parameters;
      if (count < required.length || count > required.length + optional.length) {
        const takes = countOf(required.length, required.length + optional.length);
        context.report("arguments", call, [name, String(count), takes], { related });
        return;
      }
      const missing = missingKeyword(parameters, keywords);
      if (missing) context.report("keyword", call, [name, missing], { related });
    },
  }),
});

/** The arguments after the name; null where their number is not known. */
function positionalArguments(call: CallNode): readonly Node[] | null {
  const [, ...given] = argumentsOf(call);
  const isOpen =
    call.block instanceof BlockArgumentNode ||
    given.some((node) => node instanceof SplatNode || node instanceof ForwardingArgumentsNode) ||
    given.some((node) => node instanceof KeywordHashNode && !node.elements.every(isPair));
  return isOpen ? null : given;
}

function isPair(node: Node): node is AssocNode {
  return node instanceof AssocNode;
}

function takesKeywords(parameters: Parameters): boolean {
  const { requiredKeywords, optionalKeywords, keywordRest } = parameters;
  return requiredKeywords.length > 0 || optionalKeywords.length > 0 || keywordRest;
}

function missingKeyword(parameters: Parameters, given: KeywordHashNode | null): string | undefined {
  const names = new Set<string>();
  for (const pair of given?.elements.filter(isPair) ?? []) {
    if (!(pair.key instanceof SymbolNode)) return undefined;
    names.add(pair.key.unescaped);
  }
  return parameters.requiredKeywords.find((keyword) => !names.has(keyword));
}

function countOf(least: number, most: number): string {
  const plural = most === 1 ? "argument" : "arguments";
  return least === most ? `${least} ${plural}` : `${least} to ${most} ${plural}`;
}
