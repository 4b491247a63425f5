import binaryen from "binaryen";
import { describe, expect, test } from "vitest";

import { writeArena } from "../../../scripts/prism/arena.ts";
import { array, assert, nat, property, tuple } from "../../support/properties.ts";

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
    assert(
      property(array(tuple(nat(5), nat(70_000))), (calls) => {
        expect(problemsOf(calls)).toEqual([]);
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
    ["one piece", (arena) => arena.malloc(2 ** 30 + 1)],
    ["many in one", (arena) => arena.calloc(2 ** 16, 2 ** 16)],
    ["one after another", (arena) => arena.malloc(2 ** 29) + arena.malloc(2 ** 29)],
  ])("ends the parse where more than 1 GiB is asked for: %s", (_what, ask) => {
    expect(() => ask(instantiate())).toThrow("unreachable");
  });
});

interface Piece {
  readonly at: number;
  readonly size: number;
  /** What all of its bytes are. */
  readonly mark: number;
}

/** What goes wrong where pieces are asked for and enlarged, each as a kind of call and a size. */
function problemsOf(calls: readonly (readonly [kind: number, size: number])[]): string[] {
  const arena = instantiate();
  const problems: string[] = [];
  const pieces: Piece[] = [];
  for (const [kind, size] of calls) {
    // One of the last three, or a new one.
    const old = kind < 3 ? undefined : pieces.at(kind - 6);
    if (old) {
      const at = arena.realloc(old.at, size);
      if (!isFilled(arena, { ...old, at, size: Math.min(size, old.size) })) problems.push("not kept");
      pieces[pieces.indexOf(old)] = fill(arena, { ...old, at, size });
    } else {
      const at = kind === 0 ? arena.calloc(1, size) : arena.malloc(size);
      if (!isFilled(arena, { at, size, mark: 0 })) problems.push("not zero");
      pieces.push(fill(arena, { at, size, mark: (pieces.length % 255) + 1 }));
    }
  }
  for (const piece of pieces) {
    if (piece.at % 8 !== 0) problems.push("not aligned");
    if (!isFilled(arena, piece)) problems.push("overwritten");
  }
  return problems;
}

function fill(arena: Arena, piece: Piece): Piece {
  bytes(arena, piece.at, piece.size).fill(piece.mark);
  return piece;
}

function isFilled(arena: Arena, { at, size, mark }: Piece): boolean {
  return bytes(arena, at, size).every((byte) => byte === mark);
}

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
