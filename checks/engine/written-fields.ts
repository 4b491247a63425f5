import type { Connector } from "../connector/connector.ts";
import { type Field, type FieldList, type FieldRole, ListedField, nestedLists } from "../connector/fields.ts";
import type { Node } from "../ruby/nodes.ts";
import type { WrittenField } from "./rule.ts";

/** Every list of fields of the connector, nested ones included. Object definitions come first. */
export function fieldListsOf(connector: Connector): FieldList[] {
  const roots: FieldList[] = [
    ...connector.objectDefinitions.entries.map((definition) => definition.fields),
    connector.connection.fields,
    connector.connection.extendedFields,
    ...connector.operations.flatMap((operation) => [
      operation.configFields,
      operation.inputFields,
      operation.outputFields,
    ]),
  ];
  for (const option of connector.connection.options) {
    const fields = option.get("fields");
    if (fields) roots.push(connector.fieldListOf(fields, "connection"));
  }
  return roots.filter((list) => list.exists).flatMap(nestedLists);
}

/** The fields as written: each hash literal once, in source order, with all its uses. */
export function writtenFieldsOf(lists: readonly FieldList[]): WrittenField[] {
  const byNode = new Map<Node, ListedField[]>();
  for (const list of lists) for (const field of list.fields) add(field);
  return [...byNode.values()].map(toWrittenField).sort((a, b) => a.span.start - b.span.start);

  function add(field: Field): void {
    if (field.node && field instanceof ListedField) {
      const uses = byNode.get(field.node);
      if (uses) uses.push(field);
      else byNode.set(field.node, [field]);
    }
    if (field.toggle) add(field.toggle);
  }
}

function toWrittenField(uses: readonly ListedField[]): WrittenField {
  return new FieldAsWritten(uses.find((use) => use.pristine) ?? uses[0]!, uses);
}

function isUsedAs(role: FieldRole, uses: readonly Field[]): boolean {
  return uses.some((use) => use.list.role === role);
}

class FieldAsWritten extends ListedField implements WrittenField {
  readonly uses: readonly Field[];
  readonly isInput: boolean;
  readonly isOutput: boolean;
  readonly isConnection: boolean;
  readonly isConfig: boolean;
  readonly isUsed: boolean;

  constructor(first: ListedField, uses: readonly ListedField[]) {
    super(first);
    this.uses = uses;
    this.isInput = isUsedAs("input", uses);
    this.isOutput = isUsedAs("output", uses);
    this.isConnection = isUsedAs("connection", uses);
    this.isConfig = isUsedAs("config", uses);
    this.isUsed = this.isInput || this.isOutput || this.isConnection || this.isConfig;
  }

  get isPristine(): boolean {
    return this.uses.every((use) => use.pristine);
  }
}
