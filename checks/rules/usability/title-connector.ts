import { textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { quoted } from "../../text/prose.ts";

export const titleConnector = defineRule({
  id: "usability/title-connector",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names the connector after the application, and nothing else.",
    why: "Users search the catalogue for the application's name; words around it make the connector look like a test.",
    remedy:
      "Set `title` to the application's name, with “(Custom)” only where Workato has a connector of that name.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general"],
  },
  messages: {
    word: (title: string, word: string) =>
      `The title “${title}” has “${word}” in it, which is not part of the application's name.`,
    version: (title: string, version: string) => `The title “${title}” has the version “${version}” in it.`,
    spaced: (title: string) => `The title “${title}” has spaces at its ends.`,
  },
  examples: {
    bad: [
      {
        name: "the word connector",
        source: ruby`
          { title: 'Acme Connector' }
                   ^^^^^^^^^^^^^^^^ word
        `,
      },
      {
        name: "a version",
        source: ruby`
          { title: 'Acme v2.1' }
                   ^^^^^^^^^^^ version
        `,
      },
      {
        name: "spaces",
        source: ruby`
          { title: ' Acme' }
                   ^^^^^^^ spaced
        `,
      },
      {
        name: "other words around the name",
        source: ruby`
          { title: 'Acme for Workato' }
                   ^^^^^^^^^^^^^^^^^^ word
        `,
      },
      {
        name: "a copy",
        source: ruby`
          { title: 'Copy of Acme' }
                   ^^^^^^^^^^^^^^ word
        `,
      },
      {
        name: "a name of the API's kind",
        source: ruby`
          { title: 'acme_connector' }
                   ^^^^^^^^^^^^^^^^ word
        `,
      },
    ],
    good: [
      { name: "the application's name", source: ruby`{ title: 'Acme' }` },
      { name: "a custom version of a standard connector", source: ruby`{ title: 'Acme (Custom)' }` },
      { name: "no title, which a rule of its own tells", source: ruby`{ connection: {}, actions: {} }` },
      { name: "an empty title, which that rule tells as well", source: ruby`{ title: ' ' }` },
      { name: "a name with a number", source: ruby`{ title: 'Office 365' }` },
      { name: "a name of several words", source: ruby`{ title: 'Connect to Workato' }` },
    ],
  },
  create: (context) => ({
    connector({ title }) {
      const text = title && textOf(title.value);
      // A rule of its own tells where there is none.
      if (!title || !text?.trim()) return;
      const name = text.trim();
      const word =
        /(?:^|[\s(_-])(connector|sdk|sample|demo|poc|wip|test|testing|beta|draft|copy)\)?$/i.exec(
          name,
        )?.[1] ??
        /\s(\((?:dev|development|sandbox|staging|old|new)\)|for workato)$/i.exec(name)?.[1] ??
        /^(copy of)\s/i.exec(name)?.[1];
      const version = /\s(v(?:ersion)?\.?\s?\d[\d.]*|\d+\.\d[\d.]*)$/i.exec(name)?.[1];
      if (word && name.length > word.length) context.report("word", title.valuePlace, [quoted(name), word]);
      else if (version) context.report("version", title.valuePlace, [quoted(name), version]);
      else if (name !== text)
        context.report("spaced", title.valuePlace, [quoted(name)], { severity: "notice" });
    },
  }),
});
