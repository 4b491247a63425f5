import { argumentsOf, type CallNode, type Node, spanOf } from "../ruby/nodes.ts";
import type { Span } from "../ruby/source.ts";
import type { Lambda, MethodCall, OwnerKind, PickList, Request } from "./connector.ts";
import type { Property } from "./dsl-hash.ts";
import type { Evaluator } from "./evaluate/evaluator.ts";
import { createFieldList, type Field, type FieldList, type FieldRole } from "./fields.ts";
import { type Parameters as LambdaParameters, readParameters } from "./lambda.ts";
import { httpVerbs } from "./sdk-requests.ts";
import type { LambdaValue, Value } from "./value.ts";
import type { CallFact, Facts } from "./walk.ts";

/*
 * Parts of a connector that are worked out when somebody asks for them. They have classes, since V8 makes a dictionary
 * of each object literal with a getter.
 */

/** The calls in a connector that mean something to the SDK. */
export class CallsOfConnector {
  readonly #facts: () => Facts;
  readonly #evaluate: (node: Node) => Value;
  #requests: readonly Request[] | undefined;
  #methodCalls: readonly MethodCall[] | undefined;

  constructor(facts: () => Facts, evaluate: (node: Node) => Value) {
    this.#facts = facts;
    this.#evaluate = evaluate;
  }

  get facts(): Facts {
    return this.#facts();
  }

  get requests(): readonly Request[] {
    return (this.#requests ??= httpVerbs.flatMap((verb) =>
      this.#bareCalls(verb).map(
        ({ fact, first }) => new WrittenRequest(verb, fact, () => this.#evaluate(first)),
      ),
    ));
  }

  get methodCalls(): readonly MethodCall[] {
    return (this.#methodCalls ??= this.#bareCalls("call").map(
      ({ fact, first }) => new WrittenMethodCall(fact, () => this.#evaluate(first)),
    ));
  }

  /** The calls of a name with an argument. */
  #bareCalls(name: string): readonly { readonly fact: CallFact; readonly first: Node }[] {
    const calls = this.facts.bareCalls.get(name) ?? [];
    return calls.flatMap((fact) => {
      const [first] = argumentsOf(fact.node);
      return first ? [{ fact, first }] : [];
    });
  }
}

class WrittenCall {
  readonly fact: CallFact;
  readonly node: CallNode;
  readonly lambda: Lambda | null;
  readonly span: Span;
  readonly path: string | null;

  constructor(fact: CallFact) {
    this.fact = fact;
    this.node = fact.node;
    this.lambda = fact.lambda;
    this.span = spanOf(fact.node);
    this.path = fact.lambda?.path ?? null;
  }
}

class WrittenRequest extends WrittenCall implements Request {
  readonly verb: string;
  readonly #evaluate: () => Value;
  #url: Value | undefined;

  constructor(verb: string, fact: CallFact, evaluate: () => Value) {
    super(fact);
    this.verb = verb;
    this.#evaluate = evaluate;
  }

  get url(): Value {
    return (this.#url ??= this.#evaluate());
  }
}

class WrittenMethodCall extends WrittenCall implements MethodCall {
  readonly #evaluate: () => Value;
  #name: Value | undefined;

  constructor(fact: CallFact, evaluate: () => Value) {
    super(fact);
    this.#evaluate = evaluate;
  }

  get name(): Value {
    return (this.#name ??= this.#evaluate());
  }
}

export class WrittenPickList implements PickList {
  readonly name: string;
  readonly span: Span;
  readonly path: string;
  readonly value: Value;
  readonly lambda: Lambda | undefined;

  constructor({ key, span, path, value }: Property, lambda: Lambda | undefined) {
    this.name = key;
    this.span = span;
    this.path = path;
    this.value = value;
    this.lambda = lambda;
  }

  get options(): Value {
    return this.lambda ? this.lambda.result() : this.value;
  }
}

/** A class, since there are many of them, and few are asked for what they come to. */
export class WrittenLambda implements Lambda {
  readonly key: string;
  readonly path: string;
  readonly owner: OwnerKind;
  readonly ownerName: string;
  readonly span: Span;
  readonly value: LambdaValue;
  readonly #evaluator: Evaluator;
  #result: Value | undefined;

  constructor(
    { key, path }: Property,
    value: LambdaValue,
    around: {
      readonly owner: OwnerKind;
      readonly ownerName: string;
      readonly evaluator: Evaluator;
    },
  ) {
    this.key = key;
    this.path = path;
    this.owner = around.owner;
    this.ownerName = around.ownerName;
    this.span = spanOf(value.node);
    this.value = value;
    this.#evaluator = around.evaluator;
  }

  get parameters(): LambdaParameters {
    return readParameters(this.value);
  }

  result(): Value {
    return (this.#result ??= this.#evaluator.invoke(this.value, []));
  }
}

/** A list of fields that is worked out when somebody looks at it. */
export class LazyFieldList implements FieldList {
  readonly path: string;
  readonly role: FieldRole;
  readonly parent = null;
  readonly exists: boolean;
  readonly #value: () => Value;
  readonly #options: Parameters<typeof createFieldList>[1];
  #resolved: FieldList | undefined;

  constructor(value: () => Value, options: Parameters<typeof createFieldList>[1]) {
    this.path = options.path;
    this.role = options.role;
    this.exists = options.exists ?? true;
    this.#value = value;
    this.#options = options;
  }

  get value(): Value {
    return this.#list().value;
  }

  get closed(): boolean {
    return this.#list().closed;
  }

  get fields(): readonly Field[] {
    return this.#list().fields;
  }

  #list(): FieldList {
    return (this.#resolved ??= createFieldList(this.#value(), this.#options));
  }
}
