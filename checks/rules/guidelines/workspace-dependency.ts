import type { CallFact } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const workspaceDependency = defineRule({
  id: "guidelines/workspace-dependency",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Depends on nothing of the author's workspace.",
    why: "Account properties, lookup tables and workspace schemas are empty in everybody else's workspace.",
    remedy: "Ask for the value in a connection field or an input field.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/quickstart/sharing.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/ruby_methods.html",
    ],
  },
  messages: {
    workspace: (name: string) => `\`${name}\` reads from the workspace that the connector runs in.`,
  },
  examples: {
    bad: [
      {
        name: "an account property",
        source: ruby`
          { test: lambda { |_connection| get('/me', key: account_property('acme_key')) } }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workspace
        `,
      },
    ],
    good: [
      {
        name: "a connection field",
        source: ruby`{ test: lambda { |connection| get('/me', key: connection['key']) } }`,
      },
      { name: "a method of that name on something", source: ruby`{ test: lambda { |c| c.lookup('key') } }` },
    ],
  },
  create: (context) => {
    const listen = (call: CallFact): void => {
      if (call.node.isVariableCall()) return;
      context.report("workspace", { span: spanOf(call.node), path: call.lambda?.path ?? null }, [
        call.node.name,
      ]);
    };
    return {
      bareCall: { account_property: listen, lookup: listen, lookup_table: listen, workato_schema: listen },
    };
  },
});
