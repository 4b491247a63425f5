import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const fieldNameCharacters = defineRule({
  id: "structure/field-name-characters",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names fields with letters, digits and underscores only.",
    why: "With other characters an input is not shown, and datapills are garbled.",
    remedy: "Give the field a plain name, and change it back to the API's name in `execute`.",
    sources: [pages.bestPractices, pages.codePatterns],
  },
  messages: {
    characters: (name: string, characters: string) => `The field name \`${name}\` contains ${characters}.`,
  },
  examples: {
    bad: [
      {
        name: "a hyphen",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'due-date' }] } } } }
                                                       ^^^^^ characters
        `,
      },
    ],
    good: [
      {
        name: "letters of other languages",
        source: ruby`{ actions: { a: { input_fields: ->(_od) { [{ name: 'straße' }, { name: '氏名' }] } } } }`,
      },
      {
        name: "letters, digits and underscores",
        source: ruby`{ actions: { a: { input_fields: ->(_od) { [{ name: 'dueDate_2' }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const { name } = field;
      if (!name || !/\W/.test(name) || !/[^\p{L}\p{M}\p{N}_]/u.test(name) || !field.isUsed || field.isToggle)
        return;
      const property = field.get("name");
      if (!property || !field.uses.every((use) => use.name === name)) return;
      const odd = new Set(name.match(/[^\p{L}\p{M}\p{N}_]/gu));
      const isMild = [...odd].every((character) => " ()[]".includes(character));
      const list = new Set(
        Array.from(odd, (character) => (/\s/u.test(character) ? "a space" : `\`${character}\``)),
      );
      context.report(
        "characters",
        property,
        [name.replaceAll(/\s/gu, " "), [...list].join(", ").replace(/, (?=[^,]*$)/u, " and ")],
        isMild ? { severity: "notice" } : {},
      );
    },
  }),
});
