import type { Connector, Operation, TriggerKind } from "./connector.ts";
import type { DslHash, Property } from "./dsl-hash.ts";
import type { FieldRole } from "./fields.ts";
import { arityOf } from "./lambda.ts";
import { exactItems, type HashValue, isScalar, textOf, type Value } from "./value.ts";

/**
 * A field as far as it is literal. An attribute that is absent in the source is absent here; one not known is null.
 * Values are as they are written, so `optional: 'true'` is a text.
 */
export interface InspectedField {
  readonly name?: string | null;
  readonly label?: string | null;
  readonly type?: string | null;
  readonly control_type?: string | null;
  readonly optional?: string | boolean | null;
  readonly hint?: string | null;
  readonly sticky?: string | boolean | null;
}

export type InspectedFields = readonly InspectedField[] | null;

export interface InspectedAction {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly keys: readonly string[] | null;
  readonly inputFields: InspectedFields;
  readonly outputFields: InspectedFields;
  /** The line of its key, from 1. */
  readonly line: number;
}

export interface InspectedTrigger extends InspectedAction {
  readonly kind: TriggerKind | null;
}

/** The model as data: keys in source order and spelled as in the source; null is what is not known statically. */
export interface Inspection {
  readonly schemaVersion: 1;
  readonly file: string;
  readonly title: string | null;
  readonly rootKeys: readonly string[] | null;
  readonly connection: {
    readonly keys: readonly string[] | null;
    readonly fields: InspectedFields;
    readonly authorization: { readonly type: string | null; readonly keys: readonly string[] | null };
    /** The line of its key, from 1; null where there is none. */
    readonly line: number | null;
  };
  readonly actions: Readonly<Record<string, InspectedAction>> | null;
  readonly triggers: Readonly<Record<string, InspectedTrigger>> | null;
  readonly objectDefinitions: Readonly<Record<string, readonly string[] | null>> | null;
  readonly pickLists: Readonly<Record<string, "static" | "dynamic" | null>> | null;
  /** The arity of each method's lambda, as Ruby's `Proc#arity` counts it. */
  readonly methods: Readonly<Record<string, number | null>> | null;
  /** What the `fields` of each object definition give before the user has entered anything. */
  readonly definitionFields: Readonly<Record<string, InspectedFields>> | null;
}

/** Shows the model of a connector as data. */
export function inspectConnector(connector: Connector): Inspection {
  const { connection } = connector;
  return {
    schemaVersion: 1,
    file: connector.file,
    title: textOf(connector.title?.value),
    rootKeys: keysOf(connector.root),
    connection: {
      keys: keysOf(connection),
      fields: fieldsOf(connection.get("fields"), "connection"),
      authorization: {
        type: textOf(connection.authorization?.get("type")?.value),
        keys: connection.authorization ? keysOf(connection.authorization) : null,
      },
      line: lineOf(connector.root.get("connection")),
    },
    actions: record(connector.actions, operationOf),
    triggers: record(connector.triggers, (trigger) => {
      const { title, subtitle, description, keys, ...fields } = operationOf(trigger);
      return { title, subtitle, description, keys, kind: trigger.triggerKind, ...fields };
    }),
    objectDefinitions: record(connector.objectDefinitions, keysOf),
    pickLists: record(connector.pickLists, (pickList) => {
      if (isFullyKnown(connector.initialOptions(pickList))) return "static";
      return pickList.lambda ? "dynamic" : null;
    }),
    methods: record(connector.methods, (method) => (method.lambda ? arityOf(method.lambda.value) : null)),
    definitionFields: record(connector.objectDefinitions, (definition) =>
      fieldsOf(definition.get("fields"), "definition"),
    ),
  };

  function operationOf(operation: Operation): InspectedAction {
    return {
      title: textOf(operation.get("title")?.value),
      subtitle: textOf(operation.get("subtitle")?.value),
      description: textOf(operation.get("description")?.value),
      keys: keysOf(operation),
      inputFields: fieldsOf(operation.get("input_fields"), "input"),
      outputFields: fieldsOf(operation.get("output_fields"), "output"),
      line: connector.source.lineOf(operation.span.start),
    };
  }

  function lineOf(property: Property | undefined): number | null {
    return property ? connector.source.lineOf(property.span.start) : null;
  }

  function fieldsOf(property: Property | undefined, role: FieldRole): InspectedFields {
    return property ? inspectFields(connector.initialFields(property, role)) : null;
  }
}

function record<T extends { readonly name: string }, R>(
  section: { readonly closed: boolean; readonly entries: readonly T[] },
  inspect: (entry: T) => R,
): Readonly<Record<string, R>> | null {
  if (!section.closed) return null;
  // Without a prototype, so that an entry named `__proto__` is an entry like any other.
  const result = Object.create(null) as Record<string, R>;
  for (const entry of section.entries) result[entry.name] = inspect(entry);
  return result;
}

function keysOf(hash: DslHash): readonly string[] | null {
  return hash.closed ? hash.keys : null;
}

/** The SDK takes nothing for an empty list, and a hash for a list of one field. */
function inspectFields(value: Value): InspectedFields {
  if (value.kind === "nil") return [];
  const items = value.kind === "hash" ? [value] : exactItems(value);
  return items?.every((item) => item.kind === "hash") ? items.map(inspectField) : null;
}

/** Whether a value is an array of which everything is known, so that no request was needed for it. */
function isFullyKnown(value: Value, depth = 0): boolean {
  // Options are lists of label and value.
  return (
    depth < 3 &&
    (exactItems(value)?.every((item) => isScalar(item) || isFullyKnown(item, depth + 1)) ?? false)
  );
}

const attributes = ["name", "label", "type", "control_type", "optional", "hint", "sticky"] as const;

function inspectField(hash: HashValue): InspectedField {
  const field: Record<string, string | boolean | null> = {};
  for (const attribute of attributes) {
    const entry = hash.entries.get(attribute);
    if (entry) field[attribute] = entry.conditional ? null : inspectAttribute(entry.value);
    else if (hash.open) field[attribute] = null;
  }
  return field;
}

function inspectAttribute(value: Value): string | boolean | null {
  return value.kind === "boolean" ? value.boolean : textOf(value);
}
