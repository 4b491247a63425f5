import { z } from "zod";

import { shorten } from "../../report/escape.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { ListingWaivers } from "../listing-waivers.ts";
import { Manifest } from "../manifest.ts";
import type { SubmissionRecord } from "../submission-record.ts";

/** The longest title of an operation in the index, in characters. */
const maxTitle = 150;

/** The most operations of one kind that the index names; `more` counts the rest, which the listing itself has. */
const maxOperations = 200;

const Operations = z.strictObject({
  items: z.array(z.strictObject({ key: z.string(), title: z.string().nullable() })),
  more: z.int().min(0),
});

const Entry = z.strictObject({
  slug: z.string(),
  name: z.string(),
  publisher: z.strictObject({ slug: z.string(), company: z.string() }),
  summary: z.string(),
  categories: z.array(z.string()),
  keywords: z.array(z.string()),
  version: z.string(),
  /** The logo is beside the connector in the source repository; its digest tells whether a copy is the one reviewed. */
  logo: z.strictObject({ file: z.string(), sha256: z.string() }).nullable(),
  website: z.string().nullable(),
  documentation: z.string().nullable(),
  support: Manifest.shape.support,
  connection: z.strictObject({ authorization: z.string().nullable(), fields: z.int().min(0).nullable() }),
  /** Null where the operations can't be known without running the connector. */
  actions: Operations.nullable(),
  triggers: Operations.nullable(),
  waivers: z.array(z.strictObject({ rule: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
  source: z.strictObject({
    repository: z.string(),
    repositoryId: z.int(),
    tag: z.string(),
    commit: z.string(),
    path: z.string(),
    sha256: z.string(),
  }),
  /** The listing's own file in the listings repository. */
  record: z.string(),
});

/** `listings/index.json`: all that a catalogue site shows of its connectors, in one file. */
export const CatalogueIndex = z.strictObject({ schemaVersion: z.literal(1), listings: z.array(Entry) });
export type CatalogueIndex = z.output<typeof CatalogueIndex>;
export type CatalogueEntry = z.output<typeof Entry>;

export const indexPath = "listings/index.json";

/** One listing, with what the repository knows beside its record. */
export interface Listing {
  readonly path: string;
  readonly record: SubmissionRecord;
  /** The name in the publisher's developer account. */
  readonly company: string;
  readonly waivers: ListingWaivers["waivers"];
}

/** The index of some listings; the same listings in any order give the same bytes. */
export function formatCatalogueIndex(listings: readonly Listing[]): string {
  const entries = listings.map(toEntry).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return canonicalJson({ schemaVersion: 1, listings: entries } satisfies CatalogueIndex);
}

function toEntry({ path, record, company, waivers }: Listing): CatalogueEntry {
  const { manifest, release, capabilities } = record;
  return {
    slug: record.slug,
    name: manifest.name,
    publisher: { slug: manifest.publisher, company },
    summary: manifest.summary,
    categories: manifest.categories,
    keywords: manifest.keywords ?? [],
    version: record.version,
    logo: record.logo,
    website: manifest.website ?? null,
    documentation: manifest.documentation ?? null,
    support: manifest.support,
    connection: capabilities.connection,
    actions: toOperations(capabilities.actions),
    triggers: toOperations(capabilities.triggers),
    waivers: waivers.map(({ rule, reason, by, at }) => ({ rule, reason, by, at })),
    source: {
      repository: release.repository,
      repositoryId: release.repositoryId,
      tag: release.tag,
      commit: release.commit,
      path: release.path,
      sha256: release.sha256,
    },
    record: path,
  };
}

/** In the order of their keys, as the record has them: JSON knows no other order of a mapping that all agree on. */
function toOperations(
  operations: Readonly<Record<string, { readonly title: string | null }>> | null,
): z.output<typeof Operations> | null {
  if (operations === null) return null;
  const all = Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1));
  const items = all.slice(0, maxOperations).map(([key, { title }]) => ({
    key: shorten(key, maxTitle),
    title: title === null ? null : shorten(title, maxTitle),
  }));
  return { items, more: all.length - items.length };
}
