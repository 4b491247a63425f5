import type { Lambda } from "../../connector/connector.ts";
import {
  AndNode,
  argumentsOf,
  ArrayNode,
  AssocNode,
  CallNode,
  CaseMatchNode,
  CaseNode,
  childrenOf,
  HashNode,
  IfNode,
  literalText,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  nodesIn,
  OrNode,
  ParenthesesNode,
  RangeNode,
  spanOf,
  StatementsNode,
  StringNode,
  UnlessNode,
} from "../../ruby/nodes.ts";
import { addTo } from "../../groups.ts";
import { isInside } from "../../ruby/source.ts";

/** Entries of an answer that say whether a job is over, by their being there or being true. */
const progress =
  /(?:done|completed?|finished|ready|pending|running|processing|in_?progress|queued|(?:file|report|result|download)_?url)$/iu;

/** Whether a call depends on nothing but words in answers of the application, such as the state of a job. */
export function waitsForAnswer(call: CallNode, lambda: Lambda): boolean {
  const conditions: Node[] = [];
  const variables = new Map<string, Node[]>();
  let hasRange = false;
  const span = spanOf(call);
  for (const node of nodesIn(lambda.value.node)) {
    hasRange ||= node instanceof RangeNode;
    if (node instanceof LocalVariableWriteNode) addTo(variables, node.name, node.value);
    if (!isInside(span, spanOf(node))) continue;
    if (node instanceof IfNode || node instanceof UnlessNode) conditions.push(node.predicate);
    else if (node instanceof CaseNode || node instanceof CaseMatchNode || node instanceof AndNode)
      conditions.push(node);
  }
  // Which step it is, is no condition for the end of the last one.
  const waits = conditions.filter((node) => !isWhetherContinued(node, lambda));
  const isWait = (node: Node) =>
    comparesAnswer(node, variables) || (keepsJob(call) && saysWhetherDone(node, variables));
  return !hasRange && waits.length > 0 && waits.every(isWait);
}

/** `continue.present?`, or the same of an entry of it. */
function isWhetherContinued(node: Node, lambda: Lambda): boolean {
  let read = node;
  while (
    read instanceof CallNode &&
    read.receiver &&
    /^(?:\[\]|!|blank\?|present\?|nil\?|empty\?)$/u.test(read.name)
  )
    read = read.receiver;
  return read instanceof LocalVariableReadNode && read.name === lambda.parameters.required[4];
}

/** `job['state'] == 'running'`, also not, and several of them. */
function comparesAnswer(node: Node, variables: ReadonlyMap<string, readonly Node[]>): boolean {
  if (node instanceof OrNode)
    return comparesAnswer(node.left, variables) && comparesAnswer(node.right, variables);
  if (node instanceof ParenthesesNode) {
    const [only, more] = childrenOf(node).flatMap((child) => childrenOf(child));
    return only !== undefined && !more && comparesAnswer(only, variables);
  }
  if (!(node instanceof CallNode) || !node.receiver) return false;
  const [other] = argumentsOf(node);
  if (node.name === "!") return comparesAnswer(node.receiver, variables);
  if (node.name === "==" || node.name === "!=")
    return other instanceof StringNode && isAnswer(node.receiver, variables);
  if (node.name === "include?" && other instanceof StringNode) return isAnswer(node.receiver, variables);
  return (
    node.name === "include?" && node.receiver instanceof ArrayNode && !!other && isAnswer(other, variables)
  );
}

/** Whether the next step is given nothing but which job it is about, so that it asks for the same again. */
function keepsJob(call: CallNode): boolean {
  const pairs = nodesIn(call).filter((node) => node instanceof AssocNode);
  const state = pairs.find(({ key }) => literalText(key) === "continue")?.value;
  if (!(state instanceof HashNode)) return false;
  return state.elements.every(
    (pair) =>
      pair instanceof AssocNode && /(?:^|_)(?:id|job|state|status)$/iu.test(literalText(pair.key) ?? ""),
  );
}

/** `job['done']`, `!job['running']` or `job['file_url'].blank?`: an answer by which a job is over or not. */
function saysWhetherDone(node: Node, variables: ReadonlyMap<string, readonly Node[]>): boolean {
  if (!(node instanceof CallNode) || !node.receiver) return false;
  if (/^(?:!|blank\?|present\?|nil\?)$/u.test(node.name)) return saysWhetherDone(node.receiver, variables);
  const key = node.name === "[]" ? literalText(argumentsOf(node)[0]) : null;
  return key !== null && progress.test(key) && isAnswer(node.receiver, variables);
}

/** Whether a value is read from what a request, or a method, returns. */
function isAnswer(node: Node, variables: ReadonlyMap<string, readonly Node[]>, depth = 0): boolean {
  if (depth > 5) return false;
  if (node instanceof CallNode && node.receiver) return isAnswer(node.receiver, variables, depth);
  if (node instanceof CallNode) return /^(?:get|post|put|patch|delete|call)$/u.test(node.name);
  if (node instanceof IfNode) {
    const branches = [node.statements, node.subsequent].map((branch) => branch && childrenOf(branch).at(-1));
    return branches.every((branch) => {
      const last = branch instanceof StatementsNode ? branch.body.at(-1) : branch;
      return !!last && isAnswer(last, variables, depth + 1);
    });
  }
  const values = node instanceof LocalVariableReadNode ? (variables.get(node.name) ?? []) : [];
  return values.length > 0 && values.every((value) => isAnswer(value, variables, depth + 1));
}
