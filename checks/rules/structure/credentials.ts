import type { Connector } from "../../connector/connector.ts";
import type { FieldList } from "../../connector/fields.ts";
import { positionalNames } from "../../connector/lambda.ts";
import { argumentsFor } from "../../connector/sdk-keys.ts";
import {
  argumentsOf,
  callableOf,
  CallNode,
  childrenOf,
  literalText,
  LocalVariableReadNode,
  type Node,
} from "../../ruby/nodes.ts";
import { isSecretName } from "../../secrets/secret-names.ts";

/** The names of the fields that ask for something to sign requests with. */
export function credentialsIn({ fields }: FieldList): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of fields) {
    const isSecret = field.text("control_type") === "password" || isSecretName(field.name ?? "");
    if (field.name !== null && isSecret) names.add(field.name);
  }
  return names;
}

/**
 * Whether code other than the authorization reads a credential of the connection, or passes the whole connection on:
 * it may sign its requests itself, as is usual for signatures of AWS.
 */
export function signsItself({ lambdas }: Connector, credentials: ReadonlySet<string>): boolean {
  return lambdas.some((lambda) => {
    if (lambda.owner === "authorization") return false;
    const at = lambda.owner === "pickList" ? 0 : (argumentsFor(lambda)?.indexOf("connection") ?? -1);
    const name = positionalNames(lambda.parameters)[at];
    const body = callableOf(lambda.value.node)?.body;
    return Boolean(name && body && readsCredential(body, name, credentials));
  });
}

function readsCredential(body: Node, connection: string, credentials: ReadonlySet<string>): boolean {
  const open: [node: Node, parent: Node | null][] = [[body, null]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    if (node instanceof LocalVariableReadNode && node.name === connection) {
      const key = parent instanceof CallNode && parent.receiver === node ? keyOf(parent) : null;
      if (key === null || credentials.has(key) || isSecretName(key)) return true;
    }
    for (const child of childrenOf(node)) open.push([child, node]);
  }
  return false;
}

/** The key that is looked up in a hash; null where it is something else, or not known. */
function keyOf(call: CallNode): string | null {
  const [key] = argumentsOf(call);
  if (call.name !== "[]" && call.name !== "dig" && call.name !== "fetch") return null;
  return literalText(key);
}
