import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { Inputs } from "../../action/inputs.ts";
import { workflowText } from "../../checks/cli/workflow-text.ts";
import { runScript } from "../support/command-line.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const snippets = [...read("docs/submit.md").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, language, text]) => ({
    language: language!,
    text: text!,
  }),
);

interface Workflow {
  readonly permissions?: object;
  readonly jobs?: Readonly<Record<string, { readonly permissions: object; readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The inputs that workflows give to the action. */
function givenInputs(text: string): readonly Readonly<Record<string, string>>[] {
  const { jobs = {} } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return steps.filter(({ uses }) => uses.startsWith("connector-gate/")).map((step) => step.with ?? {});
}

describe("docs/submit.md", () => {
  test.each(snippets.filter(({ language }) => language === "sh"))(
    "shows commands that work: $text",
    ({ text }) => {
      const [command, ...args] = text.trim().split(" ");
      expect([command, args.shift()]).toEqual(["node", "dist/cli.js"]);

      const script = fileURLToPath(new URL("../../checks/cli.ts", import.meta.url));
      expect(runScript(script, args)).toMatchObject({ status: 0, stderr: "" });
    },
  );

  test("shows workflows whose inputs the action takes, with no more permissions than it needs", () => {
    const workflows = snippets.filter(({ language }) => language === "yaml").map(({ text }) => text);
    expect(workflows).toHaveLength(2);

    const given = workflows.flatMap(givenInputs);
    expect(given).toHaveLength(1);
    for (const inputs of given) expect(Inputs.safeParse(inputs).error).toBeUndefined();
    expect(parse(workflows[0]!)).toMatchObject({
      permissions: {},
      jobs: { submit: { permissions: { contents: "read" } } },
    });
  });
});

test("the workflow that init writes gives inputs that the action takes", () => {
  const given = givenInputs(workflowText);

  expect(
    given.map(
      (inputs) => Inputs.omit({ "listings-repository": true }).partial().loose().safeParse(inputs).success,
    ),
  ).toEqual([true, true]);
  for (const inputs of given)
    for (const name of Object.keys(inputs)) expect(Object.keys(Inputs.shape)).toContain(name);
});
