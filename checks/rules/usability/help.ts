import type { Operation } from "../../connector/connector.ts";
import type { Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { shownValue, titleOf } from "../../text/operation-texts.ts";
import { prosesOf, quoted, sayingOf } from "../../text/prose.ts";
import { missingUnderBothNames } from "./former-keys.ts";
import { barely } from "./bare-texts.ts";

/** Up to as many inputs, an action may explain itself. */
const fewInputs = 2;

export const help = defineRule({
  id: "usability/help",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Explains every action and trigger in its help.",
    why: "Users who do not know the application choose and set up a step by what its help tells them.",
    remedy: "Add `help` that says what the step does, what it needs and what its limits are.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#help",
    ],
  },
  messages: {
    missing: (kind: string, name: string) => `The ${kind} \`${name}\` has no \`help\`.`,
    noneOf: (section: string) => `None of the ${section} has \`help\`.`,
    empty: (kind: string, name: string) => `The help of the ${kind} \`${name}\` is empty.`,
    same: (text: string) => `The help “${text}” only repeats the title or subtitle.`,
  },
  examples: {
    bad: [
      {
        name: "no help",
        source: ruby`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead' } } }
                                       ^^^^^^^^^ missing
        `,
      },
      {
        name: "empty help",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { help: '' } } }
                                                           ^^ empty
        `,
      },
      {
        name: "the title once more",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead', help: { body: 'Create lead.' } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ same
        `,
      },
      {
        name: "a whole section without help",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `,
      },
      {
        name: "help that says the title as a sentence",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create lead', help: 'This action creates a lead.' } } }
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ same
        `,
      },
    ],
    good: [
      {
        name: "the key of former versions",
        source: ruby`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead', hint: 'Picks up new leads every five minutes.' } } }
        `,
      },
      {
        name: "only a link",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: '', learn_more_url: 'https://acme.com/docs', learn_more_text: 'Documentation' }
          } } }
        `,
      },
      {
        name: "help that says more",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: 'Creates one lead. Leads with the email address of another lead are merged into it.'
          } } }
        `,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    connector(connector) {
      for (const missing of missingUnderBothNames(connector, "help", "hint")) {
        if (missing.kind === "section") {
          const severity = missing.operations.every(isSimple) ? "notice" : "warning";
          context.report("noneOf", missing.section, [missing.section.key], { severity });
        } else {
          const { operation } = missing;
          const severity = isSimple(operation) ? "notice" : "warning";
          context.report("missing", operation, [operation.kind, operation.name], { severity });
        }
      }
    },
    operation(operation) {
      if (operation.deprecated) return;
      const { kind, name } = operation;
      const property = operation.get("help");
      if (!property) return;
      const value = shownValue(operation, "help");
      const body = bodyOf(value);
      const proses = prosesOf(body);
      if (proses.length !== 1 || !proses[0]!.whole) return;
      const { text } = proses[0]!;
      const saying = sayingOf(text);
      if (saying === "") {
        if (!hasLink(value)) context.report("empty", property.valuePlace, [kind, name]);
      } else if (
        [titleOf(operation)?.text, subtitleOf(operation)].some(
          (other) => other && (sayingOf(other) === saying || barely(other) === barely(text)),
        )
      )
        context.report("same", property.valuePlace, [quoted(text)]);
    },
  }),
});

/** Whether there is so little to set up that help is only nice to have. */
function isSimple({ kind, inputFields, configFields }: Operation): boolean {
  if (kind !== "action" || configFields.exists) return false;
  return !inputFields.exists || (inputFields.closed && inputFields.fields.length <= fewInputs);
}

function bodyOf(value: Value | undefined): Value | undefined {
  return value?.kind === "hash" && !value.open ? value.entries.get("body")?.value : value;
}

/** Whether help without a text still leads somewhere. */
function hasLink(value: Value | undefined): boolean {
  return value?.kind === "hash" && value.entries.has("learn_more_url");
}

function subtitleOf(operation: Operation): string | undefined {
  const [only] = prosesOf(shownValue(operation, "subtitle"));
  return only?.whole ? only.text : undefined;
}
