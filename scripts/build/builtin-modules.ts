import type { Plugin } from "rolldown";

const imports =
  /^import (?:\{(?<names>[^}]*)\}|(?<whole>[\w$]+)|\* as (?<space>[\w$]+)) from "(?<name>node:[\w/]+)";$/gmu;

/**
 * Asks for Node's own modules in a way that does not look at all that they export: as an `import`, each loads what
 * its lazy parts consist of, such as all of `fs/promises` and a debugger's diff, which took the command line 5 ms.
 */
export const builtinModules: Plugin = {
  name: "builtin-modules",
  renderChunk(code) {
    const replaced = code.replace(imports, (...parts) => {
      const { names, whole, space, name } = parts.at(-1) as Readonly<Record<string, string | undefined>>;
      const target = names === undefined ? (whole ?? space) : `{${names.replaceAll(" as ", ": ")}}`;
      return `const ${target} = process.getBuiltinModule("${name}");`;
    });
    if (/^import .* from "node:/mu.test(replaced)) throw new Error("an import of another form than expected");
    return replaced;
  },
};
