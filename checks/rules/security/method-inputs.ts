import type { Lambda, MethodCall } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";
import { type NodeListener, onCall, onNode } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
} from "../../ruby/nodes.ts";
import { changingCalls, checkingCalls, inputParameter, keyRead, withoutHarmless } from "./input-values.ts";
import { addTo } from "../../groups.ts";

/** An entry of what was passed to a method, as it is read there. */
export interface ParameterRead {
  /** Which parameter of the method. */
  readonly index: number;
  readonly key: string;
}

/** Follows inputs into methods that get them whole: `call('find', input)` and `lambda { |input| input['id'] }`. */
export interface MethodInputs {
  readonly listeners: readonly NodeListener[];
  addCall(call: MethodCall): void;
  /** The entry of a parameter that a part of a text is, where the method does not look at it first. */
  readIn(part: Node, method: Lambda): ParameterRead | null;
  /** The lambdas of operations that surely pass their whole input for the parameter. */
  callersWithInput(method: Lambda, index: number): readonly Lambda[];
}

export function createMethodInputs(): MethodInputs {
  const checked = new Set<string>();
  const calls = new Map<string, MethodCall[]>();
  const idOf = (method: Lambda, { index, key }: ParameterRead): string => `${method.path} ${index} ${key}`;
  return {
    listeners: [
      // What is written over is no longer the input, whatever the key.
      onCall(["[]="], ({ node, lambda }) => {
        const index = lambda?.owner === "method" ? indexOf(node.receiver, lambda) : null;
        if (lambda && index !== null) checked.add(`${lambda.path} ${index}`);
      }),
      onCall([...checkingCalls, ...changingCalls], ({ node, lambda }) => {
        if (lambda?.owner !== "method") return;
        for (const side of [node.receiver, ...argumentsOf(node)]) {
          const read = side && parameterRead(side, lambda);
          if (read) checked.add(idOf(lambda, read));
        }
      }),
      onNode(LocalVariableWriteNode, ({ node, lambda }) => {
        if (lambda?.owner !== "method") return;
        const index = lambda.parameters.required.indexOf(node.name);
        if (index !== -1) checked.add(`${lambda.path} ${index}`);
      }),
    ],
    addCall(call) {
      const name = textOf(call.name);
      if (name === null || inputParameter(call.lambda) === null) return;
      addTo(calls, name, call);
    },
    readIn(part, method) {
      if (method.owner !== "method") return null;
      const [only, more] = part instanceof EmbeddedStatementsNode ? (part.statements?.body ?? []) : [part];
      const read = only && !more ? parameterRead(only, method) : null;
      if (!read || checked.has(`${method.path} ${read.index}`) || checked.has(idOf(method, read)))
        return null;
      return read;
    },
    callersWithInput(method, index) {
      return (calls.get(method.ownerName) ?? []).flatMap(({ node, lambda }) => {
        const given = argumentsOf(node)[index + 1];
        const isWhole = given instanceof LocalVariableReadNode && given.name === inputParameter(lambda);
        return lambda && isWhole ? [lambda] : [];
      });
    },
  };
}

function indexOf(node: Node | null, method: Lambda): number | null {
  if (!(node instanceof LocalVariableReadNode)) return null;
  const index = method.parameters.required.indexOf(node.name);
  return index === -1 ? null : index;
}

function parameterRead(node: Node, method: Lambda): ParameterRead | null {
  const read = withoutHarmless(node);
  const index = read instanceof CallNode ? indexOf(read.receiver, method) : null;
  if (index === null) return null;
  const key = keyRead(read, method.parameters.required[index]!);
  return key === null ? null : { index, key };
}
