import { afterEach, describe, expect, test } from "vitest";
import { defaultPermissions } from "../../support/fake-github.ts";
import { type Programme, startProgramme } from "../../support/programme.ts";
import type { PullTicket, Ticket } from "../../support/fake-github/world.ts";

let programme: Programme;

afterEach(() => programme.github.close());

async function start(options: Parameters<typeof startProgramme>[0] = {}): Promise<void> {
  programme = await startProgramme(options);
}

const issues = (): readonly Ticket[] => [...programme.source.state.tickets.values()];

function setOpen(pull: PullTicket, isOpen: boolean): void {
  pull.state = isOpen ? "open" : "closed";
  programme.listings.pullEvent(pull, isOpen ? "reopened" : "closed");
}

describe("the author's issue of a real submission", () => {
  test("appears, follows newer versions, and stays one", async () => {
    await start();
    programme.submit(programme.release("1.0.0"));
    await programme.settle();
    programme.submit(programme.release("1.1.0"));
    await programme.settle();

    expect(issues()).toMatchObject([{ title: "Listing review of 1.1.0", state: "open", assignees: ["ann"] }]);
  });

  test("is closed and reopened with the submission", async () => {
    await start();
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();

    setOpen(pull, false);
    await programme.settle();
    expect(issues()).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);
    expect(issues()[0]?.body).toContain("**Not listed: the submission was closed");

    setOpen(pull, true);
    await programme.settle();
    expect(issues()).toMatchObject([{ state: "open" }]);
  });

  test("says who withdrew", async () => {
    await start();
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();

    programme.listings.comment(pull, "ann", "/withdraw");
    await programme.settle();

    expect(issues()).toMatchObject([{ state: "closed", stateReason: "not_planned" }]);
    expect(issues()[0]?.body).toContain("**Withdrawn by @&#8203;ann, and not listed.");
  });

  test("quotes a request, and leads from the record to the connector", async () => {
    await start();
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();

    programme.listings.comment(pull, "cora", "/request-changes Page the search, @everyone.");
    await programme.settle();

    expect(issues()[0]?.body).toContain("> Page the search, @&#8203;everyone.");
    expect(programme.source.state.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("asks for changes in the [code review]("),
    ]);
  });

  test("tells of gates that fail, once", async () => {
    await start();
    programme.submit(programme.release("1.0.0"), { lie: (record) => ({ ...record, version: "9.9.9" }) });
    await programme.settle();

    expect(issues()).toMatchObject([{ state: "open" }]);
    expect(issues()[0]?.body).toMatch(
      /\*\*Something has to change before people review it: .*\*Submission\*/,
    );
    expect(programme.source.state.comments).toEqual([]);
  });

  test("changes nothing when looked at again", async () => {
    await start();
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();
    programme.github.forget();

    await programme.look(pull);

    expect(programme.github.count().writes).toBe(0);
  });
});

describe("no issue", () => {
  test("is written in the repository of others by somebody who submits it", async () => {
    await start();
    programme.github.permission(programme.listings, "mallory", "read");
    const fork = programme.listings.fork("mallory");
    const tagged = programme.release("1.0.0");
    const text = JSON.stringify(programme.recordOf(tagged));
    fork.commit(
      "submit/lantern-desk",
      { "listings/lantern-desk/listing.json": text },
      { from: "main", author: "mallory" },
    );
    programme.listings.openPull({ head: "mallory:submit/lantern-desk", author: "mallory", title: "Mine" });
    await programme.settle();

    expect(issues()).toEqual([]);
  });

  test("is written where the app is not installed, and the submission tells the author instead", async () => {
    await start({ install: false });
    programme.submit(programme.release("1.0.0"));
    await programme.settle();

    expect(issues()).toEqual([]);
    expect(
      programme.listings.state.comments.some(({ body }) => body.includes("@ann: all that is said")),
    ).toBe(true);
  });

  test("is written where the app may not write issues, and the submission tells the author instead", async () => {
    await start({ install: false });
    programme.github.install("acme", { ...defaultPermissions, issues: "read" });
    programme.submit(programme.release("1.0.0"));
    await programme.settle();

    expect(issues()).toEqual([]);
    expect(
      programme.listings.state.comments.some(({ body }) => body.includes("@ann: all that is said")),
    ).toBe(true);
  });
});
