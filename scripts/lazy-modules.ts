import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "rolldown";

/** The modules that bring the libraries for YAML and schemas with them: a fifth of the command line's start. */
const modules = [
  "checks/listing/manifest.ts",
  "checks/listing/parse-manifest.ts",
  "checks/config/parse-config.ts",
];

/** The entry of the bundle that has these modules, and its file. */
export const lazyEntry = "\0lazy-modules";
export const lazyFile = "yaml.cjs";

/**
 * Keeps some modules out of a bundle until one of their functions is called: they go into a bundle of their own,
 * which is loaded at that moment. As CommonJS, since that can be loaded in the middle of a synchronous function.
 */
export function lazyModules(root: string): Plugin {
  const paths = modules.map((module) => join(root, module));
  return {
    name: "lazy-modules",
    resolveId: (id) => (id === lazyEntry ? id : null),
    async load(id) {
      if (id === lazyEntry) return paths.map((path) => `export * from ${JSON.stringify(path)};`).join("\n");
      // The bundle of the modules themselves has them as they are.
      const isOwn = [...this.getModuleIds()].includes(lazyEntry);
      return paths.includes(id) && !isOwn ? standIn(id) : null;
    },
  };
}

/** A module with the same functions, which load the real ones; constants are there at once. */
async function standIn(path: string): Promise<string> {
  const exports = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const lines = Object.entries(exports).flatMap(([name, value]) => {
    if (typeof value === "function")
      return [`export const ${name} = (...values) => load().${name}(...values);`];
    return typeof value === "string" ? [`export const ${name} = ${JSON.stringify(value)};`] : [];
  });
  return [
    `import { createRequire } from "node:module";`,
    `let loaded;`,
    `const load = () => (loaded ??= createRequire(import.meta.url)("./${lazyFile}"));`,
    ...lines,
  ].join("\n");
}
