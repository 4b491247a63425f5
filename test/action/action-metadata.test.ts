import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { inputNames } from "../../action/inputs.ts";

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: object;
  readonly branding: object;
}

const metadata = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as Metadata;

test("action.yml has the inputs that the action reads, in the same order", () => {
  expect(Object.keys(metadata.inputs)).toEqual(inputNames);
});

test("action.yml has no defaults but the job's token, since those of the schema would never count", () => {
  const defaults = Object.entries(metadata.inputs).flatMap(([name, input]) => (input.default ? [name] : []));

  expect(defaults).toEqual(["github-token"]);
});

test("action.yml describes every input and output in a sentence", () => {
  for (const { description } of [...Object.values(metadata.inputs), ...Object.values(metadata.outputs)]) {
    expect(description).toMatch(/^[A-Z`].*\.$/);
  }
  expect(metadata).toMatchObject({
    runs: { using: "node24", main: "dist/index.js" },
    branding: { icon: "check-circle" },
  });
});
