/**
 * Bundles what users run into `dist/`: the command line and the action, each one file, with the Ruby parser's
 * `prism.wasm` beside them. The same sources give the same bytes, so CI can compare a fresh build with what is
 * committed. `--out FOLDER` builds somewhere else.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { licenceTexts } from "./licences.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const entries = [
  { input: "checks/cli.ts", file: "cli.js" },
  { input: "action/main.ts", file: "index.js" },
] as const;

const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "dist") } } });
const out = values.out;

await mkdir(out, { recursive: true });

const modules = new Set<string>();
for (const { input, file } of entries) {
  if (!existsSync(join(root, input))) continue;
  for (const id of await bundle(join(root, input), join(out, file))) modules.add(id);
}

// Written rather than copied, so that it is a plain file and not an executable one.
const wasm = await readFile(join(root, "node_modules/@ruby/prism/src/prism.wasm"));
await writeFile(join(out, "prism.wasm"), wasm);
await writeFile(join(out, "licences.txt"), await licenceTexts(modules));
// What is in the folder are modules, wherever the folder is copied to.
await writeFile(join(out, "package.json"), `${JSON.stringify({ type: "module" }, null, 2)}\n`);

/** Writes one bundle and returns the files that went into it. */
async function bundle(input: string, file: string): Promise<readonly string[]> {
  const build = await rolldown({
    input,
    cwd: root,
    platform: "node",
    // Comments in `dist/` help nobody; the texts that licences ask for are in `licences.txt`.
    treeshake: { moduleSideEffects: (id) => !id.includes("/node_modules/@ruby/prism/") },
  });
  const { output } = await build.write({
    file,
    format: "esm",
    codeSplitting: false,
    comments: false,
  });
  await build.close();
  const code = await readFile(file, "utf8");
  if (code.includes(root)) throw new Error(`${file} names a folder of this machine`);
  return output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}
