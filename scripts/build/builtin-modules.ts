import type { Plugin } from "rolldown";

const imports =
  /^import (?:\{(?<names>[^}]*)\}|(?<whole>[\w$]+)|\* as (?<space>[\w$]+)) from "(?<name>node:[\w/]+)";$/gmu;

/** Modules that are only loaded once one of their functions is called. */
const late = new Set([
  "node:child_process",
  "node:crypto",
  "node:events",
  "node:os",
  "node:tty",
  "node:worker_threads",
]);

/**
 * Asks for Node's own modules in a way that does not look at all that they export: as an `import`, each loads what
 * its lazy parts consist of, such as all of `fs/promises` and a debugger's diff, which took the command line 5 ms.
 */
export const builtinModules: Plugin = {
  name: "builtin-modules",
  renderChunk(code) {
    const replaced = code.replace(imports, (...parts) => {
      const { names, whole, space, name } = parts.at(-1) as Readonly<Record<string, string | undefined>>;
      if (late.has(name!) && names !== undefined)
        return names
          .split(",")
          .map((one) => lateFunction(name!, one))
          .join("\n");
      const target = names === undefined ? (whole ?? space) : `{${names.replaceAll(" as ", ": ")}}`;
      return `const ${target} = process.getBuiltinModule("${name}");`;
    });
    if (/^import .* from "node:/mu.test(replaced)) throw new Error("an import of another form than expected");
    return replaced;
  },
};

/** A function, or class, that loads its module when it is first called. */
function lateFunction(module: string, imported: string): string {
  const [name, local = name] = imported.trim().split(" as ") as [string, string?];
  const exports = process.getBuiltinModule(module) as Readonly<Record<string, unknown>>;
  if (typeof exports[name] !== "function")
    throw new Error(`${module}: ${name} is no function, so it cannot be late`);
  return (
    `const ${local} = function (...values) { const real = process.getBuiltinModule("${module}").${name}; ` +
    `return new.target ? new real(...values) : real(...values); };`
  );
}
