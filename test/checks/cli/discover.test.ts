import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { discover } from "../../../checks/cli/discover.ts";
import { readProject } from "../../../checks/cli/read-project.ts";
import { maxProjectFileBytes, maxProjectFiles } from "../../../checks/project.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const connector = "{ title: 'Shop', connection: {}, actions: {} }\n";

function found(root: string, path: string) {
  const discovery = discover(root, path);
  if (!discovery.ok) return discovery.problem;
  const names = (list: typeof discovery.connectors) => list.map(({ file }) => file);
  return { connectors: names(discovery.connectors), candidates: names(discovery.candidates) };
}

describe("discover", () => {
  test("finds connectors by name, and candidates by what is in them", () => {
    const root = temporaryFolder({
      "connector.rb": connector,
      "shop/connector.rb": "",
      "more/till.rb": connector,
      "more/helper.rb": "puts 1\n",
      "more/notes.txt": connector,
    });

    expect(found(root, ".")).toEqual({
      connectors: ["connector.rb", "shop/connector.rb"],
      candidates: ["more/till.rb"],
    });
  });

  test.each(["node_modules", "vendor", "spec", ".git", ".hidden"])("does not look into %s", (folder) => {
    const root = temporaryFolder({ [`a/${folder}/connector.rb`]: connector });

    expect(found(root, ".")).toEqual({ connectors: [], candidates: [] });
  });

  test("looks into any folder that is named", () => {
    const root = temporaryFolder({ "spec/connector.rb": connector });

    expect(found(root, "spec")).toEqual({ connectors: ["spec/connector.rb"], candidates: [] });
  });

  test("follows no links, and says so of one that is named", () => {
    const root = temporaryFolder({ "real/connector.rb": connector });
    mkdirSync(join(root, "tree"));
    symlinkSync(join(root, "real"), join(root, "tree/link"));
    symlinkSync(join(root, "real/connector.rb"), join(root, "tree/connector.rb"));

    expect(found(root, "tree")).toEqual({ connectors: [], candidates: [] });
    expect(found(root, "tree/link")).toBe(
      "tree/link: a symbolic link, which is not followed; name what it points to",
    );
  });

  test.each([
    ["a path that is not there", "nope", "nope: no such file or folder; check the path"],
    [
      "a file that is no Ruby",
      "notes.txt",
      "notes.txt: not a connector; name a Ruby file whose value is a hash with `connection` and `actions` or `triggers`",
    ],
  ])("says what is wrong with %s", (_, path, problem) => {
    const root = temporaryFolder({ "notes.txt": "hello" });

    expect(found(root, path)).toBe(problem);
  });

  test("names files elsewhere by their whole path", () => {
    const root = temporaryFolder();
    const elsewhere = temporaryFolder({ "connector.rb": connector });

    expect(found(root, elsewhere)).toEqual({ connectors: [`${elsewhere}/connector.rb`], candidates: [] });
  });
});

describe("readProject", () => {
  function read(root: string, file: string, isProject = true) {
    const result = readProject(root, file, isProject);
    if (!result.ok) throw new Error(result.problem);
    return result.project;
  }

  test("reads what the checks look into, and lists the rest", () => {
    const root = temporaryFolder({
      "shop/connector.rb": connector,
      "shop/README.md": "# Shop\n",
      "shop/data.bin": "x",
      "shop/spec/a_spec.rb": "1\n",
      "shop/.git/config": "x",
      "shop/node_modules/a/README.md": "x",
    });

    const { path, file, files } = read(root, "shop/connector.rb");

    expect({ path, file }).toEqual({ path: "shop", file: "shop/connector.rb" });
    const contents = [...files!].map(([name, { bytes }]) => [name, bytes && Buffer.from(bytes).toString()]);
    expect(contents).toEqual([
      ["connector.rb", connector],
      ["README.md", "# Shop\n"],
      ["data.bin", null],
      ["spec/a_spec.rb", "1\n"],
    ]);
  });

  test("leaves another project further down alone", () => {
    const root = temporaryFolder({
      "connector.rb": connector,
      "till/connector.rb": connector,
      "till/README.md": "x",
    });

    expect([...read(root, "connector.rb").files!.keys()]).toEqual(["connector.rb"]);
  });

  test("knows no project around a file that was named by itself", () => {
    const root = temporaryFolder({ "shop.rb": connector, "README.md": "x" });

    expect(read(root, "shop.rb", false)).toMatchObject({ path: ".", file: "shop.rb", files: null });
  });

  test("does not read links, nor what is too large", () => {
    const root = temporaryFolder({
      "connector.rb": connector,
      "README.md": new Uint8Array(maxProjectFileBytes + 1),
    });
    symlinkSync("/etc/hostname", join(root, "logo.png"));

    const files = read(root, "connector.rb").files!;

    expect(files.get("README.md")).toEqual({ size: maxProjectFileBytes + 1, bytes: null });
    expect(files.has("logo.png")).toBe(false);
  });

  test("lists a bounded number of files", () => {
    const many = Array.from({ length: maxProjectFiles + 10 }, (_, index) => [`data/${index}`, ""]);
    const root = temporaryFolder({ "connector.rb": connector, ...Object.fromEntries(many) });

    expect(read(root, "connector.rb").files!.size).toBe(maxProjectFiles);
  });

  test("refuses a connector that is a link, or larger than is worth reading", () => {
    const root = temporaryFolder({ "real.rb": connector, "big.rb": new Uint8Array(41 * 1024 * 1024) });
    symlinkSync(join(root, "real.rb"), join(root, "link.rb"));

    expect(readProject(root, "link.rb", false)).toEqual({
      ok: false,
      problem: "a symbolic link, which is not followed",
    });
    expect(readProject(root, "big.rb", false)).toEqual({
      ok: false,
      problem: "41 MB; a connector has at most 10 MB",
    });
  });
});
