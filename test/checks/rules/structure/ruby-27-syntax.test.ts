import { expect, test } from "vitest";

import { ruby27Syntax } from "../../../../checks/rules/structure/ruby-27-syntax.ts";
import { checkSource } from "../../../support/checker.ts";

async function newerIn(code: string): Promise<readonly string[]> {
  const source = `${code.startsWith("def ") ? code : ""}\n{ methods: { m: ->(x, y) { ${code.startsWith("def ") ? "" : code} } } }`;
  const { findings } = await checkSource([ruby27Syntax], source);
  return findings.map(({ message }) => /but (.*)\.$/u.exec(message)?.[1] ?? message);
}

test.each([
  ["f(x:)", "a hash value that is left out needs Ruby 3.1"],
  ["x => { id: }", "a pattern after `=>` needs Ruby 3.0"],
  ["case x\nin [*, 1, *] then 1\nend", "a find pattern needs Ruby 3.0"],
  ["case x\nin ^(y + 1) then 1\nend", "a pinned expression needs Ruby 3.1"],
  ["case x\nin ^@id then 1\nend", "a pinned expression needs Ruby 3.1"],
  ["if x in { id: Integer } then 1 end", "a pattern after `in` as a condition needs Ruby 3.0"],
  ["1 unless x in { id: Integer }", "a pattern after `in` as a condition needs Ruby 3.0"],
  ["x in id, name", "a pattern without brackets needs Ruby 3.1"],
  ["x in id:", "a pattern without brackets needs Ruby 3.1"],
  ["x.map { it }", "the block parameter `it` needs Ruby 3.4"],
  ["x\n  && y", "an operator at the start of a line needs Ruby 4.0"],
  ["x # both\n  || y", "an operator at the start of a line needs Ruby 4.0"],
  ["def f(x) = x", "a method without `end` needs Ruby 3.0"],
  ["def f(&) g(&) end", "a block without a name needs Ruby 3.1"],
  ["def f(*) g(*) end", "passing on `*` needs Ruby 3.2"],
  ["def f(*) [1, *] end", "passing on `*` needs Ruby 3.2"],
  ["def f(**) g(a: 1, **) end", "passing on `**` needs Ruby 3.2"],
  ["def f(**) { ** } end", "passing on `**` needs Ruby 3.2"],
])("reports `%s`", async (code, newer) => {
  expect(await newerIn(code)).toEqual([newer]);
});

test.each([
  "x.map { _1['id'] }",
  "[*x, *y]",
  "{ **x, id: y }",
  "first, * = x",
  "x in { id: Integer }",
  "x in [id, *]",
  "x in Array[id, name]",
  "case x\nin id, *rest then 1\nin id:, **nil then 2\nin ..5 then 3\nin ^y then 4\nend",
  "x &&\n  y",
  "x \\\n  && y",
  "x\n  # the names\n  .names",
  "f(x) { |*, **| 1 }",
  "def f(*, **) super end",
  "def f(...) g(...) end",
  "def f(x, ...) g(x, ...) end",
  "def f(&block) g(&block) end",
])("accepts `%s`", async (code) => {
  expect(await newerIn(code)).toEqual([]);
});
