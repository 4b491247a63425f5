import * as core from "@actions/core";
import { z } from "zod";

import { severities } from "../checks/engine/finding.ts";
import { isRepositoryName } from "../checks/listing/slug.ts";
import { isTagPattern } from "../checks/listing/tag.ts";
import { UserError } from "./user-error.ts";

const Lines = z
  .string()
  .transform((text) => text.split("\n").map((line) => line.trim()))
  .transform((lines) => lines.filter((line) => line !== ""));

/** The inputs of `action.yml`, by their names there. What is not given, the configuration file says. */
export const Inputs = z.strictObject({
  mode: z.enum(["check", "submit"]).default("check"),
  paths: Lines.default([]),
  "fail-on": z.enum([...severities, "never"]).optional(),
  "report-path": z.string().optional(),
  "sarif-path": z.string().optional(),
  "listings-repository": z
    .string()
    .refine(isRepositoryName, { error: "must name a repository as owner/name" })
    .optional(),
  "listings-token": z.string().optional(),
  "github-token": z.string().optional(),
  "tag-pattern": z
    .string()
    .refine(isTagPattern, { error: "must have one * in the place of the version, such as v* or <slug>-v*" })
    .optional(),
});
export type Inputs = z.output<typeof Inputs>;

export const inputNames = Object.keys(Inputs.shape) as readonly (keyof Inputs)[];

const secretInputs: readonly (keyof Inputs)[] = ["listings-token", "github-token"];

/** Reads the inputs from the environment. Tokens are masked before anything can be logged. */
export function readInputs(): Inputs {
  const given: Record<string, string> = {};
  for (const name of inputNames) {
    const value = core.getInput(name);
    if (value === "") continue;
    if (secretInputs.includes(name)) core.setSecret(value);
    given[name] = value;
  }
  const result = Inputs.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  throw new UserError(
    `The input ${name} ${explain(issue)}; it is ${JSON.stringify(given[name]?.slice(0, 100))}.`,
  );
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  return issue?.message ?? "is not valid";
}
