import { createHash } from "node:crypto";
import type { FakeGitHub } from "../fake-github.ts";

/**
 * Gives names and numbers that depend on the order of requests others that don't: commits, and the numbers of comments
 * and reviews, each by its place in the text.
 */
export function createNormaliser({ world }: FakeGitHub): (text: string) => string {
  return (text) => {
    const commits = new Map<string, string>();
    for (const [hash] of text.matchAll(/\b[0-9a-f]{40}\b/g)) {
      if (commits.has(hash) || !world.git.commit(hash)) continue;
      commits.set(hash, createHash("sha1").update(`commit ${commits.size}`).digest("hex"));
    }
    const numbers = new Map<string, number>();
    return text
      .replaceAll(/\b[0-9a-f]{7,40}\b/g, (hash) => {
        const commit = [...commits.keys()].find((known) => known.startsWith(hash));
        return commit === undefined ? hash : commits.get(commit)!.slice(0, hash.length);
      })
      .replaceAll(/(issuecomment-|pullrequestreview-|discussion_r)(\d+)/g, (_, kind: string, id: string) => {
        const key = kind + id;
        if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
        return `${kind}${numbers.get(key)!}`;
      });
  };
}
