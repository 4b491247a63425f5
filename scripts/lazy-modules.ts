import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "rolldown";

/** Modules that go into a bundle of their own. */
export interface LazyBundle {
  readonly file: string;
  /** The bundle's entry. */
  readonly entry: string;
  readonly modules: readonly string[];
}

/**
 * What few runs need, by what it brings with it; to read all of it took the command line longer than everything else.
 * A module that uses more of these than their functions and constants has to be in the list as well.
 */
export const lazyBundles: readonly LazyBundle[] = [
  {
    file: "yaml.cjs",
    entry: "\0lazy:yaml",
    modules: [
      "checks/cli/workflow-text.ts",
      "checks/config/parse-config.ts",
      "checks/listing/capabilities.ts",
      "checks/listing/catalogue/catalogue-index.ts",
      "checks/listing/catalogue/json-file.ts",
      "checks/listing/catalogue/read-catalogue.ts",
      "checks/listing/first-manifest.ts",
      "checks/listing/json-schema.ts",
      "checks/listing/listing-waivers.ts",
      "checks/listing/manifest.ts",
      "checks/listing/parse-manifest.ts",
      "checks/listing/policy.ts",
      "checks/listing/submission-record.ts",
    ],
  },
  { file: "secrets.cjs", entry: "\0lazy:secrets", modules: ["checks/secrets/scanner.ts"] },
  { file: "explain.cjs", entry: "\0lazy:explain", modules: ["checks/cli/explain.ts"] },
  { file: "html.cjs", entry: "\0lazy:html", modules: ["checks/report/html.ts"] },
  { file: "prompts.cjs", entry: "\0lazy:prompts", modules: ["node_modules/@clack/prompts/dist/index.mjs"] },
];

/**
 * Keeps modules out of a bundle until one of their functions is called: they go into a bundle of their own, which is
 * loaded at that moment. As CommonJS, since that can be loaded in the middle of a synchronous function.
 */
export function lazyModules(root: string): Plugin {
  return {
    name: "lazy-modules",
    resolveId: (id) => (lazyBundles.some(({ entry }) => entry === id) ? id : null),
    async load(id) {
      const own = lazyBundles.find(({ entry }) => entry === id);
      if (own)
        return own.modules.map((path) => `export * from ${JSON.stringify(join(root, path))};`).join("\n");
      const bundle = lazyBundles.find(({ modules }) => modules.some((path) => join(root, path) === id));
      // In the bundle of its own, a module is what it is.
      const isInside = bundle !== undefined && [...this.getModuleIds()].includes(bundle.entry);
      return bundle && !isInside ? standIn(id, bundle.file) : null;
    },
  };
}

/** A module with the same functions, which load the real ones. Constants are there at once, schemas not at all. */
async function standIn(path: string, file: string): Promise<string> {
  const exports = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const lines = Object.entries(exports).flatMap(([name, value]) => {
    if (typeof value === "function")
      return [`export const ${name} = (...values) => load().${name}(...values);`];
    return isData(value) ? [`export const ${name} = ${JSON.stringify(value)};`] : [];
  });
  return [
    `import { createRequire } from "node:module";`,
    `let loaded;`,
    `const load = () => (loaded ??= createRequire(import.meta.url)("./${file}"));`,
    ...lines,
  ].join("\n");
}

/** Whether a value is the same after it was written as JSON. */
function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isData);
  if (typeof value !== "object" || value === null)
    return ["string", "number", "boolean"].includes(typeof value);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isData);
}
