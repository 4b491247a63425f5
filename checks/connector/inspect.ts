import type { Connector, Operation, TriggerKind } from "./connector.ts";
import type { DslHash } from "./dsl-hash.ts";
import type { FieldList } from "./fields.ts";
import { arityOf } from "./lambda.ts";
import { exactItems, type HashValue, textOf, type Value } from "./value.ts";

/** A field as far as it is literal. An attribute that is absent in the source is absent here; one not known is null. */
export interface InspectedField {
  readonly name?: string | null;
  readonly label?: string | null;
  readonly type?: string | null;
  readonly control_type?: string | null;
  readonly optional?: boolean | null;
  readonly hint?: string | null;
  readonly sticky?: boolean | null;
}

export type InspectedFields = readonly InspectedField[] | null;

export interface InspectedAction {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly description: string | null;
  readonly keys: readonly string[] | null;
  readonly inputFields: InspectedFields;
  readonly outputFields: InspectedFields;
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
  };
  readonly actions: Readonly<Record<string, InspectedAction>> | null;
  readonly triggers: Readonly<Record<string, InspectedTrigger>> | null;
  readonly objectDefinitions: Readonly<Record<string, readonly string[] | null>> | null;
  readonly pickLists: Readonly<Record<string, "static" | "dynamic" | null>> | null;
  /** The arity of each method's lambda, as Ruby's `Proc#arity` counts it. */
  readonly methods: Readonly<Record<string, number | null>> | null;
}

/** Shows the model of a connector as data. */
export function inspectConnector(connector: Connector): Inspection {
  const { connection } = connector;
  return {
    schemaVersion: 1,
    file: connector.file,
    title: stringOf(connector.title?.value),
    rootKeys: keysOf(connector.root),
    connection: {
      keys: keysOf(connection),
      fields: inspectFields(connection.fields),
      authorization: {
        type: textOf(connection.authorization?.get("type")?.value),
        keys: connection.authorization ? keysOf(connection.authorization) : null,
      },
    },
    actions: record(connector.actions, inspectOperation),
    triggers: record(connector.triggers, (trigger) => {
      const { title, subtitle, description, keys, ...fields } = inspectOperation(trigger);
      return { title, subtitle, description, keys, kind: trigger.triggerKind, ...fields };
    }),
    objectDefinitions: record(connector.objectDefinitions, keysOf),
    pickLists: record(connector.pickLists, (pickList) => {
      if (exactItems(pickList.options)) return "static";
      return pickList.value.kind === "lambda" ? "dynamic" : null;
    }),
    methods: record(connector.methods, (method) => (method.lambda ? arityOf(method.lambda.value) : null)),
  };
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

function inspectOperation(operation: Operation): InspectedAction {
  return {
    title: stringOf(operation.get("title")?.value),
    subtitle: stringOf(operation.get("subtitle")?.value),
    description: stringOf(operation.get("description")?.value),
    keys: keysOf(operation),
    inputFields: inspectFields(operation.inputFields),
    outputFields: inspectFields(operation.outputFields),
  };
}

function inspectFields(list: FieldList): InspectedFields {
  const items = list.exists ? exactItems(list.value) : null;
  if (!items?.every((item) => item.kind === "hash")) return null;
  return items.map(inspectField);
}

const attributes = ["name", "label", "type", "control_type", "optional", "hint", "sticky"] as const;

function inspectField(hash: HashValue): InspectedField {
  const field: Record<string, string | boolean | null> = {};
  for (const attribute of attributes) {
    const entry = hash.entries.get(attribute);
    if (entry) field[attribute] = entry.conditional ? null : inspectAttribute(attribute, entry.value);
    else if (hash.open) field[attribute] = null;
  }
  return field;
}

function inspectAttribute(attribute: (typeof attributes)[number], value: Value): string | boolean | null {
  if (attribute === "optional" || attribute === "sticky")
    return value.kind === "boolean" ? value.boolean : null;
  return textOf(value);
}

function stringOf(value: Value | undefined): string | null {
  return value?.kind === "string" ? value.text : null;
}
