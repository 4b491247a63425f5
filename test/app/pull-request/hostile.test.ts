import { afterEach, beforeEach, expect, test } from "vitest";
import { type Reconciler, startReconciler } from "../../support/reconciler.ts";

let app: Reconciler;

beforeEach(async () => {
  app = await startReconciler({ files: { "README.md": "hello" }, rules: ["structure/bad"] });
});

afterEach(async () => app.github.close());

async function check(title: string, message: string, file = "connector.rb") {
  const source = `{ connector, title: '${title}'\n}\n!error structure/bad ${message}\n`;
  const sha = app.shop.commit("feature", { [file]: source }, { from: "main" });
  const pull = app.shop.openPull({ head: "feature" });
  await app.run(pull.number);
  const run = app.shop.checkRun(sha, "Connector guidelines");
  return { run, summary: run?.summary ?? "", annotation: run?.annotations[0] };
}

test.each([
  ["a mention", "@acme/everyone", /@acme/],
  ["a link", "[click](https://evil.example)", /\]\(https:\/\/evil/],
  ["a bare address", "https://evil.example/x", /https:\/\/evil/],
  ["an image", "![x](https://evil.example/x.png)", /!\[x\]/],
  ["HTML", "<img src=x onerror=alert(1)>", /<img/],
  ["a comment that hides the rest", "<!-- ", /<!-- /],
  ["a heading", "# Approved", /^# Approved/m],
  ["a row of a table", "a | b | c", /a \| b/],
  ["a reference to an issue", "fixes #1", /#1/],
  ["an escape of terminals", "\u001b[31mred", /[^\P{Cc}\n]/u],
  ["a turn of the direction of writing", "\u202egnp.exe", /\u202e/],
  ["a zero-width space", "a\u200bb", /\u200b/],
])("%s in titles and messages comes out as plain text", async (_, text, live) => {
  const { run, summary, annotation } = await check(text, `${text} in it`);

  expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
  expect(summary).not.toMatch(live);
  // Annotations are shown as they are, so only what cannot be seen must not be in them.
  // oxlint-disable-next-line no-control-regex -- looks for these very characters
  expect(annotation?.message).not.toMatch(/[\u001b\u202e\u200b]/);
});

test("text of a megabyte is cut to what GitHub takes", async () => {
  const { run, summary } = await check("t".repeat(1_000_000), "m".repeat(1_000_000));

  expect(run).toMatchObject({ status: "completed", conclusion: "failure" });
  expect(summary.length).toBeLessThan(10_000);
});

test("file names are plain text too", async () => {
  const file = "a `b` @acme [x](https://evil.example) <b>/connector.rb";
  const { summary, annotation } = await check("Shop", "bad", file);

  expect(annotation?.path).toBe(file);
  expect(summary).toContain(`\`\`${file}:3\`\``);
});

test("thousands of findings fit in one summary", async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `!notice structure/bad ${"é".repeat(280)} ${index}`,
  );
  const { run, summary } = await check("Shop", `first\n${lines.join("\n")}`);

  expect(run).toMatchObject({ status: "completed" });
  expect(run?.annotations).toHaveLength(3001);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
});
