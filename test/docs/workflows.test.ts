import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));
const workflows = [".github/workflows", "examples/listings/.github/workflows"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);

const Workflow = z.object({
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), z.object({ permissions: z.record(z.string(), z.string()) })),
});

describe.each(workflows)("%s", (path) => {
  const text = readFileSync(join(root, path), "utf8");

  test("pins every action of others by its commit, and names the version", () => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line) && !line.endsWith("uses: ./"));

    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("keeps no credentials in a checkout but where it pushes", () => {
    const checkouts = text.split(/^ *- uses: actions\/checkout@/m).slice(1);
    const kept = checkouts.filter((step) => !step.includes("persist-credentials: false"));

    expect(kept.every((step) => step.includes("ssh-key: ${{ secrets."))).toBe(true);
  });

  test("has no permissions but those that each job asks for", () => {
    expect(Workflow.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  });
});
