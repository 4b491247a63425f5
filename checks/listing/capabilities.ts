import { z } from "zod";

import type { InspectedAction, InspectedTrigger, Inspection } from "../connector/inspect.ts";
import { shorten } from "../report/escape.ts";

const maxText = 1000;

const Count = z.int().min(0).nullable();
const Text = z.string().max(maxText).nullable();

const Operation = z.strictObject({ title: Text, description: Text, inputFields: Count, outputFields: Count });

/** What a connector can do, as the catalogue tells it. Null is what can't be known without running the connector. */
export const Capabilities = z.strictObject({
  connection: z.strictObject({ authorization: Text, fields: Count }),
  actions: z.record(z.string(), Operation).nullable(),
  triggers: z
    .record(
      z.string(),
      Operation.extend({
        kind: z.enum(["polling", "static_webhook", "dynamic_webhook", "hybrid"]).nullable(),
      }),
    )
    .nullable(),
});
export type Capabilities = z.output<typeof Capabilities>;

export function toCapabilities(inspection: Inspection): Capabilities {
  const { connection, actions, triggers } = inspection;
  return {
    connection: {
      authorization: toText(connection.authorization.type),
      fields: connection.fields?.length ?? null,
    },
    actions: mapValues(actions, toOperation),
    triggers: mapValues(triggers, (trigger) => ({ ...toOperation(trigger), kind: trigger.kind })),
  };
}

function toOperation(operation: InspectedAction | InspectedTrigger): z.output<typeof Operation> {
  return {
    title: toText(operation.title),
    description: toText(operation.description),
    inputFields: operation.inputFields?.length ?? null,
    outputFields: operation.outputFields?.length ?? null,
  };
}

function toText(text: string | null): string | null {
  return text === null ? null : shorten(text, maxText);
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>> | null,
  map: (value: T) => U,
): Record<string, U> | null {
  if (record === null) return null;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** The operations of one kind that came, went or look different. */
export interface OperationChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface CapabilityChanges {
  readonly actions: OperationChanges;
  readonly triggers: OperationChanges;
  readonly connection: boolean;
}

export function compareCapabilities(before: Capabilities, after: Capabilities): CapabilityChanges {
  return {
    actions: compareOperations(before.actions ?? {}, after.actions ?? {}),
    triggers: compareOperations(before.triggers ?? {}, after.triggers ?? {}),
    connection: !same(before.connection, after.connection),
  };
}

function compareOperations(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): OperationChanges {
  return {
    added: Object.keys(after).filter((key) => !Object.hasOwn(before, key)),
    removed: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
    changed: Object.keys(after).filter((key) => Object.hasOwn(before, key) && !same(before[key], after[key])),
  };
}

/** Both sides come from this module or its schema, so their keys are in one order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
