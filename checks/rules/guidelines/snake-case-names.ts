import type { Place } from "../../connector/dsl-hash.ts";
import type { Named } from "../../connector/connector.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import type { Severity } from "../../engine/finding.ts";
import type { NodeFact } from "../../connector/walk.ts";
import {
  LocalVariableOrWriteNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  type Node,
  OptionalKeywordParameterNode,
  OptionalParameterNode,
  RequiredKeywordParameterNode,
  RequiredParameterNode,
  spanOf,
} from "../../ruby/nodes.ts";
import type { Span } from "../../ruby/source.ts";

export const snakeCaseNames = defineRule({
  id: "guidelines/snake-case-names",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes names in snake_case.",
    why: "Names in one style are easier to find, and the name of an operation is its title where there is no other.",
    remedy:
      "Rename methods, pick lists and variables with all their uses; leave the names of released actions and triggers, which recipes hold on to.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    entry: (kind: string, name: string) => `The name of the ${kind} \`${name}\` is not in snake_case.`,
    variable: (name: string) => `The variable \`${name}\` is not in snake_case.`,
  },
  examples: {
    bad: [
      {
        name: "an action in camel case",
        source: ruby`
          { actions: { createLead: { execute: lambda { |_c, input| post('/leads', input) } } } }
                       ^^^^^^^^^^^ entry
        `,
      },
      {
        name: "variables that are set in other ways",
        source: ruby`
          {
            methods: {
              split: lambda do |name|
                firstName, lastName = name.split(' ')
                ^^^^^^^^^ variable
                           ^^^^^^^^ variable
                { first: firstName, last: lastName }
              rescue StandardError => apiError
                                      ^^^^^^^^ variable
                error(apiError.message)
              end
            }
          }
        `,
      },
      {
        name: "a variable in camel case that is written twice",
        source: ruby`
          {
            methods: {
              total: lambda do |rows|
                rowCount = rows.size
                ^^^^^^^^ variable
                rowCount = 0 if rows.blank?
                rowCount
              end
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "names in snake_case",
        source: ruby`{ methods: { to_v2_id: lambda { |raw_id| next_id = raw_id; next_id } } }`,
      },
      {
        name: "the API's own names of custom objects",
        source: ruby`{ pick_lists: { invoice__c: lambda { |_connection| [] }, Account__c: lambda { |_connection| [] } } }`,
      },
    ],
  },
  create: (context) => {
    const variables = new Map<string, Place>();
    const name = ({ node, lambda }: NodeFact<Node & { readonly name: string }>, span?: Span): void => {
      if (isSnakeCase(node.name) || variables.has(node.name)) return;
      variables.set(node.name, { span: span ?? spanOf(node), path: lambda?.path ?? null });
    };
    const entry = (kind: string, severity: Severity = "warning") => {
      return (named: Named): void => {
        if (isSnakeCase(named.name)) return;
        context.report("entry", named, [kind, named.name], { severity });
      };
    };
    return {
      action: entry("action"),
      trigger: entry("trigger"),
      method: entry("method"),
      pickList: entry("pick list"),
      // These often are named after the objects of the API.
      objectDefinition: entry("object definition", "notice"),
      node: [
        onNode(LocalVariableWriteNode, (fact) => name(fact, fact.node.nameLoc)),
        onNode(LocalVariableOrWriteNode, (fact) => name(fact, fact.node.nameLoc)),
        // In `first, last = …`, and in `rescue => e`.
        onNode(LocalVariableTargetNode, (fact) => name(fact)),
        onNode(RequiredParameterNode, (fact) => name(fact)),
        onNode(OptionalParameterNode, (fact) => name(fact, fact.node.nameLoc)),
        onNode(RequiredKeywordParameterNode, (fact) => name(fact, fact.node.nameLoc)),
        onNode(OptionalKeywordParameterNode, (fact) => name(fact, fact.node.nameLoc)),
      ],
      end() {
        for (const [name, place] of variables) context.report("variable", place, [name]);
      },
    };
  },
});

function isSnakeCase(name: string): boolean {
  return !/[A-Z\s-]/u.test(name) || /^\w+__c$/u.test(name);
}
