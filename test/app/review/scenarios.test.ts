import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gateNames } from "../../../app/submission/gate.ts";
import { parseRecord, recordPath } from "../../../checks/listing/submission-record.ts";
import type { Comment, PullTicket } from "../../support/fake-github/world.ts";
import { exampleFiles, policyText, type Programme, slug, startProgramme } from "../../support/programme.ts";

let programme: Programme;
let pull: PullTicket;
let now: Date;

const signOffs = { cora: "/check all\n/approve code", uma: "/check all\n/approve usability" };

async function start(options: Parameters<typeof startProgramme>[0] = {}): Promise<void> {
  now = new Date("2026-01-05T10:00:00Z");
  programme = await startProgramme({ ...options, clock: () => now });
}

beforeEach(async () => {
  await start();
  programme.github.team("programme/code", "carl");
  pull = programme.submit(programme.release("1.0.0"));
  await programme.settle();
});

afterEach(async () => programme.github.close());

async function say(author: string, body: string): Promise<Comment> {
  const comment = programme.listings.comment(pull, author, body);
  await programme.settle();
  return comment;
}

/** A person's own request to GitHub, such as a review by its form. */
async function ask(login: string, method: string, path: string, body: object): Promise<void> {
  const { github } = programme;
  const response = await fetch(`${github.url}/repos/programme/listings/pulls/${pull.number}${path}`, {
    method,
    headers: { authorization: `token ${github.token(login)}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  await programme.settle();
}

async function signOff(): Promise<void> {
  for (const [login, words] of Object.entries(signOffs)) await say(login, words);
}

function review(side: "Code" | "Usability"): string | undefined {
  return programme.states(pull)[`${side} review`];
}

function said(text: string): string[] {
  const { comments } = programme.listings.state;
  return comments.filter(({ byApp, body }) => byApp && body.includes(text)).map(({ body }) => body);
}

function stage(): string[] {
  return pull.labels.filter((label) => label !== "submission").sort();
}

/** The files of a listing on a branch, by their names. */
function filesOf(branch: string): ReadonlyMap<string, string> {
  const { git } = programme.github.world;
  const sha = programme.listings.state.refs.get(`refs/heads/${branch}`) ?? "";
  const files = [...git.files(git.commit(sha)?.tree ?? "")];
  return new Map(
    files
      .filter(([path]) => path.startsWith(`listings/${slug}/`))
      .map(([path, { sha: blob }]) => [path, Buffer.from(git.blob(blob) ?? []).toString()]),
  );
}

async function nothingIsWritten(): Promise<void> {
  expect(await programme.look(pull)).toMatchObject({ kind: "done", writes: 0 });
}

describe("a submission", () => {
  test("is reviewed, signed off and listed, at the commit that was approved", async () => {
    expect(pull.pull.requestedReviewers.toSorted()).toEqual(["cora", "uma"]);
    expect(stage()).toEqual(["submission: in review"]);
    await nothingIsWritten();

    await signOff();
    expect(Object.keys(programme.states(pull)).toSorted()).toEqual([...gateNames].sort());
    expect(new Set(Object.values(programme.states(pull)))).toEqual(new Set(["success"]));
    expect(stage()).toEqual(["submission: approved"]);
    await nothingIsWritten();

    await say("lisa", "/list");
    expect(pull.state).toBe("closed");
    expect(stage()).toEqual(["submission: listed"]);
    expect(parseRecord(filesOf("main").get(recordPath(slug)) ?? "")).toMatchObject({ version: "1.0.0" });
    const { git } = programme.github.world;
    expect(git.commit(pull.pull.mergeCommit ?? "")?.message).toMatch(
      new RegExp(
        `^List ${slug} 1\\.0\\.0 \\(#1\\)\\n\\nCode review: cora\\nUsability review: uma\\nConnector: `,
      ),
    );
    await nothingIsWritten();
  });

  test("has labels with colours, exactly one of which tells where it is", async () => {
    expect(programme.listings.state.labels.get("submission: in review")).toEqual({
      color: "1d76db",
      description: "Reviewers have something to do.",
    });
    await say("lisa", "/hold");

    expect(stage()).toEqual(["submission: on hold"]);
  });

  test("loses its sign-offs by a release with another connector, and keeps them by one without", async () => {
    await signOff();
    programme.submit(programme.release("1.0.1"));
    await programme.settle();
    expect([review("Code"), review("Usability")]).toEqual(["success", "success"]);

    const source = Buffer.from(exampleFiles()["connector.rb"] ?? []).toString();
    programme.submit(programme.release("1.0.2", { "connector.rb": `${source}# Better.\n` }));
    await programme.settle();
    expect([review("Code"), review("Usability")]).toEqual(["open", "open"]);
    expect(stage()).toEqual(["submission: in review"]);
  });

  test("becomes overdue, and is handed to somebody else", async () => {
    now = new Date("2026-01-13T09:00:00Z");
    await programme.look(pull);
    expect(stage()).toEqual(["review: overdue", "submission: in review"]);
    expect(said("connector-gate:reminder")).toEqual([expect.stringContaining("- Code review: @cora\n")]);
    await nothingIsWritten();

    await say("lisa", "/assign @carl");
    expect(pull.pull.requestedReviewers.toSorted()).toEqual(["carl", "uma"]);
  });

  test("is not listed while a gate is red", async () => {
    await say("cora", signOffs.cora);
    await say("lisa", "/list");
    expect(said("these gates are not green")).toEqual([
      expect.stringContaining("- *Usability review*: Waits for a reviewer"),
    ]);

    await say("uma", signOffs.uma);
    expect(pull.state).toBe("open");
    expect(stage()).toEqual(["submission: approved"]);
  });

  test("stays where it is where GitHub does not merge it, and says why", async () => {
    await signOff();
    programme.github.fault({ path: /\/merge$/, status: 405, times: 1 });
    await say("lisa", "/list");
    expect(said("GitHub does not merge it")).toHaveLength(1);
    expect(pull.state).toBe("open");

    await programme.look(pull);
    expect(pull.state).toBe("closed");
  });

  test("mentions its author once where the app is not installed in the source", async () => {
    await programme.github.close();
    await start({ install: false });
    pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();
    await say("cora", "/request-changes No.");

    const mentions = programme.listings.state.comments.filter(
      ({ byApp, body }) => byApp && /@ann\b/.test(body),
    );
    expect(mentions).toHaveLength(1);
    expect(mentions[0]?.body).toContain("@ann: all that is said about this submission is said here");
  });
});

describe("people without the role", () => {
  beforeEach(signOff);

  test("get rid of no request by editing or deleting it", async () => {
    const comment = await say("carl", "/request-changes The search loses records.");
    expect(review("Code")).toBe("failure");

    programme.listings.editComment(comment, "mallory", "/approve code");
    await programme.settle();
    expect(review("Code")).toBe("failure");
    programme.listings.deleteComment(comment, "mallory");
    await programme.settle();
    expect(review("Code")).toBe("failure");
    expect(said("The search loses records").length).toBeGreaterThan(0);
  });

  test("take over no reviewer's comment, nor one of the app", async () => {
    const comment = await say("carl", "Reading it this afternoon.");
    await say("cora", "/request-changes No.");
    programme.listings.editComment(comment, "mallory", "/approve code");
    const receipt = programme.listings.state.comments.find(({ body }) => body.includes('"act":"request"'));
    programme.listings.editComment(receipt!, "mallory", receipt!.body.replaceAll("request", "approve"));
    await programme.settle();

    expect(review("Code")).toBe("failure");
  });

  test("dismiss a review, and the sign-off has to be given again", async () => {
    await ask("carl", "POST", "/reviews", { event: "REQUEST_CHANGES", body: "No." });
    expect(review("Code")).toBe("failure");
    const id = programme.listings.state.reviews.at(-1)?.id;

    await ask("mallory", "PUT", `/reviews/${id}/dismissals`, { message: "Never mind." });
    expect(review("Code")).toBe("open");
    await ask("cora", "POST", "/reviews", { event: "APPROVE" });
    expect(review("Code")).toBe("success");
  });

  test("forge no answer of the app, and no checklist", async () => {
    await say("cora", "/request-changes No.");
    for (const { body } of programme.listings.state.comments.filter(({ byApp }) => byApp)) {
      await say("mallory", body.replaceAll("request", "approve"));
    }

    expect(review("Code")).toBe("failure");
  });

  test("list, hold and waive nothing", async () => {
    for (const login of ["ann", "mallory", "cora"]) await say(login, "/list");
    for (const login of ["ann", "mallory"]) {
      await say(login, "/hold");
      await say(login, "/waive usability/action-title Because.");
    }

    expect(pull.state).toBe("open");
    expect(stage()).toEqual(["submission: approved"]);
    await nothingIsWritten();
  });
});

test("what was approved while the record lied is approved by nobody once it is true", async () => {
  const source = Buffer.from(exampleFiles()["connector.rb"] ?? []).toString();
  const shown = programme.release("1.0.1");
  const hidden = programme.release("1.0.2", { "connector.rb": `${source}# Nobody was shown this.\n` });
  const claim = { ...hidden, tag: shown.tag, version: shown.version };
  programme.submit(claim);
  await programme.settle();
  expect(programme.states(pull)["Submission"]).toBe("failure");
  await ask("cora", "POST", "/reviews", { event: "APPROVE" });
  await say("cora", signOffs.cora);

  programme.source.tag(shown.tag, hidden.commit, { annotated: true });
  await programme.look(pull);
  expect(programme.states(pull)).toMatchObject({ Submission: "success", "Code review": "open" });
  expect(said("*Submission* had not passed when you wrote")).toHaveLength(1);
});

test("a reviewer who left, and one who changed sides, count no more", async () => {
  await signOff();
  programme.github.world.teams.get("programme/code")?.delete("cora");
  await programme.look(pull);
  expect(review("Code")).toBe("open");
  expect(programme.gate(pull, "Code review").summary).toContain("no longer a reviewer here");

  programme.github.permission(programme.source, "uma", "write");
  await programme.look(pull);
  expect(review("Usability")).toBe("open");
});

test("all checks are made anew for those who have a part in it", async () => {
  const before = programme.gate(pull, "Submission").id;
  await say("mallory", "/recheck");
  expect(programme.gate(pull, "Submission").id).toBe(before);

  await say("ann", "/recheck");
  expect(programme.gate(pull, "Submission").id).toBeGreaterThan(before);
  expect(programme.listings.state.checkRuns).toHaveLength(14);
  await nothingIsWritten();
});

test("a hold keeps an approved submission from being merged by hand too", async () => {
  await signOff();
  await say("uma", "/hold Legal has a question.");
  expect([review("Code"), review("Usability")]).toEqual(["open", "open"]);
  await say("lisa", "/list");
  expect(pull.state).toBe("open");

  await say("uma", "/unhold");
  await say("lisa", "/list");
  expect(stage()).toEqual(["submission: listed"]);
});

describe("a waiver", () => {
  const strict = `${policyText}fail-on: notice\n`;

  beforeEach(async () => {
    await programme.github.close();
    await start({ policy: strict });
    const source = Buffer.from(exampleFiles()["connector.rb"] ?? []).toString();
    const bad = source.replace("title: 'Get ticket',", "title: 'get_ticket',");
    pull = programme.submit(programme.release("1.0.0", { "connector.rb": bad }), { policy: strict });
    await programme.settle();
  });

  test("of those who may is told in the listing", async () => {
    expect(programme.states(pull)["Usability"]).toBe("failure");
    expect(stage()).toEqual(["submission: needs author"]);
    await say("cora", "/waive usability/action-title The name is well known");
    await signOff();

    expect(stage()).toEqual(["submission: approved"]);
    expect(JSON.parse(filesOf(`submit/${slug}`).get(`listings/${slug}/waivers.json`) ?? "")).toMatchObject({
      waivers: [{ rule: "usability/action-title", by: "cora", reason: "The name is well known" }],
    });
    await nothingIsWritten();
    await say("lisa", "/list");
    expect([...filesOf("main").keys()].sort()).toEqual([
      `listings/${slug}/listing.json`,
      `listings/${slug}/waivers.json`,
    ]);
  });

  test("on a submission from a fork is told in the listing too", async () => {
    const record = filesOf(`submit/${slug}`).get(recordPath(slug)) ?? "";
    await say("ann", "/withdraw");
    const fork = programme.listings.fork("ann");
    fork.commit(`submit/${slug}`, { [recordPath(slug)]: record }, { from: "main", author: "ann" });
    pull = programme.listings.openPull({ head: `ann:submit/${slug}`, author: "ann", title: pull.title });
    await programme.settle();
    await say("cora", "/waive usability/action-title The name is well known");
    await signOff();
    await say("lisa", "/list");

    expect(stage()).toEqual(["submission: listed"]);
    expect(filesOf("main").get(`listings/${slug}/waivers.json`)).toContain("The name is well known");
    await nothingIsWritten();
  });

  test("that is taken back is taken out of the listing, and blocks again", async () => {
    await say("cora", "/waive usability/action-title The name is well known");
    await signOff();
    await say("carl", "/unwaive usability/action-title");
    await programme.settle();
    expect(programme.states(pull)["Usability"]).toBe("success");

    await say("cora", "/unwaive usability/action-title");
    expect(programme.states(pull)).toMatchObject({ Submission: "success", Usability: "failure" });
    expect(filesOf(`submit/${slug}`).get(`listings/${slug}/waivers.json`)).toContain('"waivers": []');
    await nothingIsWritten();
  });

  test("of anybody else, or without a reason, is none", async () => {
    await say("uma", "/waive usability/action-title I like it");
    await say("cora", "/waive usability/action-title");
    await say("cora", "/waive security/user-url I like it");

    expect(programme.states(pull)["Usability"]).toBe("failure");
    expect(said("is set aside by `@programme/code` only")).toHaveLength(1);
    expect(said("Say why")).toHaveLength(1);
    expect(said("the policy names nobody for it")).toHaveLength(1);
  });
});

describe("a withdrawal", () => {
  test("closes an open submission", async () => {
    await say("ann", "/withdraw");

    expect(pull.state).toBe("closed");
    expect(stage()).toEqual(["submission: withdrawn"]);
    await nothingIsWritten();
  });

  test("of a listing is a pull request that people merge", async () => {
    await signOff();
    await say("lisa", "/list");
    await say("ann", "/withdraw");
    await say("ann", "/withdraw");

    const others = [...programme.listings.state.tickets.values()].filter(
      ({ number }) => number > pull.number,
    );
    expect(others).toMatchObject([{ title: `Take the listing of ${slug} away`, state: "open" }]);
    expect(filesOf(`withdraw/${slug}`).size).toBe(0);
    const [withdrawal] = others as PullTicket[];
    expect(new Set(Object.values(programme.states(withdrawal!)))).toEqual(new Set(["neutral"]));

    const client = programme.github.client("programme");
    await client.rest.pulls.merge({ owner: "programme", repo: "listings", pull_number: withdrawal!.number });
    await programme.settle();
    await programme.look(pull);
    expect(filesOf("main").size).toBe(0);
    expect(stage()).toEqual(["submission: withdrawn"]);
  });
});
