import { afterEach, beforeEach, expect, test } from "vitest";
import { type Reconciler, startReconciler } from "../../support/reconciler.ts";

const connector = "{ connector, title: 'Shop'\n}\n";
const warning = `${connector}!warning usability/field-hint is new\n`;
const config = ".github/connector-gate.yml";

let app: Reconciler;

beforeEach(async () => {
  app = await startReconciler({ files: { "connector.rb": connector, "old/connector.rb": connector } });
});

afterEach(async () => app.github.close());

async function check(head: Record<string, string>) {
  const sha = app.shop.commit("feature", head, { from: "main" });
  const pull = app.shop.openPull({ head: "feature" });
  await app.run(pull.number);
  return app.shop.checkRun(sha, "Connector usability");
}

test("without a configuration warnings do not fail", async () => {
  expect(await check({ "connector.rb": warning })).toMatchObject({ conclusion: "success" });
});

test("the configuration of the base branch counts", async () => {
  app.shop.commit("main", { [config]: "fail-on: warning\n" });

  expect(await check({ "connector.rb": warning })).toMatchObject({ conclusion: "failure" });
});

test("the configuration of the head does not", async () => {
  app.shop.commit("main", { [config]: "fail-on: warning\n" });

  expect(await check({ "connector.rb": warning, [config]: "fail-on: never\n" })).toMatchObject({
    conclusion: "failure",
  });
});

test("only connectors that it names are checked", async () => {
  app.shop.commit("main", { [config]: "fail-on: warning\nconnectors: [old]\n" });

  expect(await check({ "connector.rb": warning })).toMatchObject({ conclusion: "neutral" });
});

test("one that cannot be used is a result of its own, with the line", async () => {
  app.shop.commit("main", { [config]: "extends: recommended\nfail-at: warning # @acme/all\n" });

  const run = await check({ "connector.rb": warning });

  expect(run).toMatchObject({ conclusion: "failure", title: "1 problem in the configuration" });
  expect(run?.summary).toContain(`\`${config}:2\``);
});

test("a change of it is looked at in all open pull requests", async () => {
  await check({ "connector.rb": warning });
  app.shop.commit("main", { [config]: "fail-on: warning\n" });

  await app.runNewest();

  const sha = app.shop.state.refs.get("refs/heads/feature") ?? "";
  expect(app.shop.checkRun(sha, "Connector usability")).toMatchObject({ conclusion: "failure" });
});
