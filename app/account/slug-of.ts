import { isSlug } from "../../checks/listing/slug.ts";

/** Words at the end of a company's name that say what kind of company it is. */
const legalForm =
  /-(?:inc|ltd|limited|llc|llp|plc|corp|corporation|gmbh|ag|ug|kg|bv|nv|sa|sas|sarl|srl|spa|ab|as|oy|pty|kk)$/;

/** A slug made of a company's name, such as `acme` of `Acme, Inc.`; null where nothing of it can be in one. */
export function slugOf(company: string): string | null {
  const words = company
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  // Letters of other scripts have no one way to be spelled in these.
  if (/[^a-z0-9-]/.test(words)) return null;
  let slug = words.replaceAll(/^-+|-+$/g, "");
  while (legalForm.test(slug)) slug = slug.replace(legalForm, "");
  slug = slug.slice(0, 50).replace(/-+$/, "");
  return isSlug(slug) ? slug : null;
}
