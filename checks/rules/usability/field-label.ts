import type { Field } from "../../connector/fields.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, type ReportOptions, ruby } from "../../engine/rule.ts";
import { addedAttributes, replacedText } from "../../text/edits.ts";
import type { SourceText } from "../../ruby/source.ts";
import { betterLabel, derivedLabel } from "../../text/labels.ts";
import { quoted } from "../../text/prose.ts";
import { isTopLevel, placeOf } from "../../text/seen-fields.ts";
import { isCamelName, isWordInCapitals, stumblingWordIn } from "./plain-names.ts";
import { endsWithStop } from "./title-forms.ts";

/** An acronym in small letters; what is next to signs or in quotes is code. */
const smallAcronym = /(?<![\w.:/$`'"{[<-])(?:Id|id|Url|url)s?(?![\w=`'"}\]>-]|[.:]\w)/;

export const fieldLabel = defineRule({
  id: "usability/field-label",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Labels fields in words that users know.",
    why: "Users know a field only by its label; “ID” or “QTY” leaves them to guess what is asked for.",
    remedy: "Give the field a `label` in sentence case that says what the value is, and of what.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    id: (name: string) => `The field \`${name}\` has no \`label\`, so users see “ID” and not of what.`,
    letter: (name: string, label: string) =>
      `The field \`${name}\` has no \`label\`, so users see “${label}”.`,
    badWord: (name: string, label: string, word: string) =>
      `The field \`${name}\` has no \`label\`, so users see “${label}” with “${word}” in it.`,
    capitals: (name: string, label: string) =>
      `The field \`${name}\` has no \`label\`, so users see “${label}” in capitals.`,
    raw: (label: string) => `The label “${label}” is a name of the API, not one for users.`,
    punctuation: (label: string) => `The label “${label}” ends with punctuation.`,
    acronym: (label: string, word: string, better: string) =>
      `The label “${label}” has “${word}” instead of “${better}”.`,
    blank: (name: string) => `The field \`${name}\` has an empty \`label\`.`,
  },
  examples: {
    bad: [
      {
        name: "an id of something",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id' }] } } } }
                                                                                 ^^^^ id
        `,
      },
      {
        name: "a letter",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'q' }] } } } }
                                                                                 ^^^ letter
        `,
      },
      {
        name: "a shortened word",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                 ^^^^^ badWord
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `,
      },
      {
        name: "capitals",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION' }] } } } }
                                                                                 ^^^^^^^^^^^^^ capitals
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'DESCRIPTION', label: 'Description' }] } } } }
        `,
      },
      {
        name: "a name as the label",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'first_name' }] } } } }
                                                                                             ^^^^^^^^^^^^ raw
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `,
      },
      {
        name: "a colon",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name:' }] } } } }
                                                                                             ^^^^^^^^^^^^^ punctuation
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'First name' }] } } } }
        `,
      },
      {
        name: "an acronym in small letters",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead Id' }] } } } }
                                                                                             ^^^^^^^^^ acronym
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Lead ID' }] } } } }
        `,
      },
      {
        name: "an acronym after a word that has the same letters",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Valid id' }] } } } }
                                                                                             ^^^^^^^^^^ acronym
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: 'Valid ID' }] } } } }
        `,
      },
      {
        name: "an empty label",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'a', label: '' }] } } } }
                                                                                             ^^ blank
        `,
      },
      {
        name: "a name in camel case for a label",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'firstName', label: 'firstName' }] } } } }
                                                                                                     ^^^^^^^^^^^ raw
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'firstName', label: 'First name' }] } } } }
        `,
      },
      {
        name: "the label of a datapill",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'owner_id', label: 'owner_id' }] } } } }
                                                                                                     ^^^^^^^^^^ raw
        `,
        fixed: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'owner_id', label: 'Owner ID' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "an id of which the hint says more",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id', hint: 'The ID of the lead.' }] } } } }
        `,
      },
      {
        name: "acronyms and coordinates",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'IBAN' }, { name: 'UNSPSC' }, { name: 'x' }] } } } }
        `,
      },
      {
        name: "abbreviations and code in labels",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [
            { name: 'phone', label: 'Phone ext.' }, { name: 'company', label: 'Acme Corp.' }, { name: 'path', label: 'Path of user.id' },
            { name: 'source', label: 'utm_source' }
          ] } } } }
        `,
      },
      {
        name: "names of which Workato makes good labels",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) {
            [{ name: 'first_name' }, { name: 'lastName' }, { name: 'customer_id' }, { name: 'websiteUrl' }]
          } } } }
        `,
      },
      {
        name: "a label that says of what",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'id' }, { name: 'qty' }, { name: 'mmHg', label: 'mmHg' }, { name: 'phone', label: 'iPhone' }]
          } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const { name } = field;
      const label = field.get("label");
      // Datapills are found by their labels; without one, another rule tells of them.
      if (!field.isSeen && !(label && field.isOutput && field.isCurrent)) return;
      if (label) {
        const text = field.text("label")?.trim();
        if (text === undefined || name === null) return;
        const place = label.valuePlace;
        const relabelled = (better: string) => fixed(replacedText(context.source, label, better), better);
        if (text === "") context.report("blank", place, [name]);
        // Marketers know the parameters of links by these names.
        else if (/^(?!utm_)[a-z0-9]+(?:_[a-z0-9]+)+$/.test(text) || (text === name && isCamelName(text)))
          context.report("raw", place, [quoted(text)], relabelled(derivedLabel(text)));
        else if (endsWithStop(text) || /[^.]:$/.test(text))
          context.report("punctuation", place, [quoted(text)], relabelled(text.slice(0, -1).trim()));
        else {
          const found = smallAcronym.exec(text);
          if (!found || text.includes("://")) return;
          const [bad] = found;
          const capitals = bad.replace(/^\w+?(?=s?$)/, (word) => word.toUpperCase());
          const better = text.slice(0, found.index) + capitals + text.slice(found.index + bad.length);
          context.report("acronym", place, [quoted(text), bad, capitals], relabelled(better));
        }
        return;
      }
      if (name === null || !field.closed || !field.isPristine) return;
      const derived = derivedLabel(name);
      const isSwitch = derived === "Desc" && field.text("type") === "boolean";
      const bad = isSwitch ? null : stumblingWordIn(derived);
      if (derived === "ID") {
        // A hint may say of what.
        if (isTopLevel(field) && !field.has("hint")) context.report("id", placeOf(field), [name]);
      } else if (/^[A-W]$/.test(derived)) context.report("letter", placeOf(field), [name, derived]);
      else if (bad)
        context.report(
          "badWord",
          placeOf(field),
          [name, derived, bad.word],
          added(context.source, field, betterLabel(derived)),
        );
      else if (isWordInCapitals(derived)) {
        const lower = derived.charAt(0) + derived.slice(1).toLowerCase();
        context.report("capitals", placeOf(field), [name, derived], added(context.source, field, lower));
      }
    },
  }),
});

/** Advice, with a fix where the source allows one. */
function fixed(edit: Edit | null, better: string): ReportOptions {
  const fix = { title: `Label it “${better}”` };
  return edit ? { severity: "notice", fix: { ...fix, edits: [edit] } } : { severity: "notice" };
}

function added(source: SourceText, field: Field, label: string): ReportOptions {
  return fixed(addedAttributes(source, field, `label: '${label}'`), label);
}
