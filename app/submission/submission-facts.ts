import { markdownCode, shorten } from "../../checks/report/escape.ts";
import type { SubmissionFacts } from "./facts.ts";
import { encodePath, linkTo } from "../../checks/report/markdown-parts.ts";

/** What is submitted, as a table of links for those who want to see for themselves. */
export function submissionFacts({ head, access, release, listed, pull }: SubmissionFacts): string {
  const record = head?.record ?? null;
  if (!record) return "";
  const { tag, commit, file, sha256 } = record.release;
  const info = access?.kind === "open" ? access.source.info : null;
  const source = info && `${new URL(pull.url).origin}/${info.owner}/${info.repo}`;
  const link = (text: string, path: string) => (source === null ? text : linkTo(text, `${source}/${path}`));
  const before = listed.kind === "record" ? listed.record.version : null;
  const rows: (readonly [string, string])[] = [
    ["Version", `${markdownCode(record.version)}${before === null ? "" : `, after ${markdownCode(before)}`}`],
    ["Tag", link(markdownCode(shorten(tag, 100)), `tree/${encodePath(tag)}`)],
    ["Commit", link(markdownCode(commit.slice(0, 7)), `commit/${commit}`)],
    ["Connector", link(markdownCode(shorten(file, 200)), `blob/${commit}/${encodePath(file)}`)],
    ["SHA-256", markdownCode(sha256)],
  ];
  if (release?.published) rows.push(["Release", link("published", `releases/tag/${encodePath(tag)}`)]);
  return `\n| Fact | Value |\n| :-- | :-- |\n${rows.map(([fact, value]) => `| ${fact} | ${value} |\n`).join("")}`;
}
