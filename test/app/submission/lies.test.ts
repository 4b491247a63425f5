import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SubmissionRecord } from "../../../checks/listing/submission-record.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import {
  type Programme,
  slug,
  type SubmitOptions,
  startProgramme,
  type Tagged,
} from "../../support/programme.ts";

let programme: Programme;
let tagged: Tagged;
let later: Tagged;

beforeAll(async () => {
  programme = await startProgramme();
  tagged = programme.release("1.0.0");
  later = programme.release("1.1.0");
});

afterAll(async () => programme.github.close());

/** Puts a submission with a lie in place of whatever is there, and gives what `Submission` says. */
async function told(options: SubmitOptions): Promise<string> {
  const pull = programme.submit(tagged, options);
  await programme.look(pull);
  const { conclusion, title, summary } = programme.gate(pull, "Submission");
  return `${conclusion}: ${title}\n${summary}`;
}

type Lie = (record: SubmissionRecord) => SubmissionRecord;

function inRelease(changes: Partial<SubmissionRecord["release"]>): Lie {
  return (record) => ({ ...record, release: { ...record.release, ...changes } });
}

function inManifest(changes: Partial<SubmissionRecord["manifest"]>): Lie {
  return (record) => ({ ...record, manifest: { ...record.manifest, ...changes } });
}

const zeros = "0".repeat(64);

describe("a record that lies", () => {
  test.each<[string, Lie, string | RegExp]>([
    [
      "about the connector's bytes",
      inRelease({ sha256: zeros }),
      /The record does not agree with the tagged commit:\n {2}- the digest of the connector: `release\.sha256` says `"0{5}/,
    ],
    [
      "about what an action is called",
      (record) => ({
        ...record,
        capabilities: {
          ...record.capabilities,
          actions: {
            ...record.capabilities.actions,
            create_ticket: { ...record.capabilities.actions!["create_ticket"]!, title: "Delete everything" },
          },
        },
      }),
      '- the actions: `capabilities.actions.create_ticket.title` says `"Delete everything"`, and at the tagged commit it is `"Create ticket"`',
    ],
    [
      "by leaving out an action",
      (record) => ({ ...record, capabilities: { ...record.capabilities, actions: {} } }),
      "- the actions: `capabilities.actions.add_comment` says nothing",
    ],
    [
      "about the connection",
      (record) => ({
        ...record,
        capabilities: { ...record.capabilities, connection: { authorization: "oauth2", fields: 1 } },
      }),
      '- the connection: `capabilities.connection.authorization` says `"oauth2"`',
    ],
    [
      "about the description",
      (record) => ({ ...record, description: "Free money." }),
      '- the description: `description` says `"Free money."`',
    ],
    [
      "about the logo",
      (record) => ({ ...record, logo: { file: "logo.png", sha256: zeros } }),
      "- the logo: `logo.sha256`",
    ],
    [
      "about what listing.yml says",
      inManifest({ summary: "The best of all." }),
      '- `listing.yml`: `manifest.summary` says `"The best of all."`',
    ],
    [
      "about what it found",
      (record) => ({
        ...record,
        report: { ...record.report, counts: { error: 0, warning: 0, notice: 7 } },
      }),
      "- the number of findings: `report.counts.notice` says `7`, and at the tagged commit it is `0`",
    ],
    [
      "about its report",
      (record) => ({ ...record, report: { ...record.report, sha256: zeros } }),
      "- the digest of the report: `report.sha256`",
    ],
    [
      "about the connector's folder",
      inRelease({ path: "elsewhere", file: "elsewhere/connector.rb" }),
      "There is no `connector.rb` in the folder that the record names.",
    ],
    [
      "about the connector's file",
      inRelease({ file: "other.rb" }),
      "- the connector's place in the repository: `release.file`",
    ],
    [
      "about the version",
      (record) => ({ ...record, version: "9.0.0" }),
      "The record's version is `9.0.0`, which the tag `v1.0.0` does not say.",
    ],
    [
      "about the version before",
      (record) => ({ ...record, previousVersion: "0.9.0" }),
      "The record says that the version before it was `0.9.0`, and none is listed.",
    ],
    [
      "about the tag",
      inRelease({ tag: "v1.0.1" }),
      /The tag `v1\.0\.1` is gone\..*\n.*There is no published release of the tag `v1\.0\.1`\./,
    ],
    [
      "about the commit",
      (record) => inRelease({ commit: later.commit })(record),
      /The tag `v1\.0\.0` was at commit `\w{7}` when it was submitted, and is at `\w{7}` now: a tag must not move\./,
    ],
    [
      "about the repository's number",
      inRelease({ repositoryId: 4 }),
      "`acme/helpdesk` is another repository than the one that submitted (number 4).",
    ],
    [
      "about the repository's name",
      inRelease({ repository: "programme/listings" }),
      "The record names this listings repository as its source.",
    ],
    [
      "about a repository that is nowhere",
      inRelease({ repository: "acme/nowhere" }),
      "There is no repository `acme/nowhere`; the one that submitted is `acme/helpdesk` now.",
    ],
    [
      "about its slug",
      (record) => ({ ...record, slug: "other-desk" }),
      "The file is that of `lantern-desk`, and the record in it is of `other-desk`.",
    ],
    [
      "about its manifest's slug",
      inManifest({ slug: "other-desk" }),
      "The record's slug is `lantern-desk`, and its manifest's is `other-desk`.",
    ],
  ])("%s", async (_, lie, expected) => {
    const text = await told({ lie });

    expect(text).toMatch(/^failure: \d+ problems? to mend/);
    expect(text).toMatch(expected);
  });

  test.each<[string, (record: SubmissionRecord) => string]>([
    ["that is not JSON", () => "slug: lantern-desk\n"],
    ["that is cut off", (record) => formatRecord(record).slice(0, -20)],
    [
      "of a later format",
      (record) => formatRecord(record).replace('"schemaVersion": 1', '"schemaVersion": 2'),
    ],
    ["with a key of its own", (record) => formatRecord(record).replace("{", '{ "isApproved": true,')],
    [
      "that leads out of the repository",
      (record) => formatRecord(record).replaceAll('"connector.rb"', '"../connector.rb"'),
    ],
  ])("and a file %s is no record", async (_, text) => {
    expect(await told({ text })).toContain(
      "`listings/lantern-desk/listing.json` is not a submission record that this version reads.",
    );
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ["a mark at its beginning", (text) => Buffer.from(`\ufeff${text}`)],
    ["bytes that are no text", (text) => Buffer.from(text.replace("# ", "\u00ff"), "latin1")],
  ])("and %s makes it none", async (_, toBytes) => {
    const bytes = toBytes(formatRecord(programme.recordOf(tagged)));

    const text = await told({ text: () => "", also: { [`listings/${slug}/listing.json`]: bytes } });

    expect(text).toContain("is not a submission record that this version reads");
  });

  test("and other spaces are found out too", async () => {
    const text = await told({ text: (record) => `${JSON.stringify(record)}\n` });

    expect(text).toContain("The file was not written by the action");
  });

  test("is forgiven once it tells the truth", async () => {
    expect(await told({})).toMatch(/^success: The release is what the record says/);
  });

  test("lists the first few of many differences", async () => {
    const text = await told({
      lie: (record) => ({ ...record, capabilities: { ...record.capabilities, actions: {}, triggers: {} } }),
    });

    expect(text.match(/^ {2}- /gm)).toHaveLength(6);
    expect(text).toContain("- and 2 more");
  });

  test("says nothing that could do harm where it is shown", async () => {
    const text = await told({
      lie: inManifest({ summary: "<img src=x> @programme/code | `x` ](https://evil.example) <!-- x" }),
    });

    expect(text).not.toContain("<img");
    expect(text).toMatch(/says <code>|says ``/);
    expect(text).not.toMatch(/(?<!`[^`\n]*)@programme\/code/);
  });
});

describe("a record in the wrong place", () => {
  test.each<[string, SubmitOptions, string]>([
    [
      "from a branch of another name",
      { branch: "feature" },
      "The branch is `feature`, and that of a submission of `lantern-desk` is `submit/lantern-desk`.",
    ],
    [
      "to another branch",
      { branch: "submit/lantern-desk", base: "next" },
      "This goes to the branch `next`, and listings are on `main`.",
    ],
    [
      "with another listing",
      { also: { "listings/other-desk/listing.json": "{}" } },
      "Besides the record of `lantern-desk`, this changes `listings/other-desk/listing.json`. Submit one listing with one pull request",
    ],
    [
      "with a change of the policy",
      { also: { ".github/connector-gate.yml": "role: listings\n" } },
      "this changes `.github/connector-gate.yml`. Take these changes out",
    ],
    [
      "with a change of the index",
      { also: { "listings/index.json": "{}" } },
      "this changes `listings/index.json`. Take these changes out",
    ],
    [
      "with waivers that nobody granted",
      {
        also: {
          "listings/lantern-desk/waivers.json": '{ "schemaVersion": 1, "waivers": [] }',
        },
      },
      "this changes `listings/lantern-desk/waivers.json`. Take these changes out",
    ],
    [
      "in the folder of another listing",
      { path: "listings/other-desk/listing.json" },
      "The file is that of `other-desk`, and the record in it is of `lantern-desk`.",
    ],
  ])("%s", async (_, options, expected) => {
    const own = await startProgramme();
    if (options.base !== undefined) own.listings.commit(options.base, { "a.txt": "a" }, { from: "main" });
    const pull = own.submit(own.release("1.0.0"), options);

    await own.look(pull);

    expect(own.gate(pull, "Submission").summary).toContain(expected);
    expect(own.states(pull)["Submission"]).toBe("failure");
    await own.github.close();
  });

  test("is told that its title says something else, as happens between two writes of the action", async () => {
    const text = await told({ title: "Lantern Desk 2.0.0 (lantern-desk)" });

    expect(text).toMatch(/^success/);
    expect(text).toContain("The title does not say what is submitted: `Lantern Desk 1.0.0 (lantern-desk)`.");
  });

  test("is found though the folder is spelled in capitals", async () => {
    const pull = await pullWith({ [`Listings/${slug}/listing.json`]: "{}" });

    expect(programme.gate(pull, "Submission").summary).toContain(
      "This changes files below `listings/`, and none of them is a record",
    );
  });

  test("is found though it is a link to a file that may be changed later", async () => {
    const record = formatRecord(programme.recordOf(tagged));
    programme.listings.commit("main", { "docs/record.json": record });
    const pull = await pullWith({ [`listings/${slug}/listing.json`]: { link: "docs/record.json" } });

    expect(programme.gate(pull, "Submission").summary).toContain("is not a submission record");
  });

  test("is found though it was moved there from another listing", async () => {
    const text = formatRecord(programme.recordOf(tagged));
    programme.listings.commit("main", { "listings/other-desk/listing.json": text });
    const pull = await pullWith({
      "listings/other-desk/listing.json": null,
      [`listings/${slug}/listing.json`]: text,
    });

    expect(programme.gate(pull, "Submission").summary).toContain(
      "Besides the record of `lantern-desk`, this changes `listings/other-desk/listing.json`",
    );
  });

  test("is found behind more files than GitHub lists", async () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`notes/${n}.txt`, "x"]));
    const pull = await pullWith({ ...many, "listings/z/listing.json": "{}" });

    expect(programme.gate(pull, "Submission")).toMatchObject({
      conclusion: "failure",
      title: "Too many files",
    });
    expect(programme.states(pull)["Code review"]).toBe("open");
  });

  let count = 0;

  async function pullWith(changes: Parameters<typeof programme.listings.commit>[1]) {
    const branch = `other-${++count}`;
    programme.listings.commit(branch, changes, { from: "main" });
    const pull = programme.listings.openPull({ head: branch });
    await programme.look(pull);
    return pull;
  }
});
