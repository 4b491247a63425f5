import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Reconciler, startReconciler } from "../../support/reconciler.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

const connector = "{ connector, title: 'Shop'\n# one\n# two\n}\n";

let app: Reconciler;

beforeEach(async () => {
  app = await startReconciler({
    files: { "connector.rb": connector },
    rules: ["structure/bad", "usability/field-hint"],
  });
});

afterEach(async () => app.github.close());

async function open(source: string, draft = false): Promise<PullTicket> {
  app.shop.commit("feature", { "connector.rb": source }, { from: "main" });
  const pull = app.shop.openPull({ head: "feature", draft });
  await app.runAll();
  return pull;
}

async function push(source: string): Promise<void> {
  app.shop.commit("feature", { "connector.rb": source });
  await app.runAll();
}

function stickies(): string[] {
  return app.shop.state.comments.filter(({ byApp }) => byApp).map(({ body }) => body);
}

function suggestions() {
  return app.shop.state.reviewComments;
}

describe("the sticky comment", () => {
  test("is not there where there is nothing to say", async () => {
    await open(`${connector}# fine\n`);

    expect(stickies()).toEqual([]);
  });

  test("says what is new, and is edited when that changes", async () => {
    await open(`${connector}!error structure/bad first\n!notice usability/field-hint second\n`);
    const [first = ""] = stickies();
    await push(`${connector}!error structure/bad first\n`);

    expect(first).toContain("**2 new findings in this pull request**; 1 must be fixed first.");
    expect(first).toContain("- error: first `connector.rb:5`");
    expect(stickies()).toHaveLength(1);
    expect(stickies()[0]).toContain("**1 new finding in this pull request**; they must be fixed first.");
  });

  test("celebrates briefly when all is gone", async () => {
    await open(`${connector}!error structure/bad first\n`);
    await push(`${connector}# fine\n`);

    expect(stickies()).toEqual([expect.stringMatching(/🎉 Nothing new to fix\.\n$/)]);
  });

  test("is written once, though the answer got lost on its way", async () => {
    app.github.fault({ method: "POST", path: /issues\/\d+\/comments$/, status: 502, after: true });

    const pull = await open(`${connector}!error structure/bad first\n`);
    await app.run(pull.number);

    expect(stickies()).toHaveLength(1);
  });

  test("does not keep the checks from their end where the conversation is locked", async () => {
    app.github.fault({ method: "POST", path: /issues\/\d+\/comments$/, status: 403, times: 9 });

    const pull = await open(`${connector}!error structure/bad first\n`);

    const run = app.shop.checkRun(pull.pull.head.sha, "Connector usability");
    expect(run).toMatchObject({ status: "completed" });
  });
});

describe("suggestions", () => {
  test("arrive as one review on changed lines, and apply cleanly", async () => {
    await open(
      "{ connector, title: 'Shop'\n!error structure/bad a => # uno\n# two\n!notice usability/field-hint b => # dos\n}\n",
    );

    expect(app.shop.state.reviews).toHaveLength(1);
    expect(suggestions()).toMatchObject([
      { path: "connector.rb", line: 2, startLine: null },
      { path: "connector.rb", line: 4, startLine: null },
    ]);
    expect(suggestions()[0]?.body).toContain("```suggestion\n# uno\n```");
  });

  test("come once for a finding, also when lines move", async () => {
    await open(`${connector}!error structure/bad a => b\n`);
    await push(`# moved\n${connector}!error structure/bad a => b\n`);

    expect(suggestions()).toHaveLength(1);
  });

  test("are collapsed when the finding is gone, once, and can still be read", async () => {
    await open(`${connector}!error structure/bad a => b\n`);
    const [{ body } = { body: "" }] = suggestions();
    await push(`${connector}b\n`);
    app.github.forget();
    await push(`${connector}b # more\n`);

    expect(suggestions()).toMatchObject([{ minimized: true, body }]);
    const mutations = app.github.requests.filter(({ body: sent }) =>
      JSON.stringify(sent)?.includes("mutation"),
    );
    expect(mutations).toEqual([]);
  });

  test.each([
    ["may not collapse comments", { status: 403 }],
    ["has no GraphQL", { status: 404 }],
  ])("are struck out where the app %s", async (_what, fault) => {
    await open(`${connector}!error structure/bad a => b\n`);
    app.github.fault({ path: /graphql/, ...fault });
    await push(`${connector}b\n`);

    expect(suggestions()).toHaveLength(1);
    expect(suggestions()[0]?.body).toMatch(/^<!-- \S+ [0-9a-f]+ done -->\n✅ This finding is gone\.$/);
  });

  test("are not about lines that were there before", async () => {
    app.shop.commit("main", { "connector.rb": `!error structure/bad a => b\n${connector}` });

    await open(`!error structure/bad a => b\n${connector}# fine\n`);

    expect(suggestions()).toEqual([]);
  });

  test("wait until a draft is ready", async () => {
    const pull = await open(`${connector}!error structure/bad a => b\n`, true);
    const before = suggestions().length;
    pull.pull.draft = false;
    app.shop.pullEvent(pull, "ready_for_review");
    await app.runAll();

    expect(before).toBe(0);
    expect(suggestions()).toHaveLength(1);
    expect(app.shop.state.checkRuns).toHaveLength(2);
  });

  test("keep their block together, whatever is in it", async () => {
    await open(`${connector}!error structure/bad a => \`\`\` @acme/all <b>\n`);

    expect(suggestions()[0]?.body).toContain("````suggestion\n``` @acme/all <b>\n````");
  });

  test("are made on forks too", async () => {
    const fork = app.shop.fork("eve");
    fork.commit("patch", { "connector.rb": `${connector}!error structure/bad a => b\n` }, { from: "main" });
    app.shop.openPull({ head: "eve:patch", author: "eve" });

    await app.runAll();

    expect(suggestions()).toHaveLength(1);
    expect(stickies()[0]).toContain("The branch belongs to a fork");
  });
});
