import { stringify } from "yaml";
import { z } from "zod";

import { escapeUnseen } from "../report/escape.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type Validated, validate } from "../yaml/validate.ts";
import { isLogin, wholeLoginPattern } from "./people.ts";
import { accountSchemaUrl } from "./schema-urls.ts";
import { isSlug, slugHint, slugPattern } from "./slug.ts";

const login = z
  .string()
  .refine(isLogin, { error: "must be a GitHub name without `@`, such as `acme`" })
  .meta({ pattern: wholeLoginPattern.source });

/**
 * A developer account, `accounts/<slug>.yml` of the listings repository: who may publish under its slug. It names a
 * company and what it owns on GitHub, and no person.
 */
export const Account = z
  .strictObject({
    slug: z.string().refine(isSlug, { error: slugHint }).meta({
      description: "Names the account for ever; the file's name, and the publisher of its listings.",
      pattern: slugPattern.source,
    }),
    company: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine((text) => escapeUnseen(text) === text, {
        error: "must be one line without invisible characters",
      })
      .describe("The company's name."),
    owners: z
      .array(
        z.strictObject({
          login: login.describe("The name on GitHub, for people; it may change."),
          id: z.int().positive().describe("The number on GitHub, which counts; it never changes."),
          type: z.enum(["Organization", "User"]).describe("What GitHub calls it."),
        }),
      )
      .min(1)
      .max(50)
      .describe("The organisations and users whose repositories may submit."),
    approved: z
      .strictObject({
        by: login.describe("Who approved the account."),
        at: z.iso.date("must be a day such as `2026-11-25`").describe("The day of the approval."),
        issue: z.int().positive().describe("The number of the issue that asked for it."),
      })
      .describe("The decision."),
  })
  .meta({ title: "Developer account", description: "A company that may submit connectors." });
export type Account = z.output<typeof Account>;
export type AccountOwner = Account["owners"][number];

export const accountsFolder = "accounts";

export function accountPath(slug: string): string {
  return `${accountsFolder}/${slug}.yml`;
}

/** The slug of a path such as `accounts/acme.yml`; null where it is none. */
export function slugOfAccountPath(path: string): string | null {
  const slug = /^accounts\/([^/]+)\.yml$/.exec(path)?.[1];
  return slug !== undefined && isSlug(slug) ? slug : null;
}

/** Reads an account from untrusted bytes. Whether it is the account of its file's name is for the caller to see. */
export function parseAccount(bytes: Uint8Array): Validated<Account> {
  const read = readYaml(bytes);
  return read.ok ? validate(read.file, Account) : { ok: false, problems: [read.problem] };
}

/** The text of an account's file: the same account always gives the same bytes. */
export function formatAccount({ slug, company, owners, approved }: Account): string {
  const ordered = {
    slug,
    company,
    owners: owners.map(({ login: name, id, type }) => ({ login: name, id, type })),
    approved: { by: approved.by, at: approved.at, issue: approved.issue },
  };
  const text = stringify(ordered, { version: "1.2", lineWidth: 0 });
  return `# yaml-language-server: $schema=${accountSchemaUrl}\n${text}`;
}

/** By the numeric id alone: a renamed organisation keeps its account, and a new one of the old name has none. */
export function coversOwner(account: Account, ownerId: number): boolean {
  return account.owners.some(({ id }) => id === ownerId);
}
