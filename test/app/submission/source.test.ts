import { afterEach, describe, expect, test } from "vitest";
import { formatRecord, recordPath } from "../../../checks/listing/submission-record.ts";
import { submissionTitle } from "../../../checks/listing/submission-text.ts";
import { type Programme, slug, startProgramme } from "../../support/programme.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

let programme: Programme;

afterEach(async () => programme.github.close());

async function submitted(options: Parameters<typeof startProgramme>[0]): Promise<PullTicket> {
  programme = await startProgramme(options);
  const pull = programme.submit(programme.release("1.0.0"));
  await programme.look(pull);
  return pull;
}

describe("a source without the app", () => {
  test("is read as anybody may where it is public", async () => {
    const pull = await submitted({ install: false });

    expect(programme.states(pull)).toMatchObject({ Submission: "success", "Developer account": "success" });
    const readers = programme.github.requests.filter(({ path }) => path.startsWith("/repos/acme/helpdesk/"));
    expect(readers.filter(({ path }) => path.endsWith("/issues"))).toEqual([]);
  });

  test("is not read where it is private, and the check says how to install the app", async () => {
    const pull = await submitted({ install: false, sourceIsPrivate: true });

    const { conclusion, summary } = programme.gate(pull, "Submission");
    expect(conclusion).toBe("failure");
    expect(summary).toContain(
      "`acme/helpdesk` cannot be seen: it is gone, or it is private and the app is not installed there, or `ann` may not write there.",
    );
    expect(summary).toContain("](<https://github.example/github-apps/connector-gate/installations/new>)");
    expect(programme.states(pull)).toMatchObject({
      "Developer account": "open",
      Guidelines: "open",
      Usability: "open",
      "Testing evidence": "open",
    });
  });

  test("is seen once the app is installed", async () => {
    const pull = await submitted({ install: false, sourceIsPrivate: true });
    programme.github.install("acme");

    await programme.look(pull);

    expect(programme.states(pull)).toMatchObject({ Submission: "success", Guidelines: "success" });
  });

  test("is not seen any more where the installation is suspended", async () => {
    const pull = await submitted({ sourceIsPrivate: true });
    const installation = [...programme.github.world.installations.values()].find(
      ({ account }) => account.login === "acme",
    );
    if (installation) installation.suspended = true;

    await programme.look(pull);

    expect(programme.gate(pull, "Submission").summary).toContain("cannot be seen");
  });
});

describe("a public source", () => {
  async function submittedByStranger(install: boolean) {
    programme = await startProgramme({ install });
    const release = programme.release("1.0.0");
    const fork = programme.listings.fork("mallory");
    fork.commit(
      `submit/${slug}`,
      { [recordPath(slug)]: formatRecord(programme.recordOf(release)) },
      { from: "main", author: "mallory" },
    );
    const pull = programme.listings.openPull({
      head: `mallory:submit/${slug}`,
      author: "mallory",
      title: submissionTitle(programme.recordOf(release)),
    });
    await programme.look(pull);
    return programme.gate(pull, "Submission");
  }

  test("is not submitted by somebody who may not write there", async () => {
    const { conclusion, summary } = await submittedByStranger(true);

    expect(conclusion).toBe("failure");
    expect(summary).toContain("`mallory` may not write in `acme/helpdesk`, so the submission is not theirs");
  });

  test("without the app leaves it to people to make sure who submits", async () => {
    const { conclusion, summary } = await submittedByStranger(false);

    expect(conclusion).toBe("success");
    expect(summary).toContain("Reviewers: make sure that they do.");
  });
});

describe("a private source with the app", () => {
  test("is looked at for those who may write there", async () => {
    const pull = await submitted({ sourceIsPrivate: true });

    expect(programme.states(pull)).toMatchObject({ Submission: "success", Usability: "success" });
  });

  test("is shown to nobody else", async () => {
    programme = await startProgramme({ sourceIsPrivate: true });
    programme.github.permission(programme.source, "mallory", "read");
    const pull = programme.submit(programme.release("1.0.0"), { author: "mallory" });

    await programme.look(pull);

    const { conclusion, summary } = programme.gate(pull, "Submission");
    expect([conclusion, summary]).toEqual([
      "failure",
      expect.stringContaining("or it is private and the app is not installed there, or `mallory` may not"),
    ]);
    expect(programme.states(pull)).toMatchObject({ Guidelines: "open", Usability: "open" });
    const read = programme.github.requests.filter(({ path }) => path.startsWith("/repos/acme/helpdesk/git"));
    expect(read).toEqual([]);
  });

  test("is not even told to exist", async () => {
    programme = await startProgramme({ sourceIsPrivate: true });
    const release = programme.release("1.0.0");
    const summaries: string[] = [];
    for (const [repository, repositoryId] of [
      ["acme/helpdesk", programme.source.state.id],
      ["acme/helpdesk", 4711],
      ["acme/nothings", 4711],
    ] as const) {
      const pull = programme.submit(release, {
        author: "mallory",
        lie: (record) => ({ ...record, release: { ...record.release, repository, repositoryId } }),
      });
      await programme.look(pull);
      summaries.push(String(programme.gate(pull, "Submission").summary).replaceAll(repository, "it"));
    }

    expect(new Set(summaries).size).toBe(1);
  });

  test("that does not let the app read is told apart", async () => {
    programme = await startProgramme({ sourceIsPrivate: true });
    const pull = programme.submit(programme.release("1.0.0"));
    programme.github.fault({
      path: /acme\/helpdesk\/git\/trees/,
      status: 403,
      message: "Resource not accessible",
    });

    await programme.look(pull);

    expect(programme.gate(pull, "Submission").summary).toContain(
      "GitHub does not let the app read `acme/helpdesk`, though it is installed there.",
    );
    expect(programme.states(pull)["Guidelines"]).toBe("open");
  });

  test("is never named after it was renamed", async () => {
    programme = await startProgramme({ sourceIsPrivate: true, install: false });
    const pull = programme.submit(programme.release("1.0.0"));
    programme.source.rename("acme/secret-project");

    await programme.look(pull);

    expect(programme.gate(pull, "Submission").summary).not.toContain("secret-project");
  });
});

describe("an event of the source", () => {
  test("leads to the submissions from it", async () => {
    const pull = await submitted({});
    await programme.settle();
    programme.source.deleteRelease("v1.0.0");

    await programme.settle();

    expect(programme.gate(pull, "Submission").summary).toContain("There is no published release");
  });

  test("leads nowhere where there are none", async () => {
    await submitted({ install: false });
    programme.github.install("acme");

    programme.source.release("v0.1.0");

    await expect(programme.settle()).resolves.toBeUndefined();
  });
});
