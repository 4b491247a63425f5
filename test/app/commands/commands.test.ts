import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Reconciler, startReconciler } from "../../support/reconciler.ts";
import type { Comment, PullTicket } from "../../support/fake-github/world.ts";

const connector = "{ connector, title: 'Shop'\n}\n";
const fixable = `${connector}!error structure/bad old => new\n!warning usability/field-hint one => two\n`;

let app: Reconciler;
let pull: PullTicket;

beforeEach(async () => {
  app = await startReconciler({
    files: { "connector.rb": connector },
    rules: ["structure/bad", "usability/field-hint"],
  });
  app.github.permission(app.shop, "ann", "write");
  app.github.permission(app.shop, "tom", "triage");
  app.shop.commit("feature", { "connector.rb": fixable }, { from: "main" });
  pull = app.shop.openPull({ head: "feature" });
  await app.runAll();
});

afterEach(async () => app.github.close());

async function say(author: string, body: string): Promise<Comment> {
  const comment = app.shop.comment(pull, author, body);
  await app.runAll();
  return comment;
}

function replies(): string[] {
  return app.shop.state.comments
    .filter(({ byApp, body }) => byApp && body.startsWith("<!-- connector-gate:reply"))
    .map(({ body }) => body);
}

function reactions({ reactions: all }: Comment): string[] {
  return all.map(({ content }) => content);
}

function headFile(): string {
  const { git } = app.github.world;
  const entry = git.files(git.commit(pull.pull.head.sha)?.tree ?? "").get("connector.rb");
  return Buffer.from(git.blob(entry?.sha ?? "") ?? []).toString();
}

describe("/recheck", () => {
  test("brings new check runs and a reaction", async () => {
    const comment = await say("tom", "Once more:\n/recheck");

    expect(app.shop.state.checkRuns).toHaveLength(4);
    expect(reactions(comment)).toEqual(["+1"]);
    expect(replies()).toEqual([]);
  });

  test("is refused to people without rights", async () => {
    const comment = await say("eve", "/recheck");

    expect(app.shop.state.checkRuns).toHaveLength(2);
    expect(reactions(comment)).toEqual(["-1"]);
    expect(replies()[0]).toContain("`/recheck` takes the permission to triage");
  });
});

describe("/explain", () => {
  test("says what a rule is about", async () => {
    const comment = await say("eve", "/explain usability/field-hint");

    expect(reactions(comment)).toEqual(["+1"]);
    expect(replies()[0]).toContain("**How to fix:** Mend it.");
  });

  test("knows rules by the end of their name, and says what might be meant", async () => {
    await say("eve", "/explain field-hint");
    await say("eve", "/explain usability/field-hnit @acme/all");

    expect(replies()[0]).toContain("**usability/field-hint**");
    expect(replies()[1]).toContain("Is it `usability/field-hint`?");
    expect(replies()[1]).not.toContain("@acme");
  });
});

describe("/fix", () => {
  test("commits all safe fixes as one commit, after which the checks pass", async () => {
    const before = pull.pull.head.sha;

    const comment = await say("ann", "/fix");

    const { git } = app.github.world;
    expect(headFile()).toBe(`${connector}new\ntwo\n`);
    expect(git.commit(pull.pull.head.sha)).toMatchObject({
      parents: [before],
      message:
        "fix: apply 2 safe fixes of Connector Gate\n\n- structure/bad\n- usability/field-hint\n\nAsked for by ann.",
    });
    expect(reactions(comment)).toEqual(["+1"]);
    expect(app.shop.checkRun(pull.pull.head.sha, "Connector guidelines")).toMatchObject({
      conclusion: "success",
    });
  });

  test("takes the right to write", async () => {
    const comment = await say("tom", "/fix");

    expect(headFile()).toBe(fixable);
    expect(reactions(comment)).toEqual(["-1"]);
  });

  test("says that there is nothing to fix", async () => {
    await say("ann", "/fix");
    await say("ann", "/fix");

    expect(replies()).toEqual([expect.stringContaining("There is no finding left")]);
  });

  test("says why it cannot write to a fork", async () => {
    const fork = app.shop.fork("eve");
    fork.commit("patch", { "connector.rb": fixable }, { from: "main" });
    pull = app.shop.openPull({ head: "eve:patch", author: "eve" });
    await app.runAll();

    await say("ann", "/fix");

    expect(replies()[0]).toContain("The branch belongs to a fork");
    expect(app.shop.checkRun(pull.pull.head.sha, "Connector guidelines")?.actions).toEqual([]);
  });
});

describe("the button", () => {
  test("is there where something can be fixed, and fixes it once", async () => {
    const run = app.shop.checkRun(pull.pull.head.sha, "Connector guidelines");
    expect(run?.actions).toMatchObject([{ identifier: "fix", label: "Fix 2 findings" }]);
    if (run) {
      app.shop.press(run, "fix", "ann");
      app.shop.press(run, "fix", "ann");
    }

    await app.runAll();

    expect(headFile()).toBe(`${connector}new\ntwo\n`);
    expect(app.github.world.git.commit(pull.pull.head.sha)?.message).toContain("2 safe fixes");
    expect(app.shop.checkRun(pull.pull.head.sha, "Connector guidelines")?.actions).toEqual([]);
  });

  test("does nothing for people without the right to write", async () => {
    const run = app.shop.checkRun(pull.pull.head.sha, "Connector guidelines");
    if (run) app.shop.press(run, "fix", "tom");

    await app.runAll();

    expect(headFile()).toBe(fixable);
  });
});

describe("any command", () => {
  test("/help lists all of them", async () => {
    await say("eve", "/help");

    expect(replies()[0]).toContain("| `/explain <rule>` |");
  });

  test("is answered once, however often it is looked at", async () => {
    const comment = await say("eve", "/help");
    await app.run(pull.number);
    await app.run(pull.number);

    expect(reactions(comment)).toEqual(["+1"]);
    expect(replies()).toHaveLength(1);
  });

  test("is answered though the answer got lost on its way", async () => {
    app.github.fault({ method: "POST", path: /reactions/, status: 502 });

    const comment = await say("eve", "/help");
    await app.run(pull.number);

    expect(reactions(comment)).toEqual(["+1"]);
    expect(replies()).toHaveLength(1);
  });

  test("that nobody knows gets the list once", async () => {
    await say("eve", "/lgtm");
    await say("eve", "/approve");

    expect(replies()).toHaveLength(1);
    expect(replies()[0]).toContain("There is no command `/lgtm` here.");
  });

  test("several in one comment get one reply and one reaction", async () => {
    const comment = await say("eve", "/help\n/explain field-hint\n/fix");

    expect(reactions(comment)).toEqual(["-1"]);
    expect(replies()).toHaveLength(1);
  });

  test("does not run from an edited comment, a quote or a bot", async () => {
    const comment = await say("ann", "nothing yet");
    app.shop.editComment(comment, "ann", "/fix");
    app.github.world.user("robot[bot]", "Bot");
    await say("robot[bot]", "/fix");
    await say("ann", "> /fix");
    await app.run(pull.number);

    expect(headFile()).toBe(fixable);
    expect(replies()).toEqual([]);
  });
});
