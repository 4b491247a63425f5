import type { CallNode, Node, ProgramNode } from "../ruby/nodes.ts";
import type { SourceText } from "../ruby/source.ts";
import type { DslHash, Place, Property } from "./dsl-hash.ts";
import type { FieldList, FieldRole } from "./fields.ts";
import type { Parameters } from "./lambda.ts";
import type { LambdaValue, Value } from "./value.ts";
import type { CallFact, Facts, NodeListeners } from "./walk.ts";

/** What kind of thing of the connector a lambda belongs to. */
export type OwnerKind =
  | "root"
  | "connection"
  | "authorization"
  | "action"
  | "trigger"
  | "objectDefinition"
  | "pickList"
  | "method"
  | "stream";

/** A literal lambda that stands under a key of the DSL. The place is that of the whole lambda. */
export interface Lambda extends Place {
  readonly path: string;
  /** The key it stands under, such as `execute`, or the name of the method or pick list. */
  readonly key: string;
  readonly owner: OwnerKind;
  /** The name of the action, trigger, method and so on; the key again for the root. */
  readonly ownerName: string;
  readonly value: LambdaValue;
  readonly parameters: Parameters;
  /** The values that the lambda may return, as far as they are known. Worked out on demand. */
  result(): Value;
}

/** Names an entry of a section; the place is that of its key. */
export interface Named extends Place {
  readonly name: string;
  readonly path: string;
}

export interface Operation extends Named, DslHash {
  readonly kind: "action" | "trigger";
  readonly inputFields: FieldList;
  readonly outputFields: FieldList;
  readonly configFields: FieldList;
  /** Whether it says `deprecated: true`. */
  readonly deprecated: boolean;
  lambda(key: string): Lambda | undefined;
}

export type Action = Operation & { readonly kind: "action" };

export type TriggerKind = "polling" | "static_webhook" | "dynamic_webhook" | "hybrid";

export type Trigger = Operation & {
  readonly kind: "trigger";
  /** Null where the keys do not tell, or are not all known. */
  readonly triggerKind: TriggerKind | null;
};

export interface ObjectDefinition extends Named, DslHash {
  readonly fields: FieldList;
  lambda(key: string): Lambda | undefined;
}

export interface PickList extends Named {
  readonly value: Value;
  readonly lambda: Lambda | undefined;
  /** The options: an array of `[label, value]` as far as it is known. */
  readonly options: Value;
}

export interface Method extends Named {
  readonly value: Value;
  readonly lambda: Lambda | undefined;
}

export interface Authorization extends DslHash, Place {
  readonly path: string;
  /** The type as written, in lower case; null where it is not known. */
  readonly type: string | null;
  /** The option's name where it is one of a `multi` authorization. */
  readonly option: string | null;
  lambda(key: string): Lambda | undefined;
}

export interface Connection extends DslHash {
  readonly fields: FieldList;
  readonly extendedFields: FieldList;
  /** Undefined where there is none, or it is not known to be a hash. */
  readonly authorization: Authorization | undefined;
  /** The authorizations of the options of a `multi` authorization. */
  readonly options: readonly Authorization[];
  lambda(key: string): Lambda | undefined;
}

/** The entries of a section such as `actions`. */
export interface Section<T extends Named> {
  /** The section's own key; undefined where there is none. */
  readonly property: Property | undefined;
  /** Whether all entries are known: of a section that is not there, there are none. */
  readonly closed: boolean;
  readonly entries: readonly T[];
  get(name: string): T | undefined;
  has(name: string): boolean;
}

/** A request made with one of the SDK's verbs. */
export interface Request extends Place {
  readonly verb: string;
  readonly fact: CallFact;
  readonly node: CallNode;
  readonly lambda: Lambda | null;
  /** The address as far as it is literal. */
  readonly url: Value;
}

/** A `call('name', ...)`. */
export interface MethodCall extends Place {
  readonly fact: CallFact;
  readonly node: CallNode;
  readonly lambda: Lambda | null;
  /** The name as far as it is literal. */
  readonly name: Value;
}

/** The connector as a model: what its Ruby means to the SDK. Every part knows its place. */
export interface Connector {
  readonly file: string;
  readonly source: SourceText;
  readonly program: ProgramNode;
  readonly root: DslHash;
  readonly title: Property | undefined;
  readonly connection: Connection;
  readonly actions: Section<Action>;
  readonly triggers: Section<Trigger>;
  readonly objectDefinitions: Section<ObjectDefinition>;
  readonly pickLists: Section<PickList>;
  readonly methods: Section<Method>;
  readonly streams: Section<Method>;
  /** Actions and triggers, in source order. */
  readonly operations: readonly Operation[];
  /** All literal lambdas under keys of the DSL, in source order. */
  readonly lambdas: readonly Lambda[];
  /** Looks at every syntax node once and tells who listens; afterwards, `facts` are there at no further cost. */
  walk(listeners: NodeListeners): void;
  readonly facts: Facts;
  readonly requests: readonly Request[];
  readonly methodCalls: readonly MethodCall[];
  /** The list of fields that a key of the DSL holds. */
  fieldListOf(property: Property, role: FieldRole): FieldList;
  /** The value of an expression from its literals alone; local variables are unknown. */
  evaluate(node: Node): Value;
  /**
   * The value of a list of fields as long as the user has not entered anything, which leaves one way where the list
   * depends on it.
   */
  initialFields(property: Property, role: FieldRole): Value;
  /** The options of a pick list as long as the user has not entered anything. */
  initialOptions(pickList: PickList): Value;
}
