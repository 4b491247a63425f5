import type { Value } from "./value.ts";

/** The names that code refers to: some literally, some by a pattern, and perhaps any at all. */
export interface NameUses {
  add(value: Value): void;
  /** Whether the name is, or may be, referred to. */
  mayUse(name: string): boolean;
}

const maxPatterns = 200;

export function createNameUses(): NameUses {
  const names = new Set<string>();
  const patterns: RegExp[] = [];
  let any = false;

  function add(value: Value): void {
    switch (value.kind) {
      case "string":
      case "symbol":
        names.add(value.text);
        break;
      case "template":
        addPattern(value.parts);
        break;
      case "choice":
        for (const option of value.options) add(option);
        break;
      case "nil":
        break;
      default:
        any = true;
    }
  }

  function addPattern(parts: readonly (string | null)[]): void {
    if (parts.every((part) => part === null || part === "") || patterns.length >= maxPatterns) {
      any = true;
      return;
    }
    const source = parts.map((part) =>
      part === null ? ".*" : part.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`),
    );
    patterns.push(new RegExp(`^${source.join("")}$`, "u"));
  }

  return {
    add,
    mayUse: (name) => any || names.has(name) || patterns.some((pattern) => pattern.test(name)),
  };
}
