import type {
  Action,
  Authorization,
  Connection,
  Connector,
  Lambda,
  Method,
  MethodCall,
  ObjectDefinition,
  Operation,
  PickList,
  Request,
  Trigger,
} from "../connector/connector.ts";
import type { Place, Property } from "../connector/dsl-hash.ts";
import type { Field, FieldList } from "../connector/fields.ts";
import type { CallFact, NodeClass, NodeFact } from "../connector/walk.ts";
import type { AssocNode, CallNode } from "../ruby/nodes.ts";
import type { ConnectorProject } from "../project.ts";
import type { Value } from "../connector/value.ts";
import type { ParseResult } from "../ruby/parser.ts";
import type { SourceText } from "../ruby/source.ts";
import type { Confidence, Edit, Family, RelatedPlace, Severity } from "./finding.ts";
import type { RuleDocs, RuleInfo } from "./rule-info.ts";
import type { ConfiguredWaiver, WaiverReview } from "./waivers.ts";

/** The parts of a connector that rules listen to, by name. */
export interface Parts {
  /** The file as text and syntax, before there is a model, and also where there is none. */
  file: ConnectorFile;
  /** Before all parts of the model. */
  connector: Connector;
  connection: Connection;
  /** The connection's authorization, and each option of a `multi` one. */
  authorization: Authorization;
  operation: Operation;
  action: Action;
  trigger: Trigger;
  objectDefinition: ObjectDefinition;
  pickList: PickList;
  method: Method;
  /** Every literal lambda under a key of the DSL. */
  lambda: Lambda;
  request: Request;
  /** Every `call('name', ...)`. */
  methodCall: MethodCall;
  /** Every list of fields as resolved where it is used, nested ones included. */
  fieldList: FieldList;
  /** Every hash literal that is a field, once, with all the lists it is in. Fields of `toggle_field` included. */
  field: WrittenField;
  /** The project's files, where the project around the connector is known. */
  project: ProjectFiles;
  /** The waivers, after all other rules have spoken. */
  waivers: WaiverReview;
}

export type ProjectFiles = NonNullable<ConnectorProject["files"]>;

type PartListeners = { readonly [K in keyof Parts]?: (part: Parts[K]) => void };

/** What a rule listens to. The engine calls each listener once for every part of that kind, in source order. */
export interface Listener extends PartListeners {
  /** Calls without a receiver, by name. */
  readonly bareCall?: Readonly<Record<string, (call: CallFact) => void>>;
  /** Some attributes of fields, wherever there is one. Made with `onAttribute`. */
  readonly attribute?: AttributeListener;
  /** Some syntax nodes, for what the model does not show. Made with `onNode`, `onCall` and `onPair`. */
  readonly node?: readonly NodeListener[];
  /** Once, after all others. */
  readonly end?: () => void;
}

/** The connector's file before it is a model. Each step is null where the one before it failed. */
export interface ConnectorFile {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  /** The text, with a byte order mark if there is one; null where the file is too large, not UTF-8 or binary. */
  readonly text: string | null;
  readonly syntax: ParseResult | null;
  /** The value of the file; null where it does not parse. */
  readonly value: Value | null;
}

/** Listens to the nodes of a class, the calls of some methods, or the entries of hash literals with some keys. */
export type NodeListener = {
  readonly listen: (fact: NodeFact) => void;
  /** What the file's text must have for it to listen at all. */
  readonly where?: RegExp;
} & (
  | { readonly type: NodeClass }
  | { readonly calls: Iterable<string> }
  | { readonly keys: Iterable<string> }
);

/** Listens to the attributes of some names, of each field as it is written. */
export interface AttributeListener {
  readonly names: Iterable<string>;
  readonly listen: (field: WrittenField, attribute: Property) => void;
}

/** A field as it is written once, and everything that it is used for. */
export interface WrittenField extends Field {
  /** All lists in which it occurs. */
  readonly uses: readonly Field[];
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly isConnection: boolean;
  readonly isConfig: boolean;
  /** Whether it is used by an operation, or the connection, at all. */
  readonly isUsed: boolean;
  /**
   * Whether users fill it in, in a step that is not deprecated or in the connection. Fields of toggles are left to
   * their parents.
   */
  readonly isSeen: boolean;
  /** Whether it is used outside of steps that are deprecated, or in no step at all; outputs and toggles included. */
  readonly isCurrent: boolean;
  /** Whether every use shows it just as it is written. */
  readonly isPristine: boolean;
}

export interface ReportOptions {
  /** Where the severity of one case differs from the rule's. */
  readonly severity?: Severity;
  /** Where the model's path of the place is not the best one. */
  readonly path?: string;
  /** The edits that make the finding go away. */
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
  /** Other places in the connector that help to follow the finding. */
  readonly related?: readonly RelatedPlace[];
  /** Where the finding is about another file of the project than the connector. */
  readonly file?: string;
  /** The line in that file, from 1, where it is none that the checks have read. */
  readonly line?: number;
}

export type Messages = Readonly<Record<string, (...values: never[]) => string>>;

/** An option of a rule as data, from which the configuration's schema and the rule's page are made. */
export type OptionSpec =
  | {
      readonly kind: "integer";
      readonly default: number;
      readonly minimum?: number;
      readonly summary: string;
    }
  | { readonly kind: "strings"; readonly default: readonly string[]; readonly summary: string }
  | { readonly kind: "boolean"; readonly default: boolean; readonly summary: string };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of a rule's options. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends { kind: "integer" }
    ? number
    : S[K] extends { kind: "strings" }
      ? readonly string[]
      : boolean;
};

export interface RuleContext<M extends Messages = Messages, O = unknown> {
  /** The model; not yet there for the listener `file`. */
  readonly connector: Connector;
  readonly source: SourceText;
  readonly project: ConnectorProject;
  readonly options: O;
  /** What several rules find out in the same way, made once for all of them; its listeners are told once as well. */
  shared<T>(create: () => T): T;
  /** Reports one place where the rule does not hold; `null` for the file as a whole. */
  report<K extends keyof M & string>(
    message: K,
    place: Place | null,
    values: Parameters<M[K]>,
    options?: ReportOptions,
  ): void;
}

/** An example of a rule. Carets under a line mark the finding's span and name its message. */
export interface Example {
  readonly name: string;
  readonly source: string;
  /** The source after the fix. */
  readonly fixed?: string;
  /** Other files of the project by path, for rules that look at them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Waivers of the configuration, for rules that look at them. */
  readonly waivers?: readonly ConfiguredWaiver[];
  /** Messages that are expected without a place, or in another file than the connector. */
  readonly reports?: readonly string[];
}

export interface RuleDefinition<M extends Messages, S extends OptionSpecs> {
  readonly id: `${Family}/${string}`;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly since: string;
  /** The best fix that the rule offers. */
  readonly fix?: "safe" | "unsafe";
  readonly docs: RuleDocs;
  /** What can be set in the configuration, with its default. */
  readonly options?: S;
  readonly messages: M;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly create: (context: RuleContext<M, OptionValues<S>>) => Listener;
}

/** A rule as the engine runs it. */
export interface Rule extends RuleInfo {
  readonly messages: Messages;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly options: OptionSpecs;
  readonly create: (context: RuleContext) => Listener;
}

export function defineRule<const M extends Messages, const S extends OptionSpecs = OptionSpecs>(
  definition: RuleDefinition<M, S>,
): Rule {
  const family = definition.id.slice(0, definition.id.indexOf("/")) as Family;
  return {
    id: definition.id,
    family,
    severity: definition.severity,
    confidence: definition.confidence,
    since: definition.since,
    fix: definition.fix ?? null,
    docs: definition.docs,
    messages: definition.messages,
    examples: definition.examples,
    options: definition.options ?? {},
    create: definition.create as Rule["create"],
  };
}

/** Listens to one class of syntax nodes with the node's own type. */
export function onNode<N extends NodeFact["node"]>(
  type: abstract new (...values: never[]) => N,
  listen: (fact: NodeFact<N>) => void,
): NodeListener {
  return { type, listen: listen as NodeListener["listen"] };
}

/** Listens to the calls of some methods, with or without a receiver. */
export function onCall(calls: Iterable<string>, listen: (fact: NodeFact<CallNode>) => void): NodeListener {
  return { calls, listen: listen as NodeListener["listen"] };
}

/** Listens to the entries of hash literals with some keys, be they symbols or strings. */
export function onPair(keys: Iterable<string>, listen: (fact: NodeFact<AssocNode>) => void): NodeListener {
  return { keys, listen: listen as NodeListener["listen"] };
}

/**
 * Listens only in files whose text has something, as a short test before the many nodes of most files. A pattern looks
 * at the text as it is written, so what is put together or escaped (`"\x41"`) may be missed, but nothing else is.
 */
export function whereTextHas(where: RegExp, ...listeners: readonly NodeListener[]): NodeListener[] {
  return listeners.map((listener) => ({ ...listener, where }));
}

/** Listens to some attributes of fields, such as `pick_list`. */
export function onAttribute(names: Iterable<string>, listen: AttributeListener["listen"]): AttributeListener {
  return { names, listen };
}

/** Ruby source in an example: the common indentation is removed, as well as the first line break. */
export function ruby(strings: TemplateStringsArray, ...values: readonly string[]): string {
  // Every start of the command line does this for all examples.
  const lines = String.raw({ raw: strings.raw }, ...values).split("\n");
  if (lines[0] === "") lines.shift();
  let common = Infinity;
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length) common = Math.min(common, indent);
  }
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const text = common === Infinity ? line : line.slice(common);
      return index === last && line.trim() === "" ? "" : text;
    })
    .join("\n");
}
