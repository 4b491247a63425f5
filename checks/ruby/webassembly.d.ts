/** The part of WebAssembly that the parser needs; TypeScript has these types only in lib.dom. */
declare namespace WebAssembly {
  interface Module {
    readonly __brand?: "WebAssembly.Module";
  }
  interface Instance {
    readonly exports: Exports;
  }
  type Exports = Record<string, unknown>;
  type ImportValue = (...args: number[]) => number;
  type Imports = Record<string, Record<string, ImportValue>>;
  const Module: {
    new (bytes: Uint8Array): Module;
    imports(module: Module): { module: string; name: string }[];
  };
  const Instance: { new (module: Module, imports: Imports): Instance };
}
