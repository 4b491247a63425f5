import type { Connector } from "../connector/connector.ts";
import { type Place, WrittenProperty } from "../connector/dsl-hash.ts";
import type { FactListener, NodeListeners } from "../connector/walk.ts";
import type { ConnectorProject } from "../project.ts";
import type { SourceText } from "../ruby/source.ts";
import type { Finding, Severity } from "./finding.ts";
import { internalErrorId } from "./own-findings.ts";
import type {
  AttributeListener,
  ConnectorFile,
  Listener,
  NodeListener,
  Parts,
  ReportOptions,
  Rule,
  RuleContext,
} from "./rule.ts";
import type { WaiverReview } from "./waivers.ts";
import { fieldListsOf, writtenFieldsOf } from "./written-fields.ts";
import { addTo } from "../groups.ts";

/** How a rule is set for one run; what is absent is the rule's own. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, unknown>>;
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Rules made ready for one connector. */
export interface ReadyRules {
  /** What the rules say of the file itself. */
  runOnFile(file: ConnectorFile): Finding[];
  /** What the rules say of the file and its model. */
  run(connector: Connector): Finding[];
  /** What the rules say of the waivers. */
  runOnWaivers(review: WaiverReview): Finding[];
  /** What was found so far, for when something else fails. */
  findings(): readonly Finding[];
}

interface ReadyRule {
  readonly rule: Rule;
  readonly listener: Listener;
}

/** Those that listen to one kind of part. */
type Listening = readonly { readonly rule: Rule; readonly listen: (part: unknown) => void }[];

interface AttributeListening {
  readonly rule: Rule;
  readonly listen: AttributeListener["listen"];
}

/**
 * Prepares rules for one project. A rule that throws becomes a finding of its own that names it, and the other
 * rules go on.
 */
export function prepareRules(
  rules: readonly Rule[],
  project: ConnectorProject,
  settings: RuleSettings,
): ReadyRules {
  const run: Run = { project, connector: null, source: null, findings: [], shared: new Map() };
  const { findings } = run;
  const ready: ReadyRule[] = [];
  for (const rule of rules) {
    const setting = settings.get(rule.id);
    if (setting?.severity === "off") continue;
    guard(rule, () => ready.push({ rule, listener: rule.create(new ContextOfRule(run, rule, setting)) }));
  }
  let known: ReadonlyMap<string, Listening> | undefined;

  return {
    findings: () => findings,
    runOnWaivers(review) {
      const before = findings.length;
      each("waivers", [review]);
      return findings.slice(before);
    },
    runOnFile(file) {
      run.source = file.source;
      each("file", [file]);
      return findings;
    },
    run(model) {
      run.connector = model;
      tell(model);
      for (const { rule, listen } of listeningTo("end")) guard(rule, () => listen(undefined));
      return findings;
    },
  };

  function guard(rule: Rule, run: () => void): void {
    try {
      run();
    } catch (error) {
      failed(rule, error);
    }
  }

  function failed(rule: Rule, error: unknown): void {
    findings.push(internalError(rule.id, project.file, error));
  }

  /** Tells a rule of many parts; there are too many for a closure each. */
  function guardEach<P>(rule: Rule, listen: (part: P) => void, parts: readonly P[]): void {
    for (const part of parts) {
      try {
        listen(part);
      } catch (error) {
        failed(rule, error);
      }
    }
  }

  function listeningTo(kind: keyof Parts | "end"): Listening {
    return (known ??= byKind(ready)).get(kind) ?? [];
  }

  function each<K extends keyof Parts>(kind: K, parts: readonly Parts[K][]): void {
    for (const { rule, listen } of listeningTo(kind)) guardEach(rule, listen, parts);
  }

  /** The listeners for syntax nodes; one that several rules share is told once. */
  function nodeListeners(text: string): NodeListeners {
    const has = testsOf(text);
    const byClass = new Map<unknown, NodeListener[]>();
    const byCall = new Map<string, NodeListener[]>();
    const byKey = new Map<string, NodeListener[]>();
    const ruleOf = new Map<FactListener, Rule>();
    for (const { rule, listener } of ready) {
      for (const one of listener.node ?? []) {
        if (ruleOf.has(one) || (one.where && !has(one.where))) continue;
        ruleOf.set(one, rule);
        if ("type" in one) addTo(byClass, one.type, one);
        else if ("calls" in one) for (const name of one.calls) addTo(byCall, name, one);
        else for (const key of one.keys) addTo(byKey, key, one);
      }
    }
    return { byClass, byCall, byKey, failed: (one, error) => failed(ruleOf.get(one)!, error) };
  }

  function tellOfFields(model: Connector): void {
    const byAttribute = attributeListeners();
    if (byAttribute.size + listeningTo("field").length + listeningTo("fieldList").length === 0) return;
    const lists = fieldListsOf(model);
    each("fieldList", lists);
    const fields = writtenFieldsOf(lists, model);
    each("field", fields);
    for (const field of fields) {
      for (const entry of field.hash.entries.values()) {
        const listening = byAttribute.get(entry.key);
        if (!listening) continue;
        const attribute = new WrittenProperty(entry, field);
        for (const { rule, listen } of listening) {
          try {
            listen(field, attribute);
          } catch (error) {
            failed(rule, error);
          }
        }
      }
    }
  }

  function attributeListeners(): ReadonlyMap<string, readonly AttributeListening[]> {
    const byAttribute = new Map<string, AttributeListening[]>();
    for (const { rule, listener } of ready) {
      if (!listener.attribute) continue;
      const { names, listen } = listener.attribute;
      for (const name of names) addTo(byAttribute, name, { rule, listen });
    }
    return byAttribute;
  }

  function tell(model: Connector): void {
    const { connection } = model;
    model.walk(nodeListeners(model.source.text ?? ""));
    each("connector", [model]);
    each("connection", [connection]);
    each("authorization", [
      ...(connection.authorization ? [connection.authorization] : []),
      ...connection.options,
    ]);
    each("operation", model.operations);
    each("action", model.actions.entries);
    each("trigger", model.triggers.entries);
    each("objectDefinition", model.objectDefinitions.entries);
    each("pickList", model.pickLists.entries);
    each("method", model.methods.entries);
    each("lambda", model.lambdas);
    each("request", model.requests);
    each("methodCall", model.methodCalls);
    tellOfFields(model);
    if (project.files) each("project", [project.files]);
    for (const { rule, listener } of ready) {
      for (const name in listener.bareCall) {
        const calls = model.facts.bareCalls.get(name);
        if (calls) guardEach(rule, listener.bareCall[name]!, calls);
      }
    }
  }
}

/** Tests a text for patterns, once for each of them. */
function testsOf(text: string): (pattern: RegExp) => boolean {
  const known = new Map<RegExp, boolean>();
  return (pattern) => {
    const has = known.get(pattern) ?? pattern.test(text);
    known.set(pattern, has);
    return has;
  };
}

function byKind(ready: readonly ReadyRule[]): ReadonlyMap<string, Listening> {
  const listening = new Map<string, { rule: Rule; listen: (part: unknown) => void }[]>();
  for (const { rule, listener } of ready) {
    for (const kind in listener) {
      const listen: unknown = listener[kind as keyof Listener];
      if (typeof listen === "function")
        addTo(listening, kind, { rule, listen: listen as (part: unknown) => void });
    }
  }
  return listening;
}

/** What all rules of one run share. */
interface Run {
  readonly project: ConnectorProject;
  /** Null until the model is there. */
  connector: Connector | null;
  /** Null until the file has been read. */
  source: SourceText | null;
  readonly findings: Finding[];
  readonly shared: Map<() => unknown, unknown>;
}

/** A class, since every run makes one for each rule. */
class ContextOfRule implements RuleContext {
  readonly project: ConnectorProject;
  readonly #run: Run;
  readonly #rule: Rule;
  readonly #setting: RuleSetting | undefined;
  #options: Readonly<Record<string, unknown>> | undefined;

  constructor(run: Run, rule: Rule, setting: RuleSetting | undefined) {
    this.project = run.project;
    this.#run = run;
    this.#rule = rule;
    this.#setting = setting;
  }

  // Only asked for while the rules run.
  get connector(): Connector {
    return this.#run.connector!;
  }

  get source(): SourceText {
    return this.#run.source!;
  }

  get options(): Readonly<Record<string, unknown>> {
    return (this.#options ??= { ...defaultsOf(this.#rule), ...this.#setting?.options });
  }

  shared<T>(create: () => T): T {
    const { shared } = this.#run;
    if (!shared.has(create)) shared.set(create, create());
    return shared.get(create) as T;
  }

  report(
    message: string,
    place: Place | null,
    values: readonly unknown[],
    options: ReportOptions = {},
  ): void {
    const rule = this.#rule;
    const text = rule.messages[message]!;
    this.#run.findings.push({
      ruleId: rule.id,
      severity: severityOf(rule, this.#setting, options),
      message: text(...(values as never[])),
      file: options.file ?? this.project.file,
      span: place?.span ?? null,
      ...(options.line === undefined ? {} : { line: options.line }),
      path: options.path ?? place?.path ?? null,
      fix: options.fix ? { ...options.fix, safety: rule.fix ?? "unsafe" } : null,
      ...(options.related?.length ? { related: options.related } : {}),
    });
  }
}

function defaultsOf({ options }: Rule): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}

function severityOf(rule: Rule, setting: RuleSetting | undefined, options: ReportOptions): Severity {
  if (setting?.severity && setting.severity !== "off") return setting.severity;
  return options.severity ?? rule.severity;
}

/** A rule that failed, said as a finding. */
function internalError(ruleId: string, file: string, error: unknown): Finding {
  const message = `The rule \`${ruleId}\` failed with ${reasonOf(error)}; this is a defect of Connector Gate, and the other rules went on.`;
  return ownFinding("warning", message, file);
}

/** Checks that failed as a whole. Nothing looked at the connector, and that does not pass. */
export function failedChecks(file: string, error: unknown): Finding {
  const message = `The checks failed with ${reasonOf(error)}, so hardly anything is known of this connector; this is a defect of Connector Gate.`;
  return ownFinding("error", message, file);
}

/** Never the text of the error: it may quote the connector. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : "an error";
}

function ownFinding(severity: Severity, message: string, file: string): Finding {
  return { ruleId: internalErrorId, severity, message, file, span: null, path: null, fix: null };
}
