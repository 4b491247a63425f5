import type { Connector } from "../connector/connector.ts";
import { type Field, type FieldList, ListedField, nestedLists } from "../connector/fields.ts";
import type { Node } from "../ruby/nodes.ts";
import type { WrittenField } from "./rule.ts";
import { addTo } from "../groups.ts";

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

/** The fields of some lists as written: each hash literal once, in source order, with all its uses. */
export function writtenFieldsOf(lists: readonly FieldList[], connector: Connector): WrittenField[] {
  const byNode = new Map<Node, ListedField[]>();
  for (const list of lists) for (const field of list.fields) add(field);
  const deprecated = deprecatedPaths(connector);
  return [...byNode.values()]
    .map((uses) => new FieldAsWritten(uses, deprecated))
    .sort((a, b) => a.node!.start - b.node!.start);

  function add(field: Field): void {
    if (field.node && field instanceof ListedField) addTo(byNode, field.node, field);
    if (field.toggle) add(field.toggle);
  }
}

/** What the paths of fields in deprecated steps begin with. */
function deprecatedPaths({ operations }: Connector): readonly string[] {
  return operations.filter(({ deprecated }) => deprecated).map(({ path }) => `${path}.`);
}

class FieldAsWritten extends ListedField implements WrittenField {
  readonly uses: readonly Field[];
  readonly isInput: boolean = false;
  readonly isOutput: boolean = false;
  readonly isConnection: boolean = false;
  readonly isConfig: boolean = false;
  readonly isUsed: boolean;
  readonly isSeen: boolean;
  readonly isCurrent: boolean;
  #isPristine: boolean | undefined;

  constructor(uses: readonly ListedField[], deprecated: readonly string[]) {
    const { hash, list, conditional, options, isToggle } = mostPristine(uses);
    super(hash, list, conditional, options, isToggle);
    this.uses = uses;
    let isFilledIn = false;
    let isCurrent = false;
    for (const { list } of uses) {
      const { role, path } = list;
      if (role === "definition") continue;
      if (role === "input") this.isInput = true;
      else if (role === "output") this.isOutput = true;
      else if (role === "connection") this.isConnection = true;
      else this.isConfig = true;
      if (startsWithAny(path, deprecated)) continue;
      isCurrent = true;
      if (role !== "output") isFilledIn = true;
    }
    this.isUsed = this.isInput || this.isOutput || this.isConnection || this.isConfig;
    this.isSeen = isFilledIn && !this.isToggle;
    this.isCurrent = isCurrent || !this.isUsed;
  }

  get isPristine(): boolean {
    // Most uses share the hash of the definition that they are from.
    return (this.#isPristine ??=
      this.pristine && this.uses.every((use) => use.hash === this.hash || use.pristine));
  }
}

// Loops, since they run for every field, or every use of one.

function mostPristine(uses: readonly ListedField[]): ListedField {
  for (const use of uses) if (use.pristine) return use;
  return uses[0]!;
}

function startsWithAny(path: string, starts: readonly string[]): boolean {
  for (const start of starts) if (path.startsWith(start)) return true;
  return false;
}
