import binaryen from "binaryen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { writeArena } from "../../scripts/prism/arena.ts";

const base = 1024;

interface Arena {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly arena_top: { value: number };
  malloc(size: number): number;
  calloc(count: number, size: number): number;
  realloc(old: number, size: number): number;
  free(old: number): void;
}

const binary = assemble();

describe("the parser's allocator", () => {
  test("gives pieces that do not overlap, keep what is in them, and are zero at first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(70_000))), (calls) => {
        const arena = instantiate();
        const pieces: { at: number; size: number; mark: number }[] = [];
        for (const [kind, size] of calls) {
          const old = pieces.at(kind - 6);
          if (kind < 3 || !old) {
            const at = kind === 0 ? arena.calloc(1, size) : arena.malloc(size);
            expect(bytes(arena, at, size).every((byte) => byte === 0)).toBe(true);
            pieces.push(mark({ at, size, mark: (pieces.length % 255) + 1 }));
          } else {
            const at = arena.realloc(old.at, size);
            expect(bytes(arena, at, Math.min(size, old.size)).every((byte) => byte === old.mark)).toBe(true);
            if (size > old.size) arena.free(old.at);
            pieces.splice(pieces.indexOf(old), 1, mark({ at, size, mark: old.mark }));
          }
        }
        for (const piece of pieces) {
          expect(piece.at % 8).toBe(0);
          expect(bytes(arena, piece.at, piece.size).every((byte) => byte === piece.mark)).toBe(true);
        }

        function mark<T extends { at: number; size: number; mark: number }>(piece: T): T {
          bytes(arena, piece.at, piece.size).fill(piece.mark);
          return piece;
        }
      }),
      { numRuns: 50 },
    );
  });

  test("starts again where its top is set back to", () => {
    const arena = instantiate();
    const first = arena.malloc(100);
    arena.arena_top.value = base;

    expect(arena.malloc(100)).toBe(first);
  });

  test("enlarges what is nothing yet", () => {
    const arena = instantiate();

    expect(arena.realloc(0, 8)).toBe(base + 8);
  });

  test.each<[string, (arena: Arena) => number]>([
    ["one piece", ({ malloc }) => malloc(2 ** 30 + 1)],
    ["many in one", ({ calloc }) => calloc(2 ** 16, 2 ** 16)],
    ["one after another", ({ malloc }) => malloc(2 ** 29) + malloc(2 ** 29)],
  ])("ends the parse where more than 1 GiB is asked for: %s", (_what, ask) => {
    expect(() => ask(instantiate())).toThrow("unreachable");
  });
});

function bytes({ memory }: Arena, at: number, size: number): Uint8Array {
  return new Uint8Array(memory.buffer, at, size);
}

function assemble(): Uint8Array {
  const names = { malloc: "malloc", calloc: "calloc", realloc: "realloc", free: "free" };
  const module = binaryen.parseText(writeArena(names, base));
  for (const name of Object.values(names)) module.addFunctionExport(name, name);
  module.addGlobalExport("arena_top", "arena_top");
  module.setMemory(1, 65_536, "memory");
  return module.emitBinary();
}

function instantiate(): Arena {
  return new WebAssembly.Instance(new WebAssembly.Module(binary), {}).exports as unknown as Arena;
}
