import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const folder = fileURLToPath(new URL("../../.github/workflows/", import.meta.url));

const Workflow = z.object({
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), z.object({ permissions: z.record(z.string(), z.string()) })),
});

describe.each(readdirSync(folder))("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");

  test("pins every action of others by its commit, and names the version", () => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line) && !line.endsWith("uses: ./"));

    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("has no permissions but those that each job asks for", () => {
    expect(Workflow.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  });
});
