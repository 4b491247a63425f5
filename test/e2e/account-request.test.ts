import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { coversOwner, parseAccount } from "../../checks/listing/account.ts";
import { formText, policyText, reactionsTo } from "../app/account/requests.ts";
import { type AppProcess, appEnvironment, startAppProcess } from "../support/app-process.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../support/fake-github.ts";

/** How a company gets its developer account, from signed webhooks on, with the real process. */

let folder: string;
let github: FakeGitHub;
let app: AppProcess;
let listings: FakeRepository;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-account-"));
  github = await startFakeGitHub();
  github.install("programme");
  listings = github.repository("programme/listings", { files: { ".github/connector-gate.yml": policyText } });
  github.team("programme/partners", "grace");
  github.world.user("acme-tools", "Organization");
  app = await startAppProcess(appEnvironment(github, join(folder, "queue.sqlite")));
  github.webhooks.target = app.webhookUrl;
});

afterAll(async () => {
  await app.kill();
  await github.close();
  await rm(folder, { recursive: true });
});

/** Waits until something is so; the test's own time limit ends the waiting. */
async function until<Value>(look: () => Value | undefined | false): Promise<Value> {
  for (;;) {
    const value = look();
    if (value !== undefined && value !== false) return value;
    await pause(10);
  }
}

function toldWith(text: string) {
  return listings.state.comments.find(({ byApp, body }) => byApp && body.includes(text));
}

test("a request is answered, corrected, approved, and leaves an account that covers its owner", async () => {
  const ticket = listings.openIssue("ann", "Developer account: Acme", formText({ email: "ann@gmail.com" }));

  const answer = await until(() => toldWith("**Work email** is with a provider that takes anyone"));
  await until(() => ticket.labels.includes("account: requested"));

  listings.editIssue(ticket, "ann", formText());
  await until(() => answer.body.includes("This request is complete"));

  const refused = listings.comment(ticket, "mallory", "/approve-account");
  await until(() => reactionsTo(refused).includes("-1"));
  const approval = listings.comment(ticket, "grace", "/approve-account acme");
  await until(() => reactionsTo(approval).includes("+1"));

  expect(ticket).toMatchObject({ state: "closed", labels: ["account: approved"] });
  expect(toldWith("Welcome, Tools of Acme, Inc.!")?.body).toContain("publisher: acme");
  const { data } = await github.client("programme").request("GET /repos/{owner}/{repo}/contents/{path}", {
    owner: "programme",
    repo: "listings",
    path: "accounts/acme.yml",
  });
  const { content } = data as { content: string };
  const account = parseAccount(new Uint8Array(Buffer.from(content, "base64")));
  expect(account).toMatchObject({
    ok: true,
    value: { slug: "acme", company: "Tools of Acme, Inc.", approved: { by: "grace", issue: ticket.number } },
  });
  expect(account.ok && coversOwner(account.value, github.world.user("acme-tools").id)).toBe(true);

  // What was written where the address should not be: comments, commits, labels, and the app's own log.
  const written = github.requests.filter(({ method }) => method !== "GET").map(({ body }) => body);
  for (const text of [JSON.stringify(written), JSON.stringify(app.log)]) {
    expect(text).not.toContain("ann@gmail.com");
    expect(text).not.toContain("secret@");
  }
});
