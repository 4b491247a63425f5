import { createHash } from "node:crypto";
import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import type { GitFile } from "../../../app/github/git-files.ts";
import { readProjectAt } from "../../../app/submission/read-project.ts";
import { readProject } from "../../../checks/cli/read-project.ts";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

const nameOf = (text: string) => createHash("sha1").update(text).digest("hex");

/** The files of a commit, in Git's order, as GitHub lists them; foreign folders are never listed. */
function committed(files: Files) {
  const listed: GitFile[] = Object.entries(files)
    .filter(([path]) => !/(?:^|\/)(?:node_modules|vendor|\.git|\.bundle)\//.test(path))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, sha: nameOf(text), mode: "100644", size: Buffer.byteLength(text) }));
  const contents = new Map(Object.values(files).map((text) => [nameOf(text), text]));
  const read: string[] = [];
  const port = {
    async read({ sha }: Pick<GitFile, "sha">) {
      read.push(sha);
      return new Uint8Array(Buffer.from(contents.get(sha) ?? ""));
    },
  };
  return { listed, port, read };
}

/** What both ways of reading a project see, in their order. */
function seen(project: Awaited<ReturnType<typeof readProjectAt>> | ReturnType<typeof readProject>) {
  const found = project && ("ok" in project ? (project.ok ? project.project : null) : project.project);
  if (!found) return null;
  const files = [...(found.files ?? [])].map(([name, { size, bytes }]) => [
    name,
    size,
    bytes && Buffer.from(bytes).toString(),
  ]);
  return { path: found.path, file: found.file, source: Buffer.from(found.source).toString(), files };
}

/** The project as both ways see it, the one of the action first. */
async function bothWays(files: Files, path: string) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { listed, port } = committed(files);

  const fromDisk = readProject(folder, path === "." ? "connector.rb" : `${path}/connector.rb`, true);
  const fromCommit = await readProjectAt(path, listed, port);

  return [seen(fromDisk), seen(fromCommit)] as const;
}

describe("a project at a commit", () => {
  test.each<[string, Files, string]>([
    ["at the root", { "connector.rb": "{}", "README.md": "# A", "spec/a_spec.rb": "x", "b.txt": "b" }, "."],
    ["in a folder", { "a/connector.rb": "{}", "a/README.md": "# A", "README.md": "# Not mine" }, "a"],
    [
      "with other projects further down",
      { "connector.rb": "{}", "b/connector.rb": "{}", "b/README.md": "x", "b/c/d.md": "x", "z.md": "z" },
      ".",
    ],
    [
      "with folders that are nobody's business",
      {
        "connector.rb": "{}",
        ".github/x.yml": "x",
        "node_modules/a.rb": "x",
        "spec/.hidden/a.rb": "x",
        ".gitignore": "x",
      },
      ".",
    ],
    [
      "with names that sort in their own way",
      { "connector.rb": "{}", "a-b": "1", "a.b": "2", "a/c": "3", B: "4", é: "5" },
      ".",
    ],
  ])("is the same as on a disk: %s", async (_, files, path) => {
    const [fromDisk, fromCommit] = await bothWays(files, path);

    expect(fromCommit).toEqual(fromDisk);
  });

  test("is the same as on a disk, whatever is in it", async () => {
    const part = fc.constantFrom(
      "a",
      "b",
      "B",
      "a-b",
      "spec",
      "fixtures",
      "vendor",
      ".x",
      "README.md",
      "connector.rb",
      "x.json",
    );
    const file = fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("1", "22", "333"));
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 12 }), async (entries) => {
        const files: Record<string, string> = { "connector.rb": "{}" };
        for (const [parts, text] of entries) {
          const path = parts.join("/");
          const clash = Object.keys(files).some(
            (other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`),
          );
          if (!clash) files[path] ??= text;
        }
        const [fromDisk, fromCommit] = await bothWays(files, ".");
        expect(fromCommit).toEqual(fromDisk);
      }),
      { numRuns: 60 },
    );
  });

  test("is none without a connector.rb", async () => {
    const { listed, port } = committed({ "a/connector.rb": "{}", "b.rb": "{}" });

    expect(await readProjectAt(".", listed, port)).toBeNull();
  });

  test("is not whole where there is more to read than is read, or a source too long", async () => {
    const many = Object.fromEntries(Array.from({ length: 320 }, (_, n) => [`fixtures/${n}.json`, `${n}`]));
    const { listed, port, read } = committed({ "connector.rb": "{}", ...many });
    const long = listed.map((file) =>
      file.path === "connector.rb" ? { ...file, size: 11 * 1024 * 1024 } : file,
    );

    expect(await readProjectAt(".", listed, port)).toMatchObject({ isWhole: false });
    expect(read).toHaveLength(301);
    expect(await readProjectAt(".", long.slice(0, 1), port)).toMatchObject({ isWhole: false });
  });
});
