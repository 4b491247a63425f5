import { beforeAll, describe, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

/** The fields of two actions: one that does something to an object definition, and one that only refers to it. */
function inspect(change: string) {
  const source = `{
    connection: {},
    object_definitions: {
      d: { fields: lambda { [{ name: 'id', label: 'ID', properties: [{ name: 'part' }] }, { name: 'b' }] } }
    },
    actions: {
      changes: { input_fields: lambda { |od| d = od['d']; ${change} } },
      refers: { input_fields: lambda { |od| od['d'] } }
    }
  }`;
  const inspection = checker.inspect("connector.rb", new TextEncoder().encode(source));
  const { changes, refers } = inspection?.actions ?? {};
  return { changed: changes?.inputFields, other: refers?.inputFields };
}

describe("what one list does to an object definition", () => {
  test.each([
    ["an attribute set", "d[0]['label'] = 'X'; d", [{ name: "id", label: "X" }, { name: "b" }]],
    ["an attribute removed", "d.first.delete('label'); d", [{ name: "id" }, { name: "b" }]],
    [
      "attributes merged in",
      "d.each { |f| f.merge!(optional: false) }; d",
      [
        { name: "id", label: "ID", optional: false },
        { name: "b", optional: false },
      ],
    ],
    ["a text changed", "d[1]['name'] << 'c'; d", [{ name: "id", label: "ID" }, { name: "bc" }]],
    ["a hash emptied", "d[1].clear; d", [{ name: "id", label: "ID" }, {}]],
    ["a field added", "d << { name: 'c' }", [{ name: "id", label: "ID" }, { name: "b" }, { name: "c" }]],
    ["a field taken", "d.pop; d", [{ name: "id", label: "ID" }]],
    ["nested fields", "d[0]['properties'].clear; d[0]['properties'] + d.last(1)", [{ name: "b" }]],
    [
      "fields made required",
      "d.required('b')",
      [
        { name: "id", label: "ID" },
        { name: "b", optional: false },
      ],
    ],
    ["all replaced", "d.replace([]); d", []],
    ["handed to somebody unknown", "call('nobody', d); d", null],
  ])("%s: is done to its own copy", (_what, change, expected) => {
    const { changed, other } = inspect(change);

    expect(changed).toEqual(expected);
    expect(other).toEqual([{ name: "id", label: "ID" }, { name: "b" }]);
  });

  test("two references in one list are two copies", () => {
    const { changed } = inspect("d[0]['label'] = 'X'; d + od['d']");

    expect(changed?.map(({ label }) => label)).toEqual(["X", undefined, "ID", undefined]);
  });
});
