import { afterEach, beforeEach, expect, test } from "vitest";
import { formatAccount } from "../../checks/listing/account.ts";
import type { PullTicket } from "../support/fake-github/world.ts";
import { openStage, type Stage } from "../support/walkthrough/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await openStage("app/main.ts");
  const { listings, source } = stage;
  const { owner } = source.state;
  const account = formatAccount({
    slug: "lantern-desk",
    company: "Lantern Desk",
    owners: [{ login: owner.login, id: owner.id, type: "Organization" }],
    approved: { by: "pat", at: "2026-01-05", issue: 1 },
  });
  listings.commit("main", { "accounts/lantern-desk.yml": account }, { author: "pat" });
});

afterEach(() => stage[Symbol.asyncDispose]());

function submission(): PullTicket {
  const pulls = [...stage.listings.state.tickets.values()].filter((ticket) => ticket.pull !== null);
  expect(pulls).toHaveLength(1);
  return pulls[0] as PullTicket;
}

/** The checks on the head, and how they ended. */
function checks(): Record<string, string> {
  const { listings } = stage;
  const { sha } = submission().pull.head;
  const runs = listings.state.checkRuns.filter(({ headSha }) => headSha === sha);
  return Object.fromEntries(runs.map(({ name, status, conclusion }) => [name, conclusion ?? status]));
}

const fiveGreen = {
  Submission: "success",
  "Developer account": "success",
  Guidelines: "success",
  Usability: "success",
  "Testing evidence": "success",
  "Code review": "in_progress",
  "Usability review": "in_progress",
};

test("a release becomes a submission with five green checks, by the action and the app as processes", async () => {
  const run = await stage.release("v1.0.0", { "notes.md": "1" }, "Release 1.0.0");
  await stage.settle();

  expect(run).toMatchObject({ exitCode: 0, outputs: { "submission-state": "created" } });
  expect(checks()).toEqual(fiveGreen);
  expect(submission().labels).toContain("submission: in review");
});

test("neither the same tag nor the same webhooks change anything again", async () => {
  const tag = ["v1.0.0", { "notes.md": "1" }, "Release 1.0.0"] as const;
  await stage.release(...tag);
  await stage.settle();
  const { github } = stage;
  github.forget();

  for (const delivery of [...github.webhooks.deliveries].reverse()) await github.webhooks.send(delivery);
  await stage.settle();

  expect(github.count().writes).toBe(0);
  expect(github.count().reads).toBeGreaterThan(10);
  expect(checks()).toEqual(fiveGreen);
});

test("a tag that moves is found out without anybody asking", async () => {
  await stage.release("v1.0.0", { "notes.md": "1" }, "Release 1.0.0");
  await stage.settle();

  stage.source.tag("v1.0.0", stage.source.commit("main", { "connector.rb": "{ title: 'Other' }" }));
  await stage.settle();

  expect(checks()).toMatchObject({ Submission: "failure", Guidelines: "in_progress" });
  const { summary } = stage.listings.checkRun(submission().pull.head.sha, "Submission") ?? {};
  expect(summary).toContain("a tag must not move");
});
