/**
 * Whether `tag` is a tag that we put into references and addresses: stricter than Git (`git check-ref-format`), since
 * real version tags need no more than this.
 */
export function isTag(tag: string): boolean {
  return (
    tag.length <= 200 &&
    /^[A-Za-z0-9][A-Za-z0-9._+/@-]*$/.test(tag) &&
    !/\.\.|\/\/|\/\.|\.\/|@\{|\.lock(?:\/|$)|[./]$/.test(tag)
  );
}

/** The version in a release tag by a pattern such as `v*` or `<slug>-v*`; null where the tag is not of that form. */
export function versionInTag(tag: string, pattern: string, slug: string): string | null {
  const [before, after] = pattern.replaceAll("<slug>", slug).split("*");
  if (before === undefined || after === undefined) return null;
  if (!tag.startsWith(before) || !tag.endsWith(after) || tag.length <= before.length + after.length)
    return null;
  return tag.slice(before.length, tag.length - after.length);
}

/** Whether a tag pattern has exactly one `*`, for the version, and nothing that no tag can have. */
export function isTagPattern(pattern: string): boolean {
  return pattern.split("*").length === 2 && isTag(pattern.replaceAll("<slug>", "slug").replace("*", "1.0.0"));
}
