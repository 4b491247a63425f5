import { defineRule, ruby } from "../../engine/rule.ts";
import { quoted, sayingOf } from "../../text/prose.ts";
import { labelOf } from "../../text/seen-fields.ts";

const filler =
  /^(?:please )?(?:enter|provide|specify|input|type|fill in|add|give|choose|select|set|pick)(?: (?:in|an?|the|your|here))* /;

export const hintQuality = defineRule({
  id: "usability/hint-quality",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes hints that say more than the label.",
    why: "A hint that repeats the label costs the reader time, and hides that something is left unsaid.",
    remedy:
      "Say what the value is for, where to find it or how to write it; without anything to say, leave the hint out.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#field-level-hints",
    ],
  },
  messages: {
    repeats: (hint: string, label: string) => `The hint “${hint}” says no more than the label “${label}”.`,
    state: (hint: string) => `The hint “${hint}” tells only what the editor shows anyway.`,
    draft: (hint: string) => `The hint “${hint}” is not written yet.`,
    blank: (name: string) => `The hint of the field \`${name}\` is empty.`,
    dots: (hint: string) => `The hint “${hint}” ends with dots, as if more were to come.`,
  },
  examples: {
    bad: [
      {
        name: "the label once more",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Enter your subdomain.' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^ repeats
        `,
      },
      {
        name: "whether the field is required",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'Required' }] } }
                                                                             ^^^^^^^^^^ state
        `,
      },
      {
        name: "a reminder",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'TODO: describe' }] } }
                                                                             ^^^^^^^^^^^^^^^^ draft
        `,
      },
      {
        name: "an empty hint",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: '' }] } }
                                                                             ^^ blank
        `,
      },
      {
        name: "dots at the end",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'The part before acme.com...' }] } }
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dots
        `,
      },
    ],
    good: [
      {
        name: "a hint that helps",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'subdomain', hint: 'For acme.example.com, enter acme.' }] } }
        `,
      },
      {
        name: "examples that end with dots",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'region', hint: 'One of eu1, eu2, ...' }] } }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      if (!field.isSeen && !field.isToggle) return;
      if (!field.isInput && !field.isConfig && !field.isConnection) return;
      const hint = field.get("hint");
      const text = field.text("hint");
      if (!hint || text === null) return;
      const saying = sayingOf(text);
      const label = labelOf(field);
      const shown = quoted(text);
      if (text.trim() === "") context.report("blank", hint.valuePlace, [field.name ?? "?"]);
      else if (
        /^(?:todo|tbd|tbc|fixme|xxx|lorem ipsum|hint|hint text)\b/.test(saying) &&
        !/^hint \w+ \w+/.test(saying)
      )
        context.report("draft", hint.valuePlace, [shown]);
      else if (/^(?:required|optional|mandatory)$/.test(saying))
        context.report("state", hint.valuePlace, [shown]);
      else if (
        label !== null &&
        sayingOf(label) !== "" &&
        saying.replace(filler, "") === sayingOf(label).replace(filler, "")
      )
        context.report("repeats", hint.valuePlace, [shown, label]);
      else if (/[^\s,.]\s?(?:\.{3,}|…)$/.test(text.trim()) && !/,/.test(text))
        context.report("dots", hint.valuePlace, [shown], { severity: "notice" });
    },
  }),
});
