import { textOf, truthiness, type Value } from "../../connector/value.ts";
import type { Connector } from "../../connector/connector.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, onAttribute, ruby, type WrittenField } from "../../engine/rule.ts";
import { argumentsOf } from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";
import { valuesToTell } from "../../text/allowed-values.ts";
import { addedAttributes } from "../../text/edits.ts";
import { listed } from "../../text/prose.ts";
import { createInputUses } from "../security/input-values.ts";
import { controlOf, placeOf, typeOf } from "../../text/seen-fields.ts";
import { textToggle } from "../../text/toggles.ts";
import { addTo } from "../../groups.ts";

/** From so many fields of one action or object on, it is one thing to say. */
const many = 3;

export const toggleForSelect = defineRule({
  id: "usability/toggle-for-select",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Lets users map a datapill where an input is a list or a checkbox.",
    why: "A drop-down takes only a fixed choice, so without a toggle the value cannot come from an earlier step.",
    remedy:
      "Add `toggle_hint` and a `toggle_field` of `control_type: 'text'` with the same name and `optional`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#using-toggle-fields",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions",
    ],
  },
  messages: {
    missing: (name: string, control: string) =>
      `The \`${control}\` field \`${name}\` has no \`toggle_field\`, so users cannot map a datapill to it.`,
    several: (names: string) =>
      `The fields ${names} are lists or checkboxes and have no \`toggle_field\`, so users cannot map datapills to them.`,
  },
  examples: {
    bad: [
      {
        name: "a drop-down",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', optional: false }]
                     ^^^^^^^^ missing
          } } } }
        `,
        fixed: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', toggle_hint: 'Select from list', toggle_field: { name: 'status', label: 'Status', type: 'string', control_type: 'text', optional: false, toggle_hint: 'Use custom value' }, control_type: 'select', pick_list: 'statuses', optional: false }]
          } } } }
        `,
      },
      {
        name: "several in one list",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses' },
                    ^^^^^^^^ several
            { name: 'stage', control_type: 'select', pick_list: 'stages' },
            { name: 'owner', control_type: 'select', pick_list: 'owners' }
          ] } } } }
        `,
      },
    ],
    good: [
      {
        name: "a list that shows another field",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'kind', control_type: 'select', pick_list: 'kinds' },
            { name: 'approval', ngIf: 'input.kind == "approval"' }
          ] } } } }
        `,
      },
      {
        name: "a list that another one depends on",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [
            { name: 'project', control_type: 'select', pick_list: 'projects' },
            { name: 'task', control_type: 'tree', pick_list: 'tasks', pick_list_params: { project: 'project' } }
          ] } } } }
        `,
      },
      {
        name: "a drop-down with a toggle",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', toggle_hint: 'Select from list',
               toggle_field: { name: 'status', type: 'string', control_type: 'text', toggle_hint: 'Use status' } }]
          } } } }
        `,
      },
      {
        name: "fields that take no datapills",
        source: ruby`
          { title: 'Acme',
            connection: { fields: [{ name: 'region', control_type: 'select', options: [['EU', 'eu']] }] },
            actions: { create_lead: {
              config_fields: [{ name: 'object', control_type: 'select', pick_list: 'objects' }],
              input_fields: ->(_) { [{ name: 'kind', control_type: 'select', pick_list: 'kinds', support_pills: false }] }
            } } }
        `,
      },
      {
        name: "inputs of a trigger",
        source: ruby`
          { title: 'Acme', triggers: { new_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const byOwner = new Map<string, WrittenField[]>();
    const uses = context.shared(createInputUses);
    /** Inputs that are part of a path as they are: as long as only a list's values can be chosen, no harm comes of it. */
    const inPaths = new Set<string>();
    /** Inputs that others depend on: they are not shown, or have no list, for a datapill. */
    const parents = new Set<string>();
    return {
      node: uses.listeners,
      request({ node, lambda }) {
        const [address] = argumentsOf(node);
        if (!lambda || !address) return;
        for (const { key } of uses.rawInPath(address, lambda)) inPaths.add(key);
      },
      attribute: onAttribute(["ngIf", "pick_list_params"], (_field, { value }) => {
        for (const name of namesIn(value)) parents.add(name);
      }),
      field(field) {
        if (lacksToggle(field)) addTo(byOwner, field.path.split(".").slice(0, 2).join("."), field);
      },
      end() {
        for (const all of byOwner.values()) {
          const fields = all.filter(({ name }) => !parents.has(name ?? ""));
          if (fields.length >= many) report(fields);
          else for (const field of fields) report([field]);
        }
      },
    };

    function report(fields: readonly WrittenField[]): void {
      const [first] = fields;
      if (!first) return;
      const isSafe = fields.every(({ name }) => name !== null && !inPaths.has(name));
      const edits = !isSafe
        ? []
        : fields.flatMap((field) => toggleOf(context.source, context.connector, field) ?? []);
      const fix = edits.length === fields.length ? { fix: { title: "Add a toggle to text", edits } } : {};
      if (fields.length === 1)
        context.report("missing", placeOf(first), [first.name!, controlOf(first)!], fix);
      else context.report("several", placeOf(first), [listed(fields.map((field) => field.name!))], fix);
    }
  },
});

/** The fields that a field's pick list (by its parameters), or whether it is shown (by a condition), depends on. */
function namesIn(value: Value): readonly string[] {
  if (value.kind !== "hash") return textOf(value)?.match(/\w+/g) ?? [];
  return [...value.entries.values()].flatMap((entry) => textOf(entry.value)?.split(".").at(-1) ?? []);
}

function lacksToggle(field: WrittenField): boolean {
  if (field.name === null || !field.isSeen || field.isConnection || field.isConfig) return false;
  if (!/^(?:select|multiselect|checkbox)$/.test(controlOf(field) ?? "")) return false;
  if (!field.closed || !field.isPristine || field.has("toggle_field")) return false;
  if (field.flag("support_pills") === false || field.flag("extends_schema") === true) return false;
  // A trigger is the first step: there are no datapills to map yet.
  return !field.uses.every((use) => use.list.path.startsWith("triggers."));
}

/** Writes a toggle to a text field; null where its texts would need quoting. */
function toggleOf(source: SourceText, connector: Connector, field: WrittenField): Edit | null {
  if (field.has("toggle_hint")) return null;
  const optional = field.get("optional");
  const entries = textToggle(field, {
    type: controlOf(field) === "checkbox" ? (typeOf(field) ?? "boolean") : "string",
    isRequired: optional !== undefined && truthiness(optional.value) === false,
    values: valuesToTell(connector, field) ?? [],
  });
  return entries && addedAttributes(source, field, ...entries);
}
