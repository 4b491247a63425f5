import * as fc from "../../../support/properties.ts";
import { describe, expect, test } from "vitest";

import { type Account, formatAccount } from "../../../../checks/listing/account.ts";
import { canonicalJson } from "../../../../checks/listing/canonical-json.ts";
import {
  CatalogueIndex,
  formatCatalogueIndex,
} from "../../../../checks/listing/catalogue/catalogue-index.ts";
import { type CatalogueFile, readCatalogue } from "../../../../checks/listing/catalogue/read-catalogue.ts";
import { formatListingWaivers } from "../../../../checks/listing/listing-waivers.ts";
import { formatRecord, type SubmissionRecord } from "../../../../checks/listing/submission-record.ts";
import { sampleRecord } from "../../../action/submission/submissions.ts";

const record = sampleRecord();
const { slug } = record;
const account: Account = {
  slug: record.manifest.publisher,
  company: "Acme Inc.",
  owners: [{ login: "acme", id: 1, type: "Organization" }],
  approved: { by: "pat", at: "2026-11-02", issue: 1 },
};
const waiver = {
  rule: "usability/field-hint",
  reason: "The label says it.",
  by: "rae",
  at: "2026-11-25T10:00:00Z",
  digest: "a".repeat(64),
};

const usual = {
  ".github/connector-gate.yml": "role: listings\n",
  [`accounts/${account.slug}.yml`]: formatAccount(account),
  [`listings/${slug}/listing.json`]: formatRecord(record),
};

function read(
  changes: Readonly<Record<string, string | Uint8Array | null | { readonly unreadable: string }>> = {},
) {
  const files = new Map<string, CatalogueFile>();
  for (const [path, content] of Object.entries({ ...usual, ...changes })) {
    if (content === null) continue;
    if (typeof content === "string")
      files.set(path, { kind: "file", bytes: new TextEncoder().encode(content) });
    else if (content instanceof Uint8Array) files.set(path, { kind: "file", bytes: content });
    else files.set(path, { kind: "unreadable", reason: content.unreadable });
  }
  return readCatalogue(files);
}

function problemsOf(changes: Parameters<typeof read>[0]): readonly string[] {
  return read(changes).problems.map(({ file, line, message }) =>
    [file, ...(line === null ? [] : [String(line)]), ` ${message}`].join(":"),
  );
}

const changed = (changes: Partial<SubmissionRecord>) => formatRecord({ ...record, ...changes });
const listing = `listings/${slug}/listing.json`;

describe("a catalogue without problems", () => {
  test("has its listings, and none of the words about them", () => {
    const { listings, accounts, problems, warnings, isPolicyUsable } = read();

    expect({ accounts, problems, warnings, isPolicyUsable }).toEqual({
      accounts: 1,
      problems: [],
      warnings: [],
      isPolicyUsable: true,
    });
    expect(listings).toEqual([{ path: listing, record, company: "Acme Inc.", waivers: [] }]);
  });

  test("may be empty, and have notes and placeholders beside", () => {
    const empty = {
      [listing]: null,
      [`accounts/${account.slug}.yml`]: null,
      "accounts/.gitkeep": "",
      "listings/README.md": "# Listings\n",
      "listings/index.json": "anything",
    };

    expect(problemsOf(empty)).toEqual([]);
  });

  test("takes the waivers of a listing into its index", () => {
    const { listings } = read({ [`listings/${slug}/waivers.json`]: formatListingWaivers([waiver]) });

    expect(JSON.parse(formatCatalogueIndex(listings))).toMatchObject({
      listings: [{ waivers: [{ rule: waiver.rule, reason: waiver.reason, by: "rae", at: waiver.at }] }],
    });
  });
});

describe("what is wrong with a catalogue", () => {
  test.each<[string, Parameters<typeof read>[0], readonly string[]]>([
    [
      "a policy that is not there",
      { ".github/connector-gate.yml": null },
      [".github/connector-gate.yml: no such file; the programme's policy is there"],
    ],
    [
      "a policy with a key that is none",
      { ".github/connector-gate.yml": "role: listings\ncategorys: [CRM]\n" },
      [".github/connector-gate.yml:2: `categorys` is not a known key; did you mean `categories`?"],
    ],
    [
      "an account under another name",
      { "accounts/other.yml": formatAccount(account) },
      [
        `accounts/other.yml: the file is of the account \`${account.slug}\`; its place is accounts/${account.slug}.yml`,
      ],
    ],
    [
      "an account that is none, once, and not for each of its listings",
      { [`accounts/${account.slug}.yml`]: `slug: ${account.slug}\ncompany: Acme\nowners: []\n` },
      [
        `accounts/${account.slug}.yml:1: \`approved\` is missing`,
        `accounts/${account.slug}.yml:3: \`owners\` is too short: at least 1 entry`,
      ],
    ],
    [
      "a publisher without an account",
      { [`accounts/${account.slug}.yml`]: null },
      [
        `${listing}: the publisher \`${account.slug}\` has no account: accounts/${account.slug}.yml is not there`,
      ],
    ],
    [
      "a listing in the folder of another",
      { "listings/other/listing.json": formatRecord(record) },
      [`listings/other/listing.json: the record is of \`${slug}\`; its place is ${listing}`],
    ],
    [
      "a listing whose manifest is another's",
      { [listing]: changed({ manifest: { ...record.manifest, slug: "other" } }) },
      [`${listing}: the record is of \`other\`; its place is listings/other/listing.json`],
    ],
    [
      "a listing with a version that is none, with its line",
      { [listing]: changed({ version: "one" }) },
      [expect.stringMatching(new RegExp(`^${listing}:\\d+: \`version\` `))],
    ],
    [
      "a listing that is cut off",
      { [listing]: formatRecord(record).slice(0, 200) },
      [expect.stringContaining("the file is not valid JSON")],
    ],
    [
      "a listing with a comma too many",
      { [listing]: formatRecord(record).replace(/\n\}\n$/, ",\n}\n") },
      [`${listing}: the file is not valid JSON`],
    ],
    [
      "a listing that was changed by hand",
      { [listing]: JSON.stringify(record) },
      [`${listing}: the file was changed by hand; restore what the action wrote`],
    ],
    [
      "a listing with a key twice",
      { [listing]: formatRecord(record).replace("{\n", '{\n  "slug": "other",\n') },
      [`${listing}: the file was changed by hand; restore what the action wrote`],
    ],
    [
      "a listing of an older encoding",
      { [listing]: new Uint8Array([0x7b, 0xff, 0xfe]) },
      [`${listing}: the file is not UTF-8 text`],
    ],
    [
      "a listing with a byte order mark",
      { [listing]: `\ufeff${formatRecord(record)}` },
      [expect.stringMatching(/: the file is not valid JSON$/)],
    ],
    [
      "a listing that nests without end",
      { [listing]: "[".repeat(100_000) },
      [`${listing}: the file is nested too deeply`],
    ],
    [
      "a link in place of a listing",
      { [listing]: { unreadable: "a symbolic link, which is not followed" } },
      [`${listing}: a symbolic link, which is not followed`],
    ],
    [
      "waivers that are none",
      {
        [`listings/${slug}/waivers.json`]: canonicalJson({
          schemaVersion: 1,
          waivers: [{ ...waiver, rule: "x" }],
        }),
      },
      [expect.stringMatching(/waivers\.json:\d+: `waivers\[0\]\.rule` /)],
    ],
    [
      "waivers of a listing that is not there",
      { "listings/gone/waivers.json": formatListingWaivers([]) },
      ["listings/gone: the folder has no listing.json; remove the folder"],
    ],
    [
      "a folder that can't be read",
      { accounts: { unreadable: "a symbolic link" } },
      ["accounts: a symbolic link"],
    ],
    [
      "files that belong nowhere",
      {
        "accounts/acme.json": "",
        "accounts/deep/acme.yml": "",
        "accounts/A.yml": "",
        "listings/notes.txt": "",
        "listings/Shop/listing.json": "",
        "listings/shop/logo.png": "",
        "listings/shop/deep/listing.json": "",
      },
      [
        "accounts/A.yml: the file's name must be 2 to 50 lowercase letters, digits and single dashes, such as `help-desk`; move or remove this file",
        "accounts/acme.json: only `accounts/<slug>.yml` belongs here; move or remove this file",
        "accounts/deep/acme.yml: only `accounts/<slug>.yml` belongs here; move or remove this file",
        "listings/Shop/listing.json: the folder's name must be 2 to 50 lowercase letters, digits and single dashes, such as `help-desk`; move or remove this file",
        "listings/notes.txt: only `index.json` and folders of listings belong here; move or remove this file",
        "listings/shop/deep/listing.json: only `listing.json` and `waivers.json` belong here; move or remove this file",
        "listings/shop/logo.png: only `listing.json` and `waivers.json` belong here; move or remove this file",
      ],
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected);
  });

  test("keeps only what it is about out of the index", () => {
    const { listings } = read({ "listings/other/listing.json": "{}" });

    expect(listings.map(({ record: { slug: name } }) => name)).toEqual([slug]);
  });

  test("warns of categories that the policy has no more, and of a connector that is listed twice", () => {
    const other = { ...record, slug: "zz-other", manifest: { ...record.manifest, slug: "zz-other" } };
    const { warnings, problems } = read({
      ".github/connector-gate.yml": "role: listings\ncategories: [Storage]\n",
      "listings/zz-other/listing.json": formatRecord(other),
    });

    expect(problems).toEqual([]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining("the policy no longer has the category"),
      expect.stringContaining("the policy no longer has the category"),
      `lists the same connector as ${listing}: ${record.release.file} of ${record.release.repository}`,
    ]);
  });
});

describe("the index", () => {
  const listings = ["beta", "alpha", "gamma-2"].map((name) => ({
    path: `listings/${name}/listing.json`,
    record: { ...record, slug: name, manifest: { ...record.manifest, slug: name } },
    company: "Acme Inc.",
    waivers: [],
  }));

  test("has the same bytes for any order of the same listings", () => {
    expect(formatCatalogueIndex(listings)).toBe(formatCatalogueIndex(listings.toReversed()));
    expect(JSON.parse(formatCatalogueIndex(listings))).toMatchObject({
      schemaVersion: 1,
      listings: [{ slug: "alpha" }, { slug: "beta" }, { slug: "gamma-2" }],
    });
  });

  test("is what its schema says", () => {
    const text = formatCatalogueIndex(listings);

    expect(CatalogueIndex.parse(JSON.parse(text))).toEqual(JSON.parse(text));
  });

  test("names a bounded number of operations, in bounded words", () => {
    const operation = { title: "x".repeat(1000), description: null, inputFields: 1, outputFields: null };
    const actions = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`action_${index}`, operation]),
    );
    const many = {
      ...listings[0]!,
      record: { ...record, capabilities: { ...record.capabilities, actions } },
    };
    const [entry] = CatalogueIndex.parse(JSON.parse(formatCatalogueIndex([many]))).listings;

    expect(entry?.actions?.items).toHaveLength(200);
    expect(entry?.actions?.more).toBe(300);
    expect(entry?.actions?.items[0]?.title).toHaveLength(150);
  });

  test("says null where operations can't be known", () => {
    const unknown = {
      ...listings[0]!,
      record: { ...record, capabilities: { ...record.capabilities, triggers: null } },
    };

    expect(JSON.parse(formatCatalogueIndex([unknown]))).toMatchObject({ listings: [{ triggers: null }] });
  });
});

describe("any files", () => {
  const text = formatRecord(record);
  const damaged = fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: "binary", maxLength: 20 }))
    .map(([at, length, words]) => text.slice(0, at) + words + text.slice(at + length));
  const content = fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 50 }), damaged);
  const path = fc.constantFrom(
    listing,
    "listings/other/listing.json",
    `listings/${slug}/waivers.json`,
    `accounts/${account.slug}.yml`,
    ".github/connector-gate.yml",
    "listings/x",
  );

  test("are read without a failure, to the same answer in any order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, content), { selector: ([name]) => name }), (files) => {
        const changes = Object.fromEntries(files);
        const answer = read(changes);

        expect(read(Object.fromEntries(files.toReversed()))).toEqual(answer);
        for (const { message, file } of answer.problems) {
          expect(message).not.toBe("");
          expect(file).not.toBe("");
        }
      }),
    );
  });
});
