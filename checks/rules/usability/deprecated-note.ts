import type { Operation } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { plainText, prosesOf } from "../../text/prose.ts";

const pointer =
  /\b(?:instead|replac\w+|superseded|migrat\w+|moved to|use(?! this\b)|newer|no longer|see|prefer|switch|recommend\w*|upgrade|obsolete|retired|removed|discontinued|favou?r|supported|sunset|end of life)\b/i;

export const deprecatedNote = defineRule({
  id: "usability/deprecated-note",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says what to use instead of a deprecated action or trigger.",
    why: "Recipes with the old step go on, and whoever maintains them needs to know what it is to become.",
    remedy: "Name the action or trigger that replaces it in its `help`, `subtitle` or `description`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#deprecated"],
  },
  messages: {
    missing: (kind: string, name: string) =>
      `The deprecated ${kind} \`${name}\` does not say what to use instead.`,
  },
  examples: {
    bad: [
      {
        name: "help that was left as it was",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { deprecated: true, help: 'Creates a lead.' } } }
                                      ^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "a title that says no more",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead (deprecated)', deprecated: true } } }
                                      ^^^^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "help that names the new action",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            deprecated: true, help: 'Use the action <b>Create object</b> instead.'
          } } }
        `,
      },
      {
        name: "help in other words",
        source: ruby`
          { title: 'Acme', actions: {
            a: { deprecated: true, help: 'Switch to Create object.' },
            b: { deprecated: true, help: 'Deprecated. Use Create object.' },
            c: { deprecated: true, subtitle: 'Deprecated: Create object does this.' },
            d: { deprecated: true, help: 'Acme shuts down this API, so the action is deprecated.' },
            e: { deprecated: true, title_hint: 'Create object is newer' },
            f: { deprecated: true, subtitle: 'Legacy, use "Create object"' },
            g: { deprecated: true, help: 'Not supported by version 2.' }
          } }
        `,
      },
      {
        name: "a link",
        source: ruby`
          { title: 'Acme', actions: { a: {
            deprecated: true, help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/v2', learn_more_text: 'Version 2' }
          } } }
        `,
      },
      {
        name: "an action in use",
        source: ruby`{ title: 'Acme', actions: { create_lead: { help: 'Creates a lead.' } } }`,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      if (!operation.deprecated || !operation.closed) return;
      const title = textOf(operation, "title");
      const texts = ["subtitle", "title_hint", "description", "help", "hint"].map((key) =>
        textOf(operation, key),
      );
      // A text that is not known may say it.
      if ([title, ...texts].some((text) => text === null || pointer.test(text))) return;
      // Whoever says more than the mark in the title tells it in words of their own.
      if (texts.some((text) => /\bdeprecated\b/i.test(text!))) return;
      context.report("missing", operation, [operation.kind, operation.name]);
    },
  }),
});

/** All the text under a key, empty where there is none; null where some of it, or what it links, is not known. */
function textOf(operation: Operation, key: string): string | null {
  if (!operation.has(key)) return "";
  const value = shownValue(operation, key);
  if (value?.kind === "hash" && value.entries.has("learn_more_url")) return null;
  const shown = value?.kind === "hash" ? value.entries.get("body")?.value : value;
  const proses = prosesOf(shown);
  if (proses.length === 0 || proses.some((prose) => !prose.whole)) return null;
  return proses.map((prose) => plainText(prose.text)).join(" ");
}
