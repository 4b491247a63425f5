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

export type TriggerKind = "polling" | "static_webhook" | "dynamic_webhook" | "hybrid";

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
