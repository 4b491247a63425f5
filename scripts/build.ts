/**
 * Bundles what users run into `dist/`: the command line and the action, each one file, with the Ruby parser's
 * `prism.wasm` beside them. The same sources give the same bytes, so CI can compare a fresh build with what is
 * committed. `--out FOLDER` builds somewhere else.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { builtinModules } from "./build/builtin-modules.ts";
import { lazyBundles, lazyModules } from "./lazy-modules.ts";
import { licenceTexts } from "./licences.ts";
import { readArguments } from "./read-arguments.ts";
import { withoutExamples } from "./rule-examples.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Bundle {
  readonly input: string;
  readonly file: string;
  readonly format: "esm" | "cjs";
  readonly plugins: readonly Plugin[];
}

const bundles: readonly Bundle[] = [
  {
    input: "checks/cli.ts",
    file: "cli.js",
    format: "esm",
    plugins: [lazyModules(root), withoutExamples, builtinModules],
  },
  ...lazyBundles.map(({ entry, file }): Bundle => ({
    input: entry,
    file,
    format: "cjs",
    plugins: [lazyModules(root)],
  })),
  { input: "action/main.ts", file: "index.js", format: "esm", plugins: [] },
];

const { out } = readArguments("build", "Bundles what users run into `dist/`, or into another folder.", {
  options: { out: join(root, "dist") },
}).values;

await mkdir(out, { recursive: true });

const modules = new Set<string>();
for (const one of bundles) {
  for (const id of await write(one)) modules.add(id);
}

// Written rather than copied, so that it is a plain file and not an executable one.
const wasm = await readFile(join(root, "checks/ruby/generated/prism.wasm"));
await writeFile(join(out, "prism.wasm"), wasm);
// The parser and the classes of its nodes are made from this package.
modules.add(fileURLToPath(import.meta.resolve("@ruby/prism/src/prism.wasm")));
await writeFile(join(out, "licences.txt"), await licenceTexts(modules));
// What is in the folder are modules, wherever the folder is copied to.
await writeFile(join(out, "package.json"), `${JSON.stringify({ type: "module" }, null, 2)}\n`);

/** Writes one bundle and returns the files that went into it. */
async function write({ input, file, format, plugins }: Bundle): Promise<readonly string[]> {
  const build = await rolldown({
    input,
    cwd: root,
    platform: "node",
    plugins: [...plugins],
  });
  const path = join(out, file);
  // Reading its own code is most of what a short run does, so there is no more of it than needed. The texts that
  // licences ask for are in `licences.txt`.
  const { output } = await build.write({
    file: path,
    format,
    codeSplitting: false,
    comments: false,
    minify: true,
  });
  await build.close();
  if ((await readFile(path, "utf8")).includes(root))
    throw new Error(`${path} names a folder of this machine`);
  return output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}
