import { isSlug } from "../../checks/listing/slug.ts";
import { recordPath } from "../../checks/listing/submission-record.ts";
import type { ChangedFile, Comparison } from "../github/pull-requests.ts";

/** What a pull request of a listings repository is, by the files that it changes. */
export type Change =
  /** It touches no listing: policy, accounts, documents. */
  | { readonly kind: "other" }
  | {
      readonly kind: "submission";
      /** The listing that it is about; null where it changes no record. */
      readonly slug: string | null;
      /** The name of the record's content at the head; null where GitHub does not tell. */
      readonly sha: string | null;
      /** What else it changes below `listings/`, or beside it. */
      readonly strays: readonly string[];
    }
  /** It takes a listing away, and does nothing else. */
  | { readonly kind: "withdrawal"; readonly slug: string }
  /** GitHub does not list all of its files, or there is nothing that it can be compared with. */
  | { readonly kind: "unclear" };

/** The folder of listings, however it is spelled: on some disks `Listings` is the same folder. */
const below = /^listings(?:\/|$)/i;

/**
 * Tells submissions from other pull requests. Nothing that touches a listing counts as something else, whatever its
 * branch is called: else a listing could come in by a way that nobody checks.
 */
export function classify(comparison: Comparison | null, headRef: string): Change {
  if (!comparison || comparison.isCut) return { kind: "unclear" };
  const { files } = comparison;
  const touched = files.filter((file) => pathsOf(file).some((path) => below.test(path)));
  if (touched.length === 0) return { kind: "other" };

  const removed = touched.every(({ status }) => status === "removed");
  const folders = new Set(touched.map(({ path }) => slugOf(path)));
  const [folder = null] = folders;
  if (removed && files.length === touched.length && folders.size === 1 && folder !== null) {
    return touched.some(({ path }) => path === recordPath(folder))
      ? { kind: "withdrawal", slug: folder }
      : { kind: "submission", slug: null, sha: null, strays: files.map(({ path }) => path) };
  }

  const records = touched.filter(({ path, status }) => status !== "removed" && isRecord(path));
  const record = records.find(({ path }) => headRef === `submit/${slugOf(path)}`) ?? records[0];
  const strays = files.filter((file) => file !== record).map(({ path }) => path);
  if (record?.previousPath) strays.push(record.previousPath);
  return {
    kind: "submission",
    slug: record ? slugOf(record.path) : null,
    sha: record?.sha ?? null,
    strays,
  };
}

function pathsOf({ path, previousPath }: ChangedFile): readonly string[] {
  return previousPath === null ? [path] : [path, previousPath];
}

/** The slug of a path such as `listings/help-desk/listing.json`; null where it is in no listing's folder. */
function slugOf(path: string): string | null {
  const [folder, slug = "", ...rest] = path.split("/");
  return folder === "listings" && rest.length > 0 && isSlug(slug) ? slug : null;
}

function isRecord(path: string): boolean {
  const slug = slugOf(path);
  return slug !== null && path === recordPath(slug);
}
