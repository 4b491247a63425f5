/**
 * Compares the model with what Ruby finds for code that is made up: expressions, whose values are known, and lambdas
 * of fields, of which the model may only state what is so each time. See README.md first.
 *
 *   npm run oracle -- [--count 2000] [--seed 1]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { createChecker } from "../../checks/checker.ts";
import { readPrismWasm } from "../../checks/cli/read-prism.ts";
import type { InspectedFields } from "../../checks/connector/inspect.ts";
import { createRandom } from "../random.ts";
import { readArguments } from "../read-arguments.ts";
import { writeExpression, writeProgram } from "./random/write-code.ts";

/** Longer expressions are no stranger, but hard to read. */
const longest = 600;

const { count, seed } = readArguments(
  "oracle/random",
  "Compares the model with Ruby on code that is made up.",
  {
    options: { count: 2000, seed: 1 },
  },
).values;
const random = createRandom(seed);
const checker = await createChecker(readPrismWasm());

compareAll(
  "expressions",
  { tasks: () => writeExpression(random), toTask: (expression) => ({ expression }) },
  (code) => fieldsOf(`[{ name: (${code}).inspect }]`)?.[0]?.name,
  (ours, ruby) => ours === ruby,
);
compareAll(
  "lambdas of fields",
  { tasks: () => writeProgram(random), toTask: (program) => ({ program }) },
  fieldsOf,
  (ours, ruby) =>
    Array.isArray(ruby) &&
    ours.length === ruby.length &&
    ours.every(({ name }, index) => name === null || (name ?? null) === ruby[index]),
);

function fieldsOf(body: string): InspectedFields | undefined {
  const source = `{ title: 'x', connection: {}, actions: { a: { input_fields: lambda do |_d, _c, _f|\n${body}\nend } } }`;
  return checker.inspect("connector.rb", new TextEncoder().encode(source))?.actions?.["a"]?.inputFields;
}

/** Prints what the model states and Ruby does not, and how much it states at all. */
function compareAll<T>(
  title: string,
  { tasks, toTask }: { tasks: () => string; toTask: (code: string) => object },
  state: (code: string) => T | null | undefined,
  isSame: (ours: T, ruby: unknown) => boolean,
): void {
  const codes = Array.from({ length: count }, tasks).filter((code) => code.length < longest * 4);
  const answers = evaluate(codes.map(toTask));
  let [known, told, wrong] = [0, 0, 0];
  for (const [index, code] of codes.entries()) {
    const answer = answers[index]!;
    if (answer.length === 0) continue;
    known++;
    const ours = state(code);
    if (ours === null || ours === undefined) continue;
    told++;
    const other = answer.find((ruby) => !isSame(ours, ruby));
    if (other === undefined) continue;
    wrong++;
    console.log(`${code}\n  model: ${JSON.stringify(ours)}\n  Ruby:  ${JSON.stringify(other)}\n`);
  }
  console.log(`${title}: ${known} that Ruby evaluates, ${told} that the model states, ${wrong} wrong`);
}

/** What Ruby finds for each task. It is started again after one that it could not end. */
function evaluate(tasks: readonly object[]): readonly (readonly unknown[])[] {
  const found: (readonly unknown[])[] = [];
  while (found.length < tasks.length) {
    const answers = evaluateSome(tasks.slice(found.length));
    found.push(...answers);
    if (found.length < tasks.length) found.push([]);
  }
  return found;
}

function evaluateSome(tasks: readonly object[]): readonly (readonly unknown[])[] {
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    const answers = join(folder, "answers");
    const input = tasks.map((task) => `${JSON.stringify(task)}\n`).join("");
    const script = fileURLToPath(new URL("random.rb", import.meta.url));
    const { error } = spawnSync("ruby", [script, answers], { input, stdio: ["pipe", "ignore", "ignore"] });
    // It may end before it has read everything.
    if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
    const lines = readFileSync(answers, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as unknown[]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
