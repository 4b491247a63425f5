import { describe, expect, test } from "vitest";
import type { GitFile, GitFilePort } from "../../../app/github/git-files.ts";
import type { ChangedFile } from "../../../app/github/pull-requests.ts";
import {
  findCandidates,
  findConnectors,
  isNamed,
  readProject,
  touchedBy,
} from "../../../app/pull-request/projects.ts";

function file(path: string, size = 1): GitFile {
  return { path, sha: `sha of ${path}`, mode: "100644", size };
}

function changed(path: string, details: Partial<ChangedFile> = {}): ChangedFile {
  return { path, status: "modified", previousPath: null, patch: null, ...details };
}

const paths = (found: readonly { readonly file: GitFile }[]) => found.map((each) => each.file.path);

/** Gives each file its own path as content, and counts how much is asked for. */
function fakeFiles(): GitFilePort & { readonly read: GitFilePort["read"]; asked: string[]; most: number } {
  let underWay = 0;
  const port = {
    asked: [] as string[],
    most: 0,
    list: async () => null,
    find: async () => null,
    async read({ sha }: Pick<GitFile, "sha">) {
      port.asked.push(sha);
      port.most = Math.max(port.most, ++underWay);
      await Promise.resolve();
      underWay--;
      return new TextEncoder().encode(sha);
    },
  };
  return port;
}

test("connectors are found by their name, outside of specs and fixtures", () => {
  const files = [
    "connector.rb",
    "a/connector.rb",
    "a/spec/connector.rb",
    "b/my_connector.rb",
    "test/x/connector.rb",
  ];

  expect(paths(findConnectors(files.map((path) => file(path))))).toEqual(["connector.rb", "a/connector.rb"]);
});

test("other Ruby files are candidates where they were changed", () => {
  const files = ["connector.rb", "a.rb", "b.rb", "c.txt", "spec/d.rb"].map((path) => file(path));
  const changes = ["connector.rb", "a.rb", "c.txt", "spec/d.rb", "gone.rb"].map((path) => changed(path));

  expect(paths(findCandidates(files, changes))).toEqual(["a.rb"]);
});

describe("touchedBy", () => {
  const connectors = [
    ...findConnectors([file("connector.rb"), file("a/connector.rb"), file("a/b/connector.rb")]),
    { file: file("single.rb"), hasProject: false },
  ];

  test.each<[string, ChangedFile[] | null, string[]]>([
    ["a file of the root", [changed("README.md")], ["connector.rb"]],
    ["a file of a project", [changed("a/README.md")], ["a/connector.rb"]],
    ["a file of a project in a project", [changed("a/b/c/d.txt")], ["a/b/connector.rb"]],
    ["a connector that is one file", [changed("single.rb")], ["single.rb"]],
    [
      "a file that moved",
      [changed("a/x", { status: "renamed", previousPath: "x" })],
      ["connector.rb", "a/connector.rb"],
    ],
    ["nothing", [], []],
    ["more than GitHub lists", null, ["connector.rb", "a/connector.rb", "a/b/connector.rb", "single.rb"]],
  ])("%s", (_, changes, expected) => {
    expect(paths(touchedBy(changes, connectors, []))).toEqual(expected);
  });
});

test.each([
  ["all, where none is named", null, true],
  ["its file", ["apps/shop/connector.rb"], true],
  ["its folder", ["apps/shop"], true],
  ["a folder around it", ["./apps/"], true],
  ["the root", ["."], true],
  ["a folder with a longer name", ["apps/shop-2"], false],
  ["no folder at all", [], false],
])("isNamed knows %s", (_, names, expected) => {
  expect(isNamed({ file: file("apps/shop/connector.rb"), hasProject: true }, names)).toBe(expected);
});

describe("readProject", () => {
  test("reads the connector and what the checks look into, and lists the rest", async () => {
    const port = fakeFiles();
    const files = ["a/connector.rb", "a/README.md", "a/photo.jpg", "a/listing.yml", "b/README.md"].map(
      (path) => file(path),
    );
    const [connector] = findConnectors(files);

    const project = connector && (await readProject(connector, files, port));

    expect(project).toMatchObject({ path: "a", file: "a/connector.rb" });
    expect([...(project?.files ?? [])].map(([name, { bytes }]) => [name, bytes !== null])).toEqual([
      ["connector.rb", true],
      ["README.md", true],
      ["photo.jpg", false],
      ["listing.yml", true],
    ]);
  });

  test("asks for few files at once, and never for more than it may", async () => {
    const port = fakeFiles();
    const fixtures = Array.from({ length: 100 }, (_, index) => file(`fixtures/${index}.json`));
    const connector = { file: file("connector.rb"), hasProject: true };

    const project = await readProject(connector, [connector.file, ...fixtures], port);

    expect(project.files?.size).toBe(101);
    expect(port.asked).toHaveLength(41);
    expect(port.most).toBeLessThanOrEqual(4);
  });

  test("does not read a connector that is too long for the platform", async () => {
    const port = fakeFiles();

    const project = await readProject(
      { file: file("connector.rb", 11 * 1024 * 1024), hasProject: false },
      [],
      port,
    );

    expect(port.asked).toEqual([]);
    expect(project.source.length).toBe(10 * 1024 * 1024 + 1);
  });
});
