import type { Lambda, Operation } from "../../connector/connector.ts";
import type { Field } from "../../connector/fields.ts";
import type { NodeListener, RuleContext } from "../../engine/rule.ts";
import { onCall, onNode } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  CaseNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  isVariable,
  literalText,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  RequiredParameterNode,
  StringNode,
  SymbolNode,
  WhenNode,
} from "../../ruby/nodes.ts";

/** Types and controls whose values cannot hold free text. */
const bounded = /^(?:integer|number|boolean|date|date_time|timestamp|select|multiselect|tree|checkbox)$/u;
/** What changes nothing that matters in a path or a query. */
const harmless = /^(?:to_s|strip|presence|downcase|upcase|chomp|squish)$/u;
/** What takes entries out of a hash, or writes its keys in another way. */
const keeping =
  /^(?:compact|except|slice|select|reject|filter|dup|with_indifferent_access|deep_(?:symbolize|stringify)_keys)$/u;
/** What looks at a value: compares it, or looks it up. */
export const checkingCalls =
  "=~ !~ match? match include? in? exclude? key? scan start_with? starts_with? end_with? ends_with? == is_number? is_int? parse".split(
    " ",
  );
/** What changes a text in place, or may refuse it: a method of the connector. */
export const changingCalls = "gsub! sub! tr! delete! replace call".split(" ");
/** What changes the entries of a hash in place. */
const changingEntries = "merge! update deep_merge! transform_values! replace".split(" ");

/** What code does with the inputs of operations, as far as it shows in single expressions. */
export interface InputUses {
  readonly listeners: readonly NodeListener[];
  /** The key of an input placed in a text as it is: `#{input['key']}`, also with `to_s` or `strip`. */
  keyIn(part: Node, lambda: Lambda | null): string | null;
  /** The key of the input that an expression is, or that its variable was once set to. */
  keyOf(node: Node, lambda: Lambda | null): string | null;
  /** The parts of a text that is put together, also where a variable was once set to it; null for other expressions. */
  partsOf(node: Node, lambda: Lambda | null): readonly Node[] | null;
  /** The keys of inputs that become part of a path as they are, with that part of the address; fields of any kind. */
  rawInPath(address: Node, lambda: Lambda): readonly { readonly key: string; readonly part: Node }[];
  /** Whether the lambda looks at the input before it uses it. */
  isChecked(lambda: Lambda, key: string): boolean;
}

/** What is known of the input of one lambda. */
interface Seen {
  /** The keys that the lambda looks at before it uses them. */
  readonly checked: Set<string>;
  /** Whether the input is, from somewhere on, something else than what the user wrote. */
  isChanged: boolean;
  /** What local variables were set to. */
  readonly variables: Map<string, Variable>;
}

interface Variable {
  /** The key that it holds the value of; null where there is none, or several answers. */
  readonly key: string | null;
  /** The parts of the text that it is put together of; null where there are several texts. */
  readonly parts: readonly Node[] | null;
}

const anything: Variable = { key: null, parts: null };

/** Follows inputs through a connector's lambdas; complete once all nodes were told. */
export function createInputUses(): InputUses {
  /** By the path of the lambda; what stands outside of all lambdas has none. */
  const byLambda = new Map<string | undefined, Seen>();
  const seenIn = (lambda: Lambda | null): Seen => {
    let seen = byLambda.get(lambda?.path);
    if (!seen) {
      seen = { checked: new Set(), isChanged: false, variables: new Map() };
      byLambda.set(lambda?.path, seen);
    }
    return seen;
  };
  const keyOf = (node: Node, lambda: Lambda | null): string | null => {
    const input = inputParameter(lambda);
    if (!lambda || input === null) return null;
    const read = withoutHarmless(node);
    if (read instanceof LocalVariableReadNode) return seenIn(lambda).variables.get(read.name)?.key ?? null;
    return keyRead(read, input);
  };
  const keyIn = (part: Node, lambda: Lambda | null): string | null => {
    if (!(part instanceof EmbeddedStatementsNode)) return keyOf(part, lambda);
    const [only, more] = part.statements?.body ?? [];
    return only && !more ? keyOf(only, lambda) : null;
  };
  const partsOf = (node: Node, lambda: Lambda | null): readonly Node[] | null => {
    if (node instanceof LocalVariableReadNode) return seenIn(lambda).variables.get(node.name)?.parts ?? null;
    return joinedParts(node);
  };
  const isChecked = (lambda: Lambda, key: string): boolean => {
    const { isChanged, checked } = seenIn(lambda);
    return isChanged || checked.has(key);
  };
  const check = (node: Node | null | undefined, lambda: Lambda): void => {
    const key = node && keyOf(node, lambda);
    if (key) seenIn(lambda).checked.add(key);
  };
  return {
    listeners: [
      onNode(LocalVariableWriteNode, ({ node: { name, value }, lambda }) => {
        const seen = seenIn(lambda);
        const input = inputParameter(lambda);
        if (name === input && !isVariable(withoutFilters(value), input)) seen.isChanged = true;
        const isFirst = !seen.variables.has(name);
        seen.variables.set(
          name,
          isFirst ? { key: keyOf(value, lambda), parts: joinedParts(value) } : anything,
        );
      }),
      // A block's own variable of the same name is another one.
      onNode(RequiredParameterNode, ({ node: { name }, lambda }) => {
        const seen = seenIn(lambda);
        // The first is the lambda's own parameter.
        if (name === inputParameter(lambda) && seen.variables.has(name)) seen.isChanged = true;
        seen.variables.set(name, anything);
      }),
      // A new value takes the place of what the user wrote.
      onCall(["[]="], ({ node, lambda }) => {
        const input = inputParameter(lambda);
        const [key] = argumentsOf(node);
        if (!lambda || input === null || !isVariable(node.receiver, input)) return;
        const isText = key instanceof StringNode || key instanceof SymbolNode;
        if (isText) seenIn(lambda).checked.add(key.unescaped);
        else seenIn(lambda).isChanged = true;
      }),
      onCall(changingEntries, ({ node, lambda }) => {
        const input = inputParameter(lambda);
        if (input !== null && isVariable(node.receiver, input)) seenIn(lambda).isChanged = true;
      }),
      onCall(changingCalls, ({ node, lambda }) => {
        if (!lambda) return;
        check(node.receiver, lambda);
        if (node.name === "call") for (const argument of argumentsOf(node)) check(argument, lambda);
      }),
      onCall(checkingCalls, ({ node, lambda }) => {
        if (!lambda) return;
        for (const side of [node.receiver, ...argumentsOf(node)]) check(side, lambda);
      }),
      onNode(CaseNode, ({ node, lambda }) => {
        if (lambda && node.conditions.some((one) => one instanceof WhenNode)) check(node.predicate, lambda);
      }),
    ],
    keyIn,
    partsOf,
    rawInPath(address, lambda) {
      const raw: { key: string; part: Node }[] = [];
      for (const [index, part] of (partsOf(address, lambda) ?? []).entries()) {
        if (part instanceof StringNode && /[?#]/u.test(part.unescaped)) break;
        const key = keyIn(part, lambda);
        // At the start it is an address of its own, not a part of a path.
        if (key !== null && index > 0 && !isChecked(lambda, key)) raw.push({ key, part });
      }
      return raw;
    },
    keyOf,
    isChecked,
  };
}

/** The parts of `"a#{b}"`, of literals in a row, and of `'a' + b`. */
function joinedParts(node: Node): readonly Node[] | null {
  if (node instanceof InterpolatedStringNode) {
    return node.parts.flatMap((part) => joinedParts(part) ?? [part]);
  }
  if (!(node instanceof CallNode) || node.name !== "+" || !node.receiver) return null;
  const [right] = argumentsOf(node);
  if (!right) return null;
  const left = joinedParts(node.receiver) ?? [node.receiver];
  const parts = [...left, ...(joinedParts(right) ?? [right])];
  // Numbers and arrays are added as well.
  return parts.some((part) => part instanceof StringNode) ? parts : null;
}

export function withoutHarmless(node: Node): Node {
  let read = node;
  while (read instanceof CallNode && harmless.test(read.name) && read.receiver) read = read.receiver;
  return read;
}

/** What calls that keep the values of a hash were made on. */
function withoutFilters(node: Node): Node {
  let read = node;
  while (read instanceof CallNode && keeping.test(read.name) && read.receiver) read = read.receiver;
  return read;
}

/** The key in `input['key']` or `input.dig('key')`. */
export function keyRead(node: Node, input: string): string | null {
  if (!(node instanceof CallNode) || !/^(?:\[\]|dig|fetch)$/u.test(node.name)) return null;
  if (!isVariable(node.receiver, input)) return null;
  const [key, more] = argumentsOf(node);
  return more ? null : literalText(key);
}

/** The name of the parameter that holds the input of an operation; null in other lambdas. */
export function inputParameter(lambda: Lambda | null): string | null {
  if (lambda?.owner !== "action" && lambda?.owner !== "trigger") return null;
  return lambda.key === "execute" || lambda.key === "poll" ? (lambda.parameters.required[1] ?? null) : null;
}

/** Whether the user can surely write any text into the field of the operation. */
export function isFreeText(context: RuleContext<never>, lambda: Lambda, key: string): boolean {
  const same = inputFields(context, lambda, key);
  return (
    same.length > 0 &&
    same.every((field) => field.closed && (isUnbounded(field) || (field.toggle && isUnbounded(field.toggle))))
  );
}

/** The fields of a name that the operation shows. */
export function inputFields(context: RuleContext<never>, lambda: Lambda, key: string): readonly Field[] {
  const { actions, triggers } = context.connector;
  const operation: Operation | undefined = (lambda.owner === "action" ? actions : triggers).get(
    lambda.ownerName,
  );
  const fields = [...(operation?.inputFields.fields ?? []), ...(operation?.configFields.fields ?? [])];
  return fields.filter((field) => field.name === key);
}

function isUnbounded(field: Field): boolean {
  // Who knows what a converter makes of it; and with a list, there may be a menu without any control.
  if (field.has("convert_input") || field.has("render_input")) return false;
  if (field.has("pick_list") && !field.has("control_type")) return false;
  const kinds = [field.text("type") ?? "", field.text("control_type") ?? ""];
  return !kinds.some((kind) => bounded.test(kind));
}
