/** Slugs name listings, accounts, branches and folders: nothing in one needs quoting anywhere. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const maxSlugLength = 50;

export function isSlug(text: string): boolean {
  return text.length >= 2 && text.length <= maxSlugLength && slugPattern.test(text);
}

/** What is expected of a slug, to be read after its name. */
export const slugHint = "must be 2 to 50 lowercase letters, digits and single dashes, such as `help-desk`";

export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}

/** `owner/name`, as GitHub allows them. */
export function isRepositoryName(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text);
}
