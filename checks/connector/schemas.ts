import type { Allowance } from "./effort.ts";
import { createEvaluator, type Evaluator, type Surroundings } from "./evaluate/evaluator.ts";
import { readParameters } from "./lambda.ts";
import { SharedChange } from "./sharing.ts";
import { indifferentCopyOf, sharedCopyOf, shallowCopyOf } from "./copies.ts";
import { emptyHash, type LambdaValue, unknown, type Value } from "./value.ts";

/** Works out the lists of fields that schema lambdas give, for one idea of what the user has entered. */
export interface Schemas {
  /** For evaluations that are not part of another. */
  readonly evaluator: Evaluator;
  /** The fields of an object definition; null where there is none that is known. */
  definition(name: string): Value | null;
  /** The value of a list: that of its lambda, which takes the object definitions as argument `definitionsAt`. */
  fields(value: Value | undefined, definitionsAt: number): Value;
  /** What a pick list's lambda gives without any arguments but the connection. */
  options(lambda: LambdaValue): Value;
}

/** What a schema lambda gets for the connection and the configuration fields. */
export type UserInput = () => Value;

/** The user may have entered anything. */
export const anyInput: UserInput = () => unknown();

/** The user has not entered anything yet. */
export const noInput: UserInput = () => ({ ...emptyHash(), indifferent: true });

interface Source {
  /** What stands under `fields` of an object definition. */
  definition(name: string): Value | undefined;
  method(name: string): LambdaValue | null;
  readonly constants: ReadonlyMap<string, Value>;
  readonly allowance: Allowance;
}

export function createSchemas(source: Source, input: UserInput): Schemas {
  const memo = new Map<string, Value | null>();
  const resolving = new Set<string>();
  const shared = new Map<string, Value>();
  const surroundings: Surroundings = {
    definition: ownDefinition,
    method: (name) => source.method(name),
    constant: (name) => source.constants.get(name) ?? null,
    setConstant: () => undefined,
    globals: null,
    allowance: source.allowance,
  };
  const sharingSurroundings: Surroundings = { ...surroundings, definition: sharedDefinition };
  // One for all evaluations that are not part of another.
  const own = createEvaluator(surroundings);
  const sharing = createEvaluator(sharingSurroundings);

  return { evaluator: own, definition, fields, options };

  function definition(name: string): Value | null {
    const known = memo.get(name);
    if (known !== undefined) return known;
    const written = source.definition(name);
    if (!written || resolving.has(name)) return null;
    resolving.add(name);
    const value = fields(written, 2);
    resolving.delete(name);
    memo.set(name, value);
    return value;
  }

  /** The fields of a definition as a copy that the evaluation may change. */
  function ownDefinition(name: string): Value | null {
    const value = definition(name);
    return value && indifferentCopyOf(value);
  }

  /** A list of one's own, which is what is changed most, of fields that others hold too. */
  function sharedDefinition(name: string): Value | null {
    let value = shared.get(name);
    if (!value) {
      const written = definition(name);
      if (!written) return null;
      value = sharedCopyOf(written);
      shared.set(name, value);
    }
    return value.kind === "array" ? shallowCopyOf(value) : value;
  }

  function fields(value: Value | undefined, definitionsAt: number): Value {
    if (value?.kind !== "lambda") return value ?? unknown();
    try {
      return fieldsIn(
        resolving.size === 0 ? sharing : createEvaluator(sharingSurroundings),
        value,
        definitionsAt,
      );
    } catch (error) {
      if (!(error instanceof SharedChange)) throw error;
      return fieldsIn(createEvaluator(surroundings), value, definitionsAt);
    }
  }

  function fieldsIn(evaluator: Evaluator, lambda: LambdaValue, definitionsAt: number): Value {
    const given = [input(), input(), input()];
    given[definitionsAt] = { kind: "definitions", node: null };
    return evaluator.invoke(lambda, given.slice(0, countOf(lambda)));
  }

  function options(lambda: LambdaValue): Value {
    const { required, requiredKeywords } = readParameters(lambda);
    // It has no options before the field that it depends on has a value.
    if (lambda.strict && (required.length > 1 || requiredKeywords.length > 0)) return unknown(lambda.node);
    return own.invoke(lambda, [input()].slice(0, countOf(lambda)));
  }
}

/** How many arguments the SDK passes: no more than the lambda declares. */
function countOf(lambda: LambdaValue): number {
  const { required, optional, rest } = readParameters(lambda);
  return required.length + optional.length + (rest ? 1 : 0);
}
