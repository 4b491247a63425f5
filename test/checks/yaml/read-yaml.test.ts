import { describe, expect, test } from "vitest";

import { readYaml } from "../../../checks/yaml/read-yaml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readYaml", () => {
  test.each([
    [
      "brackets that do not close",
      "a: [",
      "1:5 the file is not valid YAML: Flow sequence in block collection must",
    ],
    ["a key used twice", "a: 1\na: 2", "2:1 the file is not valid YAML: Map keys must be unique"],
    ["a tab as indentation", "a:\n\tb: 1", "2:1 the file is not valid YAML: Tabs are not allowed"],
    ["a key that is a list", "? [a]\n: b", "1:3 the file is not valid YAML: all keys must be plain text"],
    ["a template's braces", "{{ x }}: 1", "1:2 the file is not valid YAML: all keys must be plain text"],
    ["two documents", "a: 1\n---\nb: 2", "2:1 the file holds more than one YAML document"],
    ["a custom tag", "a: !ruby/object:X {}", "1:4 YAML tags such as `!name` are not allowed"],
    ["a tag of YAML's own for bytes", "a: !!binary aGk=", "1:4 YAML tags such as `!name` are not allowed"],
    ["an alias of nothing", "a: *nope", "1:4 this YAML alias has no anchor"],
    ["many aliases", `a: &a [1]\nb: [${"*a,".repeat(60)}]`, "1:1 the file uses more than 50 YAML aliases"],
    [
      "a key used twice in a list",
      "a: [{ b: 1, c: 2, b: 3 }]",
      "1:19 the file is not valid YAML: Map keys must",
    ],
    [
      "very many aliases",
      `a: &a x\nb: [${"*a,".repeat(200_000)}]`,
      "1:1 the file uses more than 50 YAML aliases",
    ],
    ["deep flow collections", "[".repeat(100_000), "1:1 the file is nested too deeply"],
    ["deep block sequences", `a:\n${"- ".repeat(100_000)}`, "2:1 the file is nested too deeply"],
    ["deep indentation", nested(101), "101:1 the file is nested too deeply"],
    ["much too much", `a: ${"x".repeat(1024 * 1024)}`, "1:1 the file is larger than 1 MB"],
  ])("refuses %s in one line", (_, text, expected) => {
    const read = readYaml(bytes(text));

    expect(read.ok ? null : `${read.problem.line}:${read.problem.column} ${read.problem.message}`).toContain(
      expected,
    );
    expect(read.ok ? "" : read.problem.message).not.toContain("\n");
  });

  test("takes no longer for a key because there are many", { timeout: 5000 }, () => {
    const read = readYaml(bytes(Array.from({ length: 60_000 }, (_, index) => `key${index}: 1`).join("\n")));

    expect(read.ok && Object.keys(read.file.value as object)).toHaveLength(60_000);
  });

  test("refuses a file that is not UTF-8", () => {
    expect(readYaml(Uint8Array.of(0x61, 0xff))).toMatchObject({
      ok: false,
      problem: { message: "the file is not UTF-8 text" },
    });
  });

  test("stops aliases that multiply", () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    const read = readYaml(bytes(`a0: &a0 [x, x]\n${levels.join("\n")}\n`));

    expect(read).toMatchObject({
      ok: false,
      problem: { message: "the file uses more than 50 YAML aliases" },
    });
  });

  test("takes values as YAML 1.2 writes them", () => {
    const read = readYaml(bytes("yes: no\ndate: 2026-01-02\nocta: 010\nnull_: ~\n"));

    expect(read.ok && read.file.value).toEqual({ yes: "no", date: "2026-01-02", octa: 10, null_: null });
  });

  test("knows the byte span of keys and values, after a byte order mark and wide characters too", () => {
    const text = "\uFEFFé: 1\nname: '\u{1F600}'\nlist:\n  - a\n  - bc\n";
    const read = readYaml(bytes(text));
    const slice = (span: { start: number; end: number }) =>
      new TextDecoder().decode(bytes(text).slice(span.start, span.end));

    expect(read.ok && slice(read.file.spanOf(["name"]))).toBe("'\u{1F600}'");
    expect(read.ok && slice(read.file.spanOfKey(["name"]))).toBe("name");
    expect(read.ok && slice(read.file.spanOf(["list", 1]))).toBe("bc");
    expect(read.ok && read.file.problem("x", ["list", 1])).toMatchObject({
      line: 5,
      column: 5,
      path: "list[1]",
    });
  });

  test("falls back to what encloses a value that is not there", () => {
    const read = readYaml(bytes("a:\n  b: 1\n"));

    expect(read.ok && read.file.problem("x", ["a", "c", 2])).toMatchObject({ line: 2, path: "a.c[2]" });
  });
});

function nested(depth: number): string {
  return Array.from({ length: depth }, (_, index) => `${" ".repeat(index)}a:`).join("\n");
}
