import type { Lambda, Operation } from "../../connector/connector.ts";
import type { RuleContext } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  LocalVariableReadNode,
  type Node,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

/** Types and controls whose values cannot hold free text. */
const bounded = /^(?:integer|number|boolean|date|date_time|timestamp|select|multiselect|checkbox)$/u;

/** The key of an input placed in a text as it is: `#{input['key']}`, also with `to_s` or `strip`. */
export function inputKeyIn(part: Node, input: string | null): string | null {
  if (!(part instanceof EmbeddedStatementsNode) || input === null) return null;
  const [only, more] = part.statements?.body ?? [];
  return only && !more ? inputKey(only, input) : null;
}

export function inputKey(node: Node, input: string): string | null {
  let read = node;
  while (read instanceof CallNode && /^(?:to_s|strip|presence)$/u.test(read.name) && read.receiver) {
    read = read.receiver;
  }
  if (!(read instanceof CallNode) || read.name !== "[]") return null;
  if (!(read.receiver instanceof LocalVariableReadNode) || read.receiver.name !== input) return null;
  const [key, more] = argumentsOf(read);
  return !more && (key instanceof StringNode || key instanceof SymbolNode) ? key.unescaped.value : null;
}

/** The name of the parameter that holds the input of an operation; null in other lambdas. */
export function inputParameter(lambda: Lambda | null): string | null {
  if (lambda?.owner !== "action" && lambda?.owner !== "trigger") return null;
  return lambda.key === "execute" || lambda.key === "poll" ? (lambda.parameters.required[1] ?? null) : null;
}

/** Whether the user can surely write any text into the field of the operation. */
export function isFreeText(context: RuleContext<never>, lambda: Lambda, key: string): boolean {
  const { actions, triggers } = context.connector;
  const operation: Operation | undefined = (lambda.owner === "action" ? actions : triggers).get(
    lambda.ownerName,
  );
  const fields = [...(operation?.inputFields.fields ?? []), ...(operation?.configFields.fields ?? [])];
  const same = fields.filter((field) => field.name === key);
  return (
    same.length > 0 &&
    same.every((field) => {
      const kinds = [field.text("type") ?? "", field.text("control_type") ?? ""];
      return field.closed && (field.toggle !== undefined || !kinds.some((kind) => bounded.test(kind)));
    })
  );
}
