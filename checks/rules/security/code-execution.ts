import type { CallFact } from "../../connector/walk.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  BlockNode,
  CallNode,
  constantName,
  IfNode,
  InterpolatedXStringNode,
  LambdaNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
  XStringNode,
} from "../../ruby/nodes.ts";
import { onConstantCall } from "./constant-calls.ts";

/** Methods of these constants that run, read or write something outside of the connector. */
const dangerous: Readonly<Record<string, RegExp>> = {
  File: /^(?:open|read|write|delete|unlink|new|readlines|foreach|rename|binread|binwrite)$/u,
  Dir: /^(?:glob|entries|children|mkdir|rmdir|delete|\[\]|each_child)$/u,
  IO: /^(?:popen|read|write|binread|binwrite|readlines|foreach|sysopen|open|pipe)$/u,
  Open3: /./u,
  Process: /^(?:spawn|fork|kill|exec|daemon)$/u,
  Kernel: /^(?:system|exec|spawn|eval|fork|open)$/u,
  Marshal: /^(?:load|restore)$/u,
  YAML: /^(?:load|unsafe_load|load_file)$/u,
  ENV: /./u,
};

const evaluating: readonly string[] = ["instance_eval", "class_eval", "module_eval"];
const sending: readonly string[] = ["send", "public_send", "__send__"];

export const codeExecution = defineRule({
  id: "security/code-execution",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Runs no code built at run time, no shell, and reads no files.",
    why: "Who controls the data that becomes code controls the connector and every account it is connected to.",
    remedy: "Choose between known cases with `case`, and parse data with `parse_json` or `parse_xml`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    code: (name: string) => `\`${name}\` runs code that is only put together when the connector runs.`,
    shell: (name: string) => `\`${name}\` starts a program outside of the connector.`,
    system: (name: string) => `\`${name}\` reaches beyond the connector into the system it runs on.`,
  },
  examples: {
    bad: [
      {
        name: "an input that is evaluated",
        source: ruby`
          { actions: { run: { execute: lambda { |_c, input| { result: eval(input['code']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^ code
        `,
      },
      {
        name: "a shell command",
        source: ruby`
          { actions: { run: { execute: lambda { |_c, input| { result: system('ls') } } } } }
                                                                      ^^^^^^^^^^^^ shell
        `,
      },
      {
        name: "a file that is read",
        source: ruby`
          { actions: { run: { execute: lambda { |_c, input| { result: File.read('/etc/hosts'), home: ::Dir.entries('.') } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ system
                                                                                                     ^^^^^^^^^^^^^^^^^^ system
        `,
      },
      {
        name: "a method chosen by the input",
        source: ruby`
          { actions: { run: { execute: lambda { |_c, input| { result: 'a'.send(input['m']) } } } } }
                                                                      ^^^^^^^^^^^^^^^^^^^^ code
        `,
      },
    ],
    good: [
      {
        name: "the name of a file",
        source: ruby`{ methods: { ext: lambda { |name| File.extname(name) } } }`,
      },
      {
        name: "a method chosen by the author",
        source: ruby`{ methods: { up: lambda { |v, down| [v.send(:upcase), v.send(down ? :downcase : :to_s)] } } }`,
      },
      {
        name: "a copy",
        source: ruby`{ methods: { copy: lambda { |rows| Marshal.load(Marshal.dump(rows)) } } }`,
      },
    ],
  },
  create: (context) => {
    const at = (call: CallFact) => ({ span: spanOf(call.node), path: call.lambda?.path ?? null });
    const code = (call: CallFact): void => {
      if (argumentsOf(call.node).length > 0) context.report("code", at(call), [call.node.name]);
    };
    const shell = (call: CallFact): void => {
      if (argumentsOf(call.node).length > 0) context.report("shell", at(call), [call.node.name]);
    };
    return {
      bareCall: {
        eval: code,
        instance_eval: code,
        class_eval: code,
        system: shell,
        exec: shell,
        spawn: shell,
      },
      node: [
        onNode(XStringNode, ({ node, lambda }) => {
          context.report("shell", { span: spanOf(node), path: lambda?.path ?? null }, ["%x"]);
        }),
        onNode(InterpolatedXStringNode, ({ node, lambda }) => {
          context.report("shell", { span: spanOf(node), path: lambda?.path ?? null }, ["%x"]);
        }),
        ...onConstantCall((node, lambda) => {
          const { receiver, name } = node;
          const constant = constantName(receiver) ?? "";
          if (!isDangerous(constant) || !dangerous[constant]!.test(name)) return;
          if (constant === "Marshal" && isDump(argumentsOf(node)[0])) return;
          const place = { span: spanOf(node), path: lambda?.path ?? null };
          context.report("system", place, [`${constant}.${name}`]);
        }),
        onCall([...evaluating, ...sending], ({ node, lambda }) => {
          if (!node.receiver || isDangerous(constantName(node.receiver) ?? "")) return;
          if (isComputedCode(node))
            context.report("code", { span: spanOf(node), path: lambda?.path ?? null }, [node.name]);
        }),
      ],
    };
  },
});

function isDangerous(constant: string): boolean {
  return Object.hasOwn(dangerous, constant);
}

/** `Marshal.dump(x)`, which `Marshal.load` makes a copy of. */
function isDump(node: Node | undefined): boolean {
  return node instanceof CallNode && node.name === "dump";
}

/** `x.send(name)` and the like where the name is not literal, and `instance_eval` of a text. */
function isComputedCode(node: CallNode): boolean {
  const [first] = argumentsOf(node);
  if (!first || node.block instanceof BlockNode || first instanceof LambdaNode) return false;
  if (evaluating.includes(node.name)) return true;
  return !(first instanceof SymbolNode || first instanceof StringNode || first instanceof IfNode);
}
