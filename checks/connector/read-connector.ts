import { type CallNode, type Node, type ProgramNode, spanOf, StringNode, SymbolNode } from "../ruby/nodes.ts";
import type { SourceText, Span } from "../ruby/source.ts";
import type {
  Action,
  Authorization,
  Connection,
  Connector,
  Lambda,
  Method,
  ObjectDefinition,
  Operation,
  OwnerKind,
  PickList,
  Trigger,
  TriggerKind,
} from "./connector.ts";
import { createDslHash, type DslHash, type Property } from "./dsl-hash.ts";
import { allowanceFor } from "./effort.ts";
import { createEvaluator, createFrame } from "./evaluate/evaluator.ts";
import { textValue } from "./evaluate/literals.ts";
import { createScope } from "./evaluate/scope.ts";
import { createFieldList, type FieldList, type FieldRole } from "./fields.ts";
import { joined } from "./joined.ts";
import { CallsOfConnector, LazyFieldList, WrittenLambda, WrittenPickList } from "./written-parts.ts";
import { anyInput, createSchemas, noInput } from "./schemas.ts";
import { createSection } from "./section.ts";
import { textOf, truthiness, unknown, type Value } from "./value.ts";
import { type CallFact, collectFacts, type Facts, type NodeListeners } from "./walk.ts";

/** What a file comes to. */
export interface EvaluatedProgram {
  readonly program: ProgramNode;
  /** The value of the last expression. */
  readonly root: Value;
  readonly constants: ReadonlyMap<string, Value>;
}

export function evaluateProgram(program: ProgramNode): EvaluatedProgram {
  const constants = new Map<string, Value>();
  const evaluator = createEvaluator({
    definition: () => null,
    method: () => null,
    constant: (name) => constants.get(name) ?? null,
    setConstant: (name, value) => constants.set(name, value),
    globals: new Map(),
    allowance: allowanceFor(program.end - program.start),
  });
  // Outside of the file, there are no local variables.
  const scope = createScope(null, true);
  const value = evaluator.evaluate(program, { evaluator, scope, frame: createFrame() });
  return { program, root: value.kind === "choice" ? joined(value.options, value) : value, constants };
}

/** Reads the model of a connector from what its file comes to; null where that is not known to be a hash. */
export function readConnector(
  file: string,
  source: SourceText,
  { program, root: value, constants }: EvaluatedProgram,
): Connector | null {
  if (value.kind !== "hash") return null;
  const whole: Span = value.node ? spanOf(value.node) : spanOf(program);
  const root = createDslHash(value, "", whole);
  const lambdas = new Map<Node, Lambda>();
  const written = {
    definition: (name: string) => objectDefinitions.get(name)?.get("fields")?.value,
    method(name: string) {
      const method = methods.get(name)?.value;
      return method?.kind === "lambda" ? method : null;
    },
    constants,
    allowance: allowanceFor(source.bytes.length),
  };
  const schemas = createSchemas(written, anyInput);
  const initial = createSchemas(written, noInput);

  // Sections first: everything else refers to them.
  lambdasOf(root, "root", "");
  const methods = createSection(root, "methods", (property) => readMethod(property, "method"));
  const streams = createSection(root, "streams", (property) => readMethod(property, "stream"));
  const objectDefinitions = createSection(root, "object_definitions", readDefinition);
  const pickLists = createSection(root, "pick_lists", readPickList);
  const connection = readConnection(root.get("connection"));
  const actions = createSection(root, "actions", readAction);
  const triggers = createSection(root, "triggers", readTrigger);

  let collected: Facts | undefined;
  const look = (listeners?: NodeListeners): Facts => {
    const named = [methods, objectDefinitions, pickLists].flatMap<{ readonly name: string }>(
      ({ entries }) => entries,
    );
    return collectFacts(program, {
      lambdas,
      names: [...named.map(({ name }) => name), "pick_list"],
      listeners,
    });
  };
  const facts = (): Facts => (collected ??= look());
  const operations = [...actions.entries, ...triggers.entries].sort((a, b) => a.span.start - b.span.start);

  const parts = {
    file,
    source,
    program,
    root,
    title: root.get("title"),
    connection,
    actions,
    triggers,
    objectDefinitions,
    pickLists,
    methods,
    streams,
    operations,
    lambdas: [...lambdas.values()].sort((a, b) => a.span.start - b.span.start),
    walk(listeners: NodeListeners) {
      collected = look(listeners);
    },
    fieldListOf: (property: Property, role: FieldRole) =>
      createFieldList(schemas.fields(property.value, 2), {
        path: property.path,
        role,
        fallback: property.span,
      }),
    evaluate: evaluateAlone,
    initialFields: (property: Property, role: FieldRole) =>
      initial.fields(property.value, role === "input" || role === "output" ? 0 : 2),
    initialOptions: ({ lambda, value }: PickList) => (lambda ? initial.options(lambda.value) : value),
  };
  return Object.assign(new CallsOfConnector(facts, evaluateAlone), parts);

  function evaluateAlone(node: Node): Value {
    // Most of what is asked for is a name.
    if (node instanceof StringNode || node instanceof SymbolNode) return textValue(node);
    const { evaluator } = schemas;
    return evaluator.evaluate(node, { evaluator, scope: createScope(), frame: createFrame() });
  }

  function addLambda(property: Property, owner: OwnerKind, ownerName: string): Lambda | undefined {
    if (property.value.kind !== "lambda") return undefined;
    const { evaluator } = schemas;
    const lambda = new WrittenLambda(property, property.value, { owner, ownerName, evaluator });
    // A lambda that several keys share belongs to the first of them.
    if (!lambdas.has(property.value.node)) lambdas.set(property.value.node, lambda);
    return lambda;
  }

  function lambdasOf(hash: DslHash, owner: OwnerKind, ownerName: string): Map<string, Lambda> {
    const found = new Map<string, Lambda>();
    for (const key of hash.keys) {
      const lambda = addLambda(hash.get(key)!, owner, ownerName || key);
      if (lambda) found.set(key, lambda);
    }
    return found;
  }

  function fieldList(hash: DslHash, key: string, role: FieldRole, definitionsAt: number): FieldList {
    const property = hash.get(key);
    return new LazyFieldList(() => schemas.fields(property?.value, definitionsAt), {
      path: hash.path === "" ? key : `${hash.path}.${key}`,
      role,
      fallback: property?.span ?? whole,
      exists: property !== undefined,
    });
  }

  function readOperation(property: Property, kind: "action" | "trigger"): Operation {
    const hash = createDslHash(property.value, property.path, property.span);
    const own = lambdasOf(hash, kind, property.key);
    const deprecated = hash.get("deprecated")?.value;
    return {
      ...hash,
      kind,
      name: property.key,
      span: property.span,
      path: property.path,
      inputFields: fieldList(hash, "input_fields", "input", 0),
      outputFields: fieldList(hash, "output_fields", "output", 0),
      configFields: fieldList(hash, "config_fields", "config", 0),
      deprecated: deprecated !== undefined && truthiness(deprecated) === true,
      lambda: (key) => own.get(key),
    };
  }

  function readAction(property: Property): Action {
    return { ...readOperation(property, "action"), kind: "action" };
  }

  function readTrigger(property: Property): Trigger {
    const operation = readOperation(property, "trigger");
    return { ...operation, kind: "trigger", triggerKind: triggerKindOf(operation) };
  }

  function readDefinition(property: Property): ObjectDefinition {
    const hash = createDslHash(property.value, property.path, property.span);
    const own = lambdasOf(hash, "objectDefinition", property.key);
    const fields = hash.get("fields");
    return {
      ...hash,
      name: property.key,
      span: property.span,
      path: property.path,
      fields: new LazyFieldList(() => schemas.definition(property.key) ?? unknown(), {
        path: `${property.path}.fields`,
        role: "definition",
        fallback: property.span,
        exists: fields !== undefined,
      }),
      lambda: (key) => own.get(key),
    };
  }

  function readPickList(property: Property): PickList {
    const lambda = addLambda(property, "pickList", property.key);
    return new WrittenPickList(property, lambda);
  }

  function readMethod(property: Property, owner: OwnerKind): Method {
    const lambda = addLambda(property, owner, property.key);
    return { name: property.key, span: property.span, path: property.path, value: property.value, lambda };
  }

  function readConnection(property: Property | undefined): Connection {
    const place = property?.span ?? whole;
    const hash = createDslHash(property?.value, "connection", place);
    const own = lambdasOf(hash, "connection", "connection");
    const authorization = hash.get("authorization");
    const main = authorization && readAuthorization(authorization, null);
    const options = createSection(main ?? hash, "options", (option) => readAuthorization(option, option.key));
    return {
      ...hash,
      fields: fieldList(hash, "fields", "connection", 2),
      extendedFields: fieldList(hash, "extended_fields", "connection", 2),
      authorization: main,
      options: main?.has("options") ? options.entries.filter((option) => option.hash !== null) : [],
      lambda: (key) => own.get(key),
    };
  }

  function readAuthorization(property: Property, option: string | null): Authorization & { name: string } {
    const hash = createDslHash(property.value, property.path, property.span);
    const own = lambdasOf(hash, "authorization", option ?? "authorization");
    return {
      ...hash,
      name: property.key,
      span: property.span,
      path: property.path,
      type: textOf(hash.get("type")?.value),
      option,
      lambda: (key) => own.get(key),
    };
  }
}

/** The kind of a trigger by its keys: https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html */
function triggerKindOf(trigger: DslHash): TriggerKind | null {
  if (trigger.has("webhook_subscribe"))
    return trigger.has("poll") ? "hybrid" : trigger.closed ? "dynamic_webhook" : null;
  if (trigger.has("webhook_key")) return "static_webhook";
  return trigger.has("poll") && trigger.closed ? "polling" : null;
}

/** The calls on the result of a call, such as `params` and `after_error_response` on a request. */
export function chainedNames(fact: CallFact): readonly string[] {
  return fact.chain.filter((node) => node !== fact.node).map((node: CallNode) => node.name);
}
