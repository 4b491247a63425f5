import type { CommentPort, Permission } from "../github/comments.ts";
import { faultOf } from "../github/faults.ts";
import type { OwnIssue, OwnIssuePort } from "../github/own-issues.ts";
import { isOwn } from "../review/receipt.ts";
import type { DesiredAuthorIssue, News } from "./desired.ts";
import {
  type AuthorIssueMarker,
  formatAuthorIssueMarker,
  newsMarker,
  parseAuthorIssueMarker,
} from "./marker.ts";

/** Ports of the connector repository, through the app's installation there. */
export interface AuthorIssuePorts {
  readonly issues: OwnIssuePort;
  readonly comments: Pick<CommentPort, "list" | "create" | "permissionOf">;
}

/** GitHub takes 65,536 characters; the marker is a part of them. */
const maxBody = 60_000;

/**
 * Brings the author's issue into the state it should have, and writes only what differs. Where the app may not write
 * issues there, or issues are switched off, the author is not informed, and that is all.
 */
export async function applyAuthorIssue(
  desired: DesiredAuthorIssue,
  ports: AuthorIssuePorts,
): Promise<"informed" | "not-informed"> {
  try {
    const [oldest, ...others] = await findIssues(desired, ports.issues);
    if (!oldest) return await createIssue(desired, ports);
    await updateIssue(oldest, desired, ports);
    for (const other of others) await closeDouble(other, oldest, ports);
    return "informed";
  } catch (error) {
    const fault = faultOf(error, new Date(0));
    if (fault?.kind === "denied" || fault?.kind === "missing") return "not-informed";
    throw error;
  }
}

interface FoundIssue {
  readonly issue: OwnIssue;
  readonly marker: AuthorIssueMarker;
}

/** The oldest first; a marker anywhere but in the app's own issues is no marker. */
async function findIssues(
  { listings, number }: DesiredAuthorIssue,
  issues: OwnIssuePort,
): Promise<readonly FoundIssue[]> {
  const found = (await issues.list()).flatMap((issue): FoundIssue[] => {
    const marker = parseAuthorIssueMarker(issue.body);
    return marker?.number === number && isSameRepository(marker, listings) ? [{ issue, marker }] : [];
  });
  return found.sort((a, b) => a.issue.number - b.issue.number);
}

/** GitHub may show a new issue late, and then a second one was written. */
async function closeDouble(
  { issue, marker }: FoundIssue,
  oldest: FoundIssue,
  { issues }: AuthorIssuePorts,
): Promise<void> {
  if (!issue.isOpen) return;
  const body = `${formatAuthorIssueMarker({ ...marker, state: "closed" })}\nThis is the same as #${oldest.issue.number}, where the review is followed.\n`;
  await issues.update(issue.number, { title: issue.title, body, state: "not_planned" });
}

function isSameRepository(a: AuthorIssueMarker, b: DesiredAuthorIssue["listings"]): boolean {
  return a.owner.toLowerCase() === b.owner.toLowerCase() && a.repo.toLowerCase() === b.repo.toLowerCase();
}

const working: readonly Permission[] = ["write", "maintain", "admin"];

/**
 * Nobody may have the app write issues in the repositories of others, so either the programme vouches for the
 * submission, or its author works on the connector. The issue of what was over before needs no writing.
 */
async function createIssue(
  desired: DesiredAuthorIssue,
  { issues, comments }: AuthorIssuePorts,
): Promise<"informed" | "not-informed"> {
  if (desired.state !== "open") return "not-informed";
  const works = working.includes(await comments.permissionOf(desired.author));
  if (!works && !desired.isVouchedFor) return "not-informed";
  const told = desired.news.map(({ key }) => key);
  // Only those who work there can be assigned, and everybody else would make GitHub refuse the issue.
  await issues.create(desired.title, textOf(desired, told), works ? desired.author : null);
  return "informed";
}

async function updateIssue(
  { issue, marker }: FoundIssue,
  desired: DesiredAuthorIssue,
  { issues, comments }: AuthorIssuePorts,
): Promise<void> {
  const news = desired.news.filter(({ key }) => !marker.told.includes(key));
  if (news.length > 0) await tell(issue.number, news, comments);
  const told = desired.news.map(({ key }) => key);
  const body = textOf(desired, told);
  const isOpen = desired.state === "open";
  // Who closed or reopened their own issue in between is left alone until the submission itself changes.
  const changes = marker.state !== (isOpen ? "open" : "closed") && issue.isOpen !== isOpen;
  if (!changes && issue.title === desired.title && normalise(issue.body) === normalise(body)) return;
  await issues.update(issue.number, { title: desired.title, body, state: changes ? desired.state : null });
}

/** As a comment, since nobody is told of a text that changes. Said before, but perhaps not noted down: not again. */
async function tell(
  number: number,
  news: readonly News[],
  comments: AuthorIssuePorts["comments"],
): Promise<void> {
  const mark = newsMarker(news.map(({ key }) => key));
  const written = await comments.list(number);
  if (written.some((comment) => isOwn(comment) && comment.body.startsWith(mark))) return;
  await comments.create(number, `${mark}\n${fitting(news.map(({ text }) => text))}`);
}

function fitting(texts: readonly string[]): string {
  let text = "";
  for (const one of texts) {
    if (text.length + one.length > maxBody) return `${text}\nMore is in the issue's text.\n`;
    text += text === "" ? one : `\n${one}`;
  }
  return text;
}

function textOf({ listings, number, state, body }: DesiredAuthorIssue, told: readonly string[]): string {
  const marker = formatAuthorIssueMarker({
    ...listings,
    number,
    state: state === "open" ? "open" : "closed",
    told,
  });
  return `${marker}\n${body.length > maxBody ? `${body.slice(0, body.lastIndexOf("\n\n", maxBody))}\n\nThe rest is in the submission.` : body}`;
}

/** As GitHub may give back what it was given. */
function normalise(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
