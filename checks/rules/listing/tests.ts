import { maxProjectFiles } from "../../project.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { projectDirectory, readListing } from "./listing-file.ts";

export const tests = defineRule({
  id: "listing/tests",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Has tests that name every action and trigger.",
    why: "Reviewers see from the tests what was tried, and later versions are less likely to break recipes.",
    remedy:
      "Add a spec for the operation under `spec/`; the SDK's `workato generate test` writes a first one.",
    sources: [projectDirectory],
  },
  messages: {
    none: () => "The project has no tests under `spec/`.",
    untested: (kind: string, name: string) => `No test under \`spec/\` names the ${kind} \`${name}\`.`,
  },
  examples: {
    bad: [
      { name: "no tests", source: shop, files: { "listing.yml": listing() }, reports: ["none"] },
      {
        name: "a trigger without a test",
        source: ruby`
          {
            connection: {},
            actions: { create_order: { title: 'Create order' } },
            triggers: { new_order: { title: 'New order' } }
                        ^^^^^^^^^^ untested
          }
        `,
        files: { "listing.yml": listing(), "spec/shop_spec.rb": "connector.actions.create_order.execute\n" },
      },
    ],
    good: [
      {
        name: "a name that is no word",
        source: "{ connection: {}, actions: { 'create-order' => {} } }\n",
        files: {
          "listing.yml": listing(),
          "spec/shop_spec.rb": "connector.actions['create-order'].execute\n",
        },
      },
      {
        name: "a test for each",
        source: shop,
        files: {
          "listing.yml": listing(),
          "spec/actions/create_order_spec.rb": "RSpec.describe 'actions/create_order'\n",
          "spec/triggers_spec.rb": "connector.triggers.new_order.poll\n",
        },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      // Not all of so many were looked at.
      if (files.size >= maxProjectFiles) return;
      const specs = [...files].filter(([path]) => /^spec\/.*\.rb$/.test(path));
      if (specs.length === 0) {
        context.report("none", null, [], file.options);
        return;
      }
      // A test that was not read may name anything.
      if (specs.some(([, { bytes }]) => bytes === null)) return;
      const decoder = new TextDecoder();
      const texts = specs.map(([path, { bytes }]) => `${path} ${decoder.decode(bytes ?? undefined)}`);
      const words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
      for (const operation of context.connector.operations) {
        const { name, kind, deprecated } = operation;
        if (deprecated || words.has(name) || words.has(`${name}_spec`)) continue;
        // A name that is no word stands in quotes.
        if (/\W/.test(name) && texts.some((text) => text.includes(name))) continue;
        context.report("untested", operation, [kind, name]);
      }
    },
  }),
});
