import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGiveUp, type GiveUp } from "../../../app/reconcile/give-up.ts";
import type { Log } from "../../../app/reconcile/reconcile.ts";
import type { Subject } from "../../../app/subjects/subject.ts";
import { startReconciler, type Reconciler } from "../../support/reconciler.ts";

let app: Reconciler;
let giveUp: GiveUp;
let warnings: string[];
let where: { readonly installationId: number; readonly owner: string; readonly repo: string };

const connector = "{ connector, title: 'Shop'\n!error structure/bad is new\n}\n";
const never = new AbortController().signal;

beforeEach(async () => {
  app = await startReconciler({ files: { "connector.rb": connector }, rules: ["structure/bad"] });
  warnings = [];
  const write = (_data: object, message: string) => void warnings.push(message);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  giveUp = createGiveUp({ clientFor: async () => app.github.client("acme"), appId: app.github.appId, log });
  const [installation] = app.github.world.installations.values();
  where = { installationId: installation?.id ?? 0, owner: "acme", repo: "shop" };
});

afterEach(() => app.github.close());

/** A pull request whose check runs were opened, and never completed. */
async function interrupted(): Promise<Extract<Subject, { kind: "pull-request" }>> {
  app.shop.commit("feature", { "connector.rb": `${connector}# more\n` }, { from: "main" });
  const { number } = app.shop.openPull({ head: "feature" });
  app.github.fault({ path: /git\/trees/, status: 502 });
  await app.run(number);
  return { kind: "pull-request", ...where, number };
}

function results() {
  return app.shop.state.checkRuns.map(({ status, conclusion, title }) => ({ status, conclusion, title }));
}

test("ends the check runs with words that blame the app, and not the change", async () => {
  const subject = await interrupted();

  await giveUp(subject, never);

  const ended = { status: "completed", conclusion: "cancelled", title: "The gate could not finish" };
  expect(results()).toEqual([ended, ended]);
  expect(app.shop.state.checkRuns[0]?.summary).toMatch(/no verdict about the change.*\/recheck/);
});

test("does not keep a later look from coming to a result", async () => {
  const subject = await interrupted();
  await giveUp(subject, never);

  await app.run(subject.number);

  const [guidelines, usability] = app.shop.state.checkRuns.slice(2);
  expect([guidelines?.conclusion, usability?.conclusion]).toEqual(["success", "success"]);
});

test("leaves results alone", async () => {
  const subject = await interrupted();
  await app.run(subject.number);
  const before = results();
  app.github.forget();

  await giveUp(subject, never);

  expect(results()).toEqual(before);
  expect(app.github.count().writes).toBe(0);
});

test("ends those of a merge queue's commit, which can be re-run then", async () => {
  const baseSha = app.shop.state.refs.get("refs/heads/main") ?? "";
  const headSha = app.shop.commit("queue", { "connector.rb": `${connector}# more\n` }, { from: "main" });
  const subject: Subject = { kind: "merge-group", ...where, headSha, baseSha };
  app.github.fault({ path: /git\/trees/, status: 502 });
  await app.reconcile(subject, never);
  await giveUp(subject, never);
  const [run] = app.shop.state.checkRuns;
  if (run) app.shop.rerun(run, "ann");

  await app.runNewest();

  expect(results().map(({ conclusion }) => conclusion)).toEqual([
    "cancelled",
    "cancelled",
    "success",
    "success",
  ]);
});

describe("never fails", () => {
  test.each([
    ["where GitHub does", { status: 502, times: 9 }],
    ["where the pull request is gone", { path: /pulls/, status: 404 }],
    ["where it may not write", { method: "PATCH", status: 403, times: 9 }],
  ])("%s", async (_what, fault) => {
    const subject = await interrupted();
    app.github.fault(fault);

    await giveUp(subject, never);

    expect(warnings).toEqual(["check runs of a subject that was given up stay open"]);
  });

  test("for subjects without check runs", async () => {
    await giveUp({ kind: "repository", ...where }, never);

    expect(warnings).toEqual([]);
  });
});
