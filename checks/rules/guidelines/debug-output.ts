import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { removeWithLines } from "../../engine/line-edits.ts";
import type { NodeFact } from "../../connector/walk.ts";
import {
  childrenOf,
  argumentsOf,
  CallNode,
  constantName,
  GlobalVariableReadNode,
  InterpolatedStringNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StatementsNode,
  StringNode,
} from "../../ruby/nodes.ts";

export const debugOutput = defineRule({
  id: "guidelines/debug-output",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Prints nothing with `puts`, `print`, `p` or `pp`.",
    why: "Only the console of the connector's developer shows what is printed, and it may hold customers' data.",
    remedy: "Remove the line before the release.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html",
    ],
  },
  messages: { output: (name: string) => `\`${name}\` prints to the console of the developer only.` },
  examples: {
    bad: [
      {
        name: "a value printed before a request",
        source: ruby`
          {
            test: lambda do |connection|
              puts connection
              ^^^^^^^^^^^^^^^ output
              get('/me')
            end
          }
        `,
        fixed: ruby`
          {
            test: lambda do |connection|
              get('/me')
            end
          }
        `,
      },
      {
        name: "a long text printed, which is not removed by itself",
        source: ruby`
          {
            test: lambda do |_connection|
              puts <<~TEXT
              ^^^^^^^^^^^^ output
                Asking Acme
              TEXT
              get('/me')
            end
          }
        `,
      },
      {
        name: "values printed by other ways to the console",
        source: ruby`
          {
            test: lambda do |_connection|
              $stdout.puts 'asking'
              ^^^^^^^^^^^^^^^^^^^^^ output
              Kernel.puts('asking')
              ^^^^^^^^^^^^^^^^^^^^^ output
              get('/me')
            end
          }
        `,
        fixed: ruby`
          {
            test: lambda do |_connection|
              get('/me')
            end
          }
        `,
      },
      {
        name: "the result of a lambda printed",
        source: ruby`
          {
            test: lambda { |_connection| pp get('/me') }
                                         ^^^^^^^^^^^^^ output
          }
        `,
      },
    ],
    good: [
      { name: "a variable named p", source: ruby`{ test: lambda { |p| get('/me').params(p) } }` },
      { name: "a method of something else", source: ruby`{ test: lambda { |c| c.print } }` },
    ],
  },
  create: (context) => {
    const listen = (call: NodeFact<CallNode>): void => {
      if (call.node.isVariableCall() && call.node.name === "p") return;
      const span = spanOf(call.node);
      const removable =
        call.usage === "void" &&
        call.parent instanceof StatementsNode &&
        call.parent.body.length > 1 &&
        argumentsOf(call.node).every(isRead) &&
        // The text of a heredoc stands below the call.
        !context.source.slice(span).includes("<<");
      context.report(
        "output",
        { span, path: call.lambda?.path ?? null },
        [call.node.name],
        removable
          ? { fix: { title: "Remove the output", edits: [removeWithLines(context.source, span)] } }
          : {},
      );
    };
    return {
      bareCall: { puts: listen, print: listen, p: listen, pp: listen, printf: listen },
      node: [
        onCall(["puts", "print", "p", "pp", "printf", "write"], (call) => {
          if (isConsole(call.node.receiver)) listen(call);
        }),
      ],
    };
  },
});

/** Whether what is printed on is the console: `$stdout.puts`, `Kernel.puts`. */
function isConsole(receiver: Node | null): boolean {
  if (receiver instanceof GlobalVariableReadNode) return /^\$std(?:out|err)$/u.test(receiver.name);
  return /^(?:Kernel|STDOUT|STDERR)$/u.test(constantName(receiver) ?? "");
}

/** Whether evaluating the node does nothing but read variables. */
function isRead(node: Node): boolean {
  if (node instanceof StringNode || node instanceof LocalVariableReadNode) return true;
  if (node instanceof InterpolatedStringNode) {
    return node.parts.every(
      (part) => !(part instanceof CallNode) && childrenOf(part).every(isReadOrStatements),
    );
  }
  return node instanceof CallNode && node.name === "[]" && node.receiver !== null && isRead(node.receiver);
}

function isReadOrStatements(node: Node): boolean {
  return node instanceof StatementsNode ? node.body.every(isRead) : isRead(node);
}
