import type { Place } from "../../connector/dsl-hash.ts";
import { exactItems, textOf, type Value } from "../../connector/value.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { derivedLabel } from "../../text/labels.ts";
import { quoted } from "../../text/prose.ts";
import { isCamelName } from "./plain-names.ts";

/** Names of the API, but for locales and what has digits: en_us, utf_8 and gpt_4 are what users know. */
const rawName = /^(?!\D*\d)(?![a-z]{2}_[a-z]{2}$)(?:[a-z]+(?:_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+)$/;

export const pickListLabels = defineRule({
  id: "usability/pick-list-labels",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names the options of pick lists in words.",
    why: "Users read the label of an option; values of the API such as `in_progress` or two equal labels leave them to guess.",
    remedy: "Write each option as `['In progress', 'in_progress']`, with a label of its own.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/picklists.html"],
  },
  messages: {
    raw: (name: string, label: string, better: string) =>
      `The pick list \`${name}\` shows values of the API as labels, such as “${label}” instead of “${better}”.`,
    twice: (name: string, label: string) =>
      `The pick list \`${name}\` has the label “${label}” for two different values.`,
  },
  examples: {
    bad: [
      {
        name: "values as labels",
        source: ruby`
          { title: 'Acme', pick_lists: { statuses: ->() { [%w[open open], %w[in_progress in_progress]] } } }
                                         ^^^^^^^^^ raw
        `,
      },
      {
        name: "one label for two values",
        source: ruby`
          { title: 'Acme', pick_lists: { sizes: ->() { [['Small', 's'], ['Small', 'xs']] } } }
                                         ^^^^^^ twice
        `,
      },
      {
        name: "values in camel case as labels",
        source: ruby`
          { title: 'Acme', pick_lists: { statuses: ->() { [%w[name name], %w[createdAt createdAt]] } } }
                                         ^^^^^^^^^ raw
        `,
      },
    ],
    good: [
      {
        name: "locales, encodings and models",
        source: ruby`
          { title: 'Acme', pick_lists: { locales: ->() { [%w[en_us en_us], %w[utf_8 utf_8], %w[gpt_4 gpt_4]] } } }
        `,
      },
      {
        name: "labels in words",
        source: ruby`
          { title: 'Acme', pick_lists: { statuses: ->() { [['Open', 'open'], ['In progress', 'in_progress']] } } }
        `,
      },
      {
        name: "names and units that begin small",
        source: ruby`
          { title: 'Acme', pick_lists: {
            airlines: ->() { [%w[easyJet easyJet], %w[Lufthansa Lufthansa]] }, units: ->() { [%w[mmHg mmHg]] }
          } }
        `,
      },
      {
        name: "codes that users know",
        source: ruby`{ title: 'Acme', pick_lists: { verbs: ->() { [%w[GET get], %w[POST post]] } } }`,
      },
      {
        name: "options that are not known",
        source: ruby`
          { title: 'Acme', pick_lists: { boards: ->() { get('/boards').map { |board| [board['name'], board['id']] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      pickList(pickList) {
        judge(pickList.name, pickList.options, pickList);
      },
      attribute: onAttribute(["pick_list", "options"], (field, list) => {
        if (!field.isInput && !field.isConfig && !field.isConnection) return;
        if (field.name === null || (list.key === "options" && field.has("pick_list"))) return;
        judge(field.name, list.value, list);
      }),
    };

    function judge(name: string, options: Value, place: Place): void {
      const values = new Map<string, string>();
      let twice: string | null = null;
      let raw: string | null = null;
      let inCamel: string | null = null;
      let isNamed = false;
      for (const option of exactItems(options) ?? []) {
        const items = exactItems(option);
        const [label, value] = [textOf(items?.[0]), textOf(items?.[1])];
        if (label === null) continue;
        if (rawName.test(label)) raw ??= label;
        else if (value === label && isCamelName(label)) inCamel ??= label;
        isNamed ||= /^\p{Lu}/u.test(label);
        if (value === null || items?.length !== 2) continue;
        const before = values.get(label);
        if (before !== undefined && before !== value) twice ??= label;
        values.set(label, value);
      }
      // Among names with capitals, it is one such as easyJet.
      if (!isNamed) raw ??= inCamel;
      if (twice !== null) context.report("twice", place, [name, quoted(twice)]);
      else if (raw !== null)
        context.report("raw", place, [
          name,
          quoted(raw),
          derivedLabel(isCamelName(raw) ? raw : raw.toLowerCase()),
        ]);
    }
  },
});
