import type { CallFact } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

const secretKey = /(?:password|passphrase|secret|token|api_?key|access_key|private_key)$/iu;

export const credentialOutput = defineRule({
  id: "security/credential-output",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Keeps credentials out of messages.",
    why: "Job reports, the console and mails about errors show them to people without access to the connection.",
    remedy: "Name what failed, without the credentials.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: { credential: (call: string) => `\`${call}\` shows credentials of the connection.` },
  examples: {
    bad: [
      {
        name: "the whole connection",
        source: ruby`
          { test: lambda { |connection| error("Failed with #{connection}") } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `,
      },
      {
        name: "a key",
        source: ruby`
          { test: lambda { |connection| puts connection['api_key'] } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `,
      },
    ],
    good: [
      {
        name: "a subdomain",
        source: ruby`{ test: lambda { |connection| error("Failed for #{connection['subdomain']}") } }`,
      },
    ],
  },
  create: (context) => {
    const listen = (call: CallFact): void => {
      if (!argumentsOf(call.node).some(showsCredential)) return;
      context.report("credential", { span: spanOf(call.node), path: call.lambda?.path ?? null }, [
        call.node.name,
      ]);
    };
    return { bareCall: { error: listen, raise: listen, puts: listen, p: listen, pp: listen, print: listen } };
  },
});

function showsCredential(node: Node): boolean {
  if (node instanceof LocalVariableReadNode) return node.name === "connection";
  if (node instanceof InterpolatedStringNode) return node.parts.some(showsCredential);
  if (node instanceof EmbeddedStatementsNode) return node.statements?.body.some(showsCredential) ?? false;
  if (!(node instanceof CallNode)) return false;
  const { receiver, name } = node;
  if (!(receiver instanceof LocalVariableReadNode) || receiver.name !== "connection") return false;
  if (["to_s", "inspect", "to_json"].includes(name)) return true;
  const [key] = argumentsOf(node);
  const isRead = name === "[]" || name === "dig";
  return (
    isRead && (key instanceof StringNode || key instanceof SymbolNode) && secretKey.test(key.unescaped.value)
  );
}
