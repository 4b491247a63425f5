import type { Operation, Section } from "../../connector/connector.ts";
import { defineRule } from "../../engine/rule.ts";
import { nearest } from "../../yaml/nearest.ts";
import { listing, shop } from "./listing-examples.ts";
import { planning, readListing } from "./listing-file.ts";

const whole =
  "[{ title: Orders, description: New orders are copied., actions: [create_order], triggers: [new_order] }]";

export const useCases = defineRule({
  id: "listing/use-cases",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a use case for every action and trigger.",
    why: "Reviewers try the connector by its use cases; an operation that is in none has no known use and is not tried.",
    remedy:
      "Name the operation in a use case of `listing.yml`, or leave it out of the connector until somebody needs it.",
    sources: [planning],
  },
  messages: {
    none: () => "The manifest has no use cases.",
    uncovered: (kind: string, name: string) => `The ${kind} \`${name}\` is in no use case.`,
    unknown: (useCase: string, kind: string, name: string, hint: string) =>
      `The use case \`${useCase}\` names the ${kind} \`${name}\`, which the connector does not have${hint}.`,
  },
  examples: {
    bad: [
      { name: "no use cases", source: shop, files: { "listing.yml": listing() }, reports: ["none"] },
      {
        name: "a trigger in no use case",
        source: shop,
        files: {
          "listing.yml": listing({
            use_cases: "[{ title: Orders, description: Orders are made., actions: [create_order] }]",
          }),
        },
        reports: ["uncovered"],
      },
      {
        name: "a misspelt action",
        source: shop,
        files: { "listing.yml": listing({ use_cases: whole.replace("create_order", "create_orders") }) },
        reports: ["unknown", "uncovered"],
      },
    ],
    good: [
      { name: "all in a use case", source: shop, files: { "listing.yml": listing({ use_cases: whole }) } },
      {
        name: "a deprecated action in none",
        source: shop.replace("title: 'Create order'", "title: 'Create order', deprecated: true"),
        files: { "listing.yml": listing({ use_cases: whole.replace("actions: [create_order], ", "") }) },
      },
      {
        name: "an action with a name that the manifest cannot have",
        source: shop.replace("create_order", "'create-order'"),
        files: { "listing.yml": listing({ use_cases: whole.replace("actions: [create_order], ", "") }) },
      },
      {
        name: "operations that are not known",
        source: "{ connection: {}, actions: actions_of(x) }\n",
        files: {
          "listing.yml": listing({
            use_cases: whole
              .replace("new_order", "x")
              .replace("triggers", "actions")
              .replace("actions: [create_order], ", ""),
          }),
        },
      },
    ],
  },
  create: (context) => ({
    project() {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const cases = file.manifest.use_cases ?? [];
      const { actions, triggers, operations } = context.connector;
      if (cases.length === 0) {
        if (operations.length > 0) context.report("none", file.at(), [], file.options);
        return;
      }
      for (const [kind, section] of [
        ["action", actions],
        ["trigger", triggers],
      ] as const) {
        const key = `${kind}s` as const;
        const named = new Set(cases.flatMap((useCase) => useCase[key] ?? []));
        for (const [index, useCase] of cases.entries()) {
          for (const [position, name] of (useCase[key] ?? []).entries()) {
            if (!section.closed || section.has(name)) continue;
            const where = file.at("use_cases", index, key, position);
            context.report(
              "unknown",
              where,
              [useCase.title, kind, name, hintFor(name, section)],
              file.options,
            );
          }
        }
        for (const operation of section.entries) {
          // The manifest takes no other names.
          if (!/^\w{1,100}$/.test(operation.name)) continue;
          if (operation.deprecated || named.has(operation.name)) continue;
          const where = file.atKey("use_cases");
          context.report("uncovered", where, [kind, operation.name], {
            ...file.options,
            path: operation.path,
          });
        }
      }
    },
  }),
});

function hintFor(name: string, section: Section<Operation>): string {
  const near = nearest(
    name,
    section.entries.map((entry) => entry.name),
  );
  return near === null ? "" : `; perhaps \`${near}\` is meant`;
}
