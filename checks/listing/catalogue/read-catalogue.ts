import { type Account, accountPath, parseAccount } from "../account.ts";
import { defaultCategories } from "../categories.ts";
import { ListingWaivers, waiversPath } from "../listing-waivers.ts";
import { parseListingsPolicy } from "../listings-policy.ts";
import { isSlug, slugHint } from "../slug.ts";
import { recordPath, SubmissionRecord } from "../submission-record.ts";
import { indexPath, type Listing } from "./catalogue-index.ts";
import { type FileProblem, readJson } from "./json-file.ts";

/** A file of the listings repository, as far as it was read. */
export type CatalogueFile =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  /** What keeps it from being read, such as `a symbolic link, which is not followed`. */
  | { readonly kind: "unreadable"; readonly reason: string };

export interface CatalogueProblem extends FileProblem {
  readonly file: string;
}

export interface Catalogue {
  /** In the order of their slugs; only those that nothing is wrong with. */
  readonly listings: readonly Listing[];
  readonly accounts: number;
  /** In the order of their files. */
  readonly problems: readonly CatalogueProblem[];
  /** What is odd, and keeps no listing out of the index. */
  readonly warnings: readonly CatalogueProblem[];
  readonly isPolicyUsable: boolean;
}

export const policyPath = ".github/connector-gate.yml";

/** What may lie around in the two folders beside what belongs there. */
const companions: ReadonlySet<string> = new Set(["README.md", ".gitkeep"]);

/**
 * Looks at everything that makes a catalogue: the policy, and all files below `accounts/` and `listings/`, by their
 * paths. Pure: the same files always give the same answer. `ruleIds` are those that a policy may name.
 */
export function readCatalogue(
  files: ReadonlyMap<string, CatalogueFile>,
  ruleIds: readonly string[] = [],
): Catalogue {
  const problems: CatalogueProblem[] = [];
  const warnings: CatalogueProblem[] = [];

  function report(file: string, found: readonly FileProblem[]): void {
    for (const { message, line, column } of found) problems.push({ file, message, line, column });
  }

  /** The bytes of a file; null, and a problem, where it is there and can't be read. */
  function bytesOf(path: string): Uint8Array | null {
    const file = files.get(path);
    if (file?.kind === "unreadable") report(path, [whole(file.reason)]);
    return file?.kind === "file" ? file.bytes : null;
  }

  function readPolicy(): readonly string[] | null {
    const bytes = bytesOf(policyPath);
    if (!bytes) {
      if (!files.has(policyPath))
        report(policyPath, [whole("no such file; the programme's policy is there")]);
      return null;
    }
    const policy = parseListingsPolicy(bytes, ruleIds);
    if (!policy.ok) report(policyPath, policy.problems);
    return policy.ok ? (policy.value.categories ?? defaultCategories) : null;
  }

  function readAccount(path: string, slug: string): Account | null {
    const bytes = bytesOf(path);
    if (!bytes) return null;
    const parsed = parseAccount(bytes);
    if (!parsed.ok) {
      report(path, parsed.problems);
      return null;
    }
    if (parsed.value.slug === slug) return parsed.value;
    const right = accountPath(parsed.value.slug);
    report(path, [whole(`the file is of the account \`${parsed.value.slug}\`; its place is ${right}`)]);
    return null;
  }

  function readRecord(slug: string): SubmissionRecord | null {
    const path = recordPath(slug);
    const bytes = bytesOf(path);
    if (!bytes) return null;
    const read = readJson(bytes, SubmissionRecord, "the action");
    if (!read.ok) {
      report(path, read.problems);
      return null;
    }
    const record = read.value;
    for (const found of [record.slug, record.manifest.slug]) {
      if (found === slug) continue;
      report(path, [whole(`the record is of \`${found}\`; its place is ${recordPath(found)}`)]);
      return null;
    }
    return record;
  }

  function readWaivers(slug: string): ListingWaivers["waivers"] | null {
    const path = waiversPath(slug);
    if (!files.has(path)) return [];
    const bytes = bytesOf(path);
    const read = bytes && readJson(bytes, ListingWaivers, "the app");
    if (read && !read.ok) report(path, read.problems);
    return read?.ok ? read.value.waivers : null;
  }

  function readListing(slug: string): Listing | null {
    const record = readRecord(slug);
    const waivers = readWaivers(slug);
    if (!record || !waivers) return null;
    const { publisher } = record.manifest;
    const account = accounts.get(publisher);
    if (account === undefined) {
      const path = accountPath(publisher);
      report(recordPath(slug), [
        whole(`the publisher \`${publisher}\` has no account: ${path} is not there`),
      ]);
    }
    return account ? { path: recordPath(slug), record, company: account.company, waivers } : null;
  }

  const categories = readPolicy();
  const accounts = new Map<string, Account | null>();
  const slugs = new Set<string>();
  for (const path of [...files.keys()].sort()) {
    const place = placeOf(path);
    if (place.kind === "stray") report(path, [whole(place.message)]);
    else if (place.kind === "unreadable") bytesOf(path);
    // An account that is there and unusable is a problem of its own, not of each of its listings.
    else if (place.kind === "account") accounts.set(place.slug, readAccount(path, place.slug));
    else if (place.kind === "listing") slugs.add(place.slug);
  }

  const listings: Listing[] = [];
  for (const slug of [...slugs].sort()) {
    if (!files.has(recordPath(slug))) {
      report(`listings/${slug}`, [whole("the folder has no listing.json; remove the folder")]);
      continue;
    }
    const listing = readListing(slug);
    if (listing) listings.push(listing);
  }
  warnings.push(...oddities(listings, categories));
  problems.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
  return { listings, accounts: accounts.size, problems, warnings, isPolicyUsable: categories !== null };
}

function whole(message: string): FileProblem {
  return { message, line: null, column: null };
}

type Place =
  | { readonly kind: "account" | "listing"; readonly slug: string }
  | { readonly kind: "fixed" | "unreadable" }
  | { readonly kind: "stray"; readonly message: string };

function placeOf(path: string): Place {
  if (path === policyPath || path === indexPath) return { kind: "fixed" };
  const [folder, name, file, ...deeper] = path.split("/");
  // A folder appears by itself only where it can't be read.
  if (name === undefined) return { kind: "unreadable" };
  if (file === undefined && companions.has(name)) return { kind: "fixed" };
  if (folder === "accounts") {
    const slug = name.replace(/\.yml$/, "");
    if (file !== undefined || slug === name) return stray("only `accounts/<slug>.yml` belongs here");
    return isSlug(slug) ? { kind: "account", slug } : stray(`the file's name ${slugHint}`);
  }
  if (file === undefined) return stray("only `index.json` and folders of listings belong here");
  if (!isSlug(name)) return stray(`the folder's name ${slugHint}`);
  const isKnown = deeper.length === 0 && (file === "listing.json" || file === "waivers.json");
  return isKnown
    ? { kind: "listing", slug: name }
    : stray("only `listing.json` and `waivers.json` belong here");
}

function stray(message: string): Place {
  return { kind: "stray", message: `${message}; move or remove this file` };
}

function oddities(
  listings: readonly Listing[],
  categories: readonly string[] | null,
): readonly CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const sources = new Map<string, string>();
  for (const { path, record } of listings) {
    const unknown = record.manifest.categories.filter((name) => categories && !categories.includes(name));
    for (const name of unknown) {
      found.push({ file: path, ...whole(`the policy no longer has the category \`${name}\``) });
    }
    const { repositoryId, repository, file } = record.release;
    const source = `${repositoryId}/${file}`;
    const other = sources.get(source);
    if (other !== undefined) {
      found.push({ file: path, ...whole(`lists the same connector as ${other}: ${file} of ${repository}`) });
    }
    sources.set(source, path);
  }
  return found;
}
