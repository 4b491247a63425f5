import { region } from "../regions.ts";
import {
  ClassNode,
  ConstantOrWriteNode,
  ConstantPathNode,
  ConstantReadNode,
  ConstantWriteNode,
  DefinedNode,
  DefNode,
  ModuleNode,
  type Node,
  SelfNode,
  SingletonClassNode,
  StatementsNode,
} from "../../ruby/nodes.ts";
import { choice, nil, symbol, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { createFrame } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { createScope } from "./scope.ts";
import { conditionalWrite } from "./slots.ts";

export const constantHandlers: readonly [unknown, Handler][] = [
  on(ConstantReadNode, (node, context) => readConstant(node, node.name, context)),
  on(ConstantPathNode, (node, context) => {
    const path = pathOf(node);
    return path === null ? context.evaluator.surprise(node) : readConstant(node, path, context);
  }),
  on(ConstantWriteNode, (node, context) => {
    const value = context.evaluator.evaluate(node.value, context);
    setConstant(node.name, value, context);
    return value;
  }),
  on(ConstantOrWriteNode, (node, context) => {
    const { evaluator, scope } = context;
    const read = () => evaluator.surroundings.constant(scope.namespace + node.name) ?? nil();
    const write = (value: Value) => setConstant(node.name, value, context);
    return conditionalWrite(node, { read, write }, context, false);
  }),
  on(ModuleNode, moduleBody),
  on(ClassNode, moduleBody),
  on(SingletonClassNode, (node, context) => {
    const isOwn = node.expression instanceof SelfNode;
    for (const one of isOwn && node.body instanceof StatementsNode ? node.body.body : [])
      if (one instanceof DefNode && !one.receiver) define(one, context);
    return nil(node);
  }),
  on(DefNode, (node, context) => {
    const isOfModule = node.receiver instanceof SelfNode;
    if (isOfModule || (node.receiver === null && context.scope.namespace === "")) define(node, context);
    return symbol(node.name);
  }),
  on(SelfNode, (node) => unknown(node)),
  on(DefinedNode, (node) => unknown(node)),
];

/** The core classes that values can be asked about. */
const classes = new Set([
  "Array",
  "BigDecimal",
  "Comparable",
  "Date",
  "DateTime",
  "Enumerable",
  "FalseClass",
  "Float",
  "Hash",
  "Integer",
  "JSON",
  "NilClass",
  "Numeric",
  "Object",
  "Proc",
  "Range",
  "Rational",
  "Regexp",
  "Set",
  "String",
  "Symbol",
  "Time",
  "TrueClass",
]);

/** Functions and constants share one table; their names do not clash, save in very odd code. */
function define(node: DefNode, { evaluator, scope: { namespace } }: Context): void {
  evaluator.surroundings.setConstant(namespace + node.name, { kind: "function", node, namespace });
}

/** Sets a constant. Where that is only perhaps done, and it is read all the same, it was, unless there was one before. */
export function setConstant(name: string, value: Value, { evaluator, scope }: Context): void {
  const { surroundings } = evaluator;
  const path = scope.namespace + name;
  const before = evaluator.isTentative() ? surroundings.constant(path) : null;
  surroundings.setConstant(path, before ? choice([before, value]) : value);
}

function readConstant(node: Node, name: string, context: Context): Value {
  const value = findConstant(name, context);
  if (value) return value;
  return classes.has(name) ? { kind: "class", name, node } : unknown(node);
}

/** What a name stands for in the modules around the code, or outside of them; null where that is not known. */
export function findConstant(name: string, { evaluator, scope }: Context): Value | null {
  for (let prefix = scope.namespace; ; prefix = outerOf(prefix)) {
    const value = evaluator.surroundings.constant(prefix + name);
    if (value || prefix === "") return value;
  }
}

/** `Texts::` for `Texts::Forms::`. */
function outerOf(namespace: string): string {
  const path = namespace.slice(0, -2);
  return path.includes("::") ? path.slice(0, path.lastIndexOf("::") + 2) : "";
}

function pathOf(node: Node): string | null {
  if (node instanceof ConstantReadNode) return node.name;
  if (!(node instanceof ConstantPathNode) || node.name === null) return null;
  if (node.parent === null) return node.name;
  const parent = pathOf(node.parent);
  return parent === null ? null : `${parent}::${node.name}`;
}

function moduleBody(node: ModuleNode | ClassNode, context: Context): Value {
  const path = pathOf(node.constantPath);
  if (path === null || !node.body) return nil(node);
  const { evaluator, scope } = context;
  evaluator.surroundings.setConstant(scope.namespace + path, {
    kind: "class",
    name: scope.namespace + path,
    node,
  });
  const inner = createScope(null, true, `${scope.namespace}${path}::`);
  return evaluator.evaluate(node.body, {
    evaluator,
    scope: inner,
    frame: createFrame("lambda", null, region()),
  });
}
