import { recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { escapeMarkdown, markdownCode, shorten } from "../../checks/report/escape.ts";
import { encodePath } from "../../checks/report/markdown-parts.ts";
import type { LineComment } from "../github/pull-reviews.ts";
import type { RequestedChanges, ReviewState } from "../review/fold.ts";
import type { Hold } from "../review/hold.ts";
import { sideNames } from "../review/side.ts";
import { listed, named } from "../review/words.ts";
import { automaticGateNames, type Gate, type GateName, isPassing } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import type { DesiredAuthorIssue, News } from "./desired.ts";
import { quote } from "./quote.ts";
import { sourcePlaceOf } from "./source-place.ts";

/** What the review knows and the author should. */
export type AuthorReview = Pick<ReviewState, "requests" | "hold" | "acts">;

export type AuthorObservation = Pick<
  SubmissionObservation,
  "repository" | "pull" | "record" | "listed" | "reviewComments" | "members" | "insiders" | "inspection"
>;

/** More than these are in the submission alone. */
const maxRequests = 40;
const maxLineComments = 60;

/** What the author's issue should say; null where the record does not tell whose submission it is. */
export function decideAuthorIssue(
  observation: AuthorObservation,
  gates: readonly Gate[],
  review: AuthorReview,
): DesiredAuthorIssue | null {
  const { repository, pull, record } = observation;
  if (!record) return null;
  const [owner = "", repo = ""] = record.release.repository.split("/");
  const requests = review.requests.slice(-maxRequests);
  const comments = lineComments(observation);
  const outcome = outcomeOf(observation, record, review);
  const sections = [
    introduction(observation, record),
    `**${outcome?.sentence ?? stateOf(gates, requests, review.hold, pull.isDraft)}**\n`,
    gateTable(gates),
    requestSection(requests),
    lineSection(comments, observation, record),
    ...(outcome ? [] : [closing(pull.url)]),
  ];
  return {
    listings: repository,
    number: pull.number,
    source: { owner, repo },
    title: title(record),
    body: sections.filter((section) => section !== "").join("\n"),
    state: outcome?.state ?? "open",
    news: [...newsOf(gates, requests, comments, observation, record), ...(outcome ? [outcome.news] : [])],
    author: pull.author,
    isVouchedFor:
      !pull.isFork && vouching.every((name) => gates.some((gate) => gate.name === name && isPassing(gate))),
  };
}

const vouching: readonly GateName[] = ["Submission", "Developer account"];

/** Several connectors of one repository have one issue each, and their titles tell them apart. */
function title({ slug, version, release }: SubmissionRecord): string {
  return release.path === "." ? `Listing review of ${version}` : `Listing review of ${slug} ${version}`;
}

function introduction({ repository, pull }: AuthorObservation, record: SubmissionRecord): string {
  const { manifest, version, release } = record;
  const name = `${repository.owner}/${repository.repo}`;
  return `Version ${version} of ${escapeMarkdown(manifest.name)}, from the tag ${markdownCode(release.tag)}, is [submission ${pull.number}](<${pull.url}>) to the catalogue ${escapeMarkdown(name)}. This issue follows its review.\n`;
}

function closing(url: string): string {
  return `Answer reviewers [in the submission](<${url}>). A newer release tag updates it: what was asked for then counts as answered, until who asked has looked again.\n`;
}

/** Only of people whom the policy names, and nobody of the submitting side. */
function lineComments({ reviewComments, members, insiders }: AuthorObservation): readonly LineComment[] {
  const reviewers = new Set([...members.values()].flatMap((logins) => [...logins]));
  return reviewComments
    .filter(({ author }) => reviewers.has(author.toLowerCase()) && !insiders.has(author.toLowerCase()))
    .slice(-maxLineComments);
}

interface Outcome {
  readonly state: "completed" | "not_planned";
  readonly sentence: string;
  readonly news: News;
}

function outcomeOf(
  { repository, pull, listed: current }: AuthorObservation,
  { slug, version }: SubmissionRecord,
  { acts }: AuthorReview,
): Outcome | null {
  if (pull.isOpen) return null;
  if (pull.isMerged && !current) {
    const sentence = `Taken back: version ${version} was listed, and is not any more.`;
    return { state: "not_planned", sentence, news: { key: "taken-back", text: sentence } };
  }
  if (pull.isMerged) {
    const listing = `${new URL(pull.url).origin}/${repository.owner}/${repository.repo}/blob/${encodePath(pull.baseRef)}/${recordPath(slug)}`;
    const sentence = `Listed: version ${version} is [in the catalogue](<${listing}>).`;
    return { state: "completed", sentence, news: { key: "listed", text: sentence } };
  }
  const withdrawal = acts.findLast(({ act, isIntact }) => act.act === "withdraw" && isIntact);
  const sentence =
    withdrawal === undefined
      ? `Not listed: the submission was closed, and [its conversation](<${pull.url}>) says why. Reopening it there goes on with the review.`
      : `Withdrawn by ${named(withdrawal.by)}, and not listed. A newer release tag is a new submission.`;
  return { state: "not_planned", sentence, news: { key: "closed", text: sentence } };
}

function stateOf(
  gates: readonly Gate[],
  requests: readonly RequestedChanges[],
  hold: Hold | null,
  isDraft: boolean,
): string {
  const failing = failingGates(gates);
  if (hold) {
    const reason = hold.reason === "" ? "" : `: ${escapeMarkdown(shorten(hold.reason, 300))}`;
    return `On hold, says ${named(hold.by)}${reason}`;
  }
  if (failing.length > 0) {
    return `Something has to change before people review it: ${listed(failing.map(({ name }) => `*${name}*`))}.`;
  }
  if (requests.some(isOpen)) return "The reviewers ask for changes. Answer with a newer release tag.";
  if (gates.every(isPassing)) return "Approved: all gates pass, and what is left is to list it.";
  if (isDraft) return "The submission is a draft, so nobody reviews it yet.";
  const isChecking = gates.some(({ name, state }) => automatic.has(name) && state === "waiting");
  return isChecking ? "The checks are under way." : "In review. Nothing is asked of you now.";
}

const automatic: ReadonlySet<string> = new Set(automaticGateNames);

function failingGates(gates: readonly Gate[]): readonly Gate[] {
  return gates.filter(({ name, state }) => automatic.has(name) && state === "fail");
}

const icons = { pass: "✅", fail: "❌", waiting: "⏳" } as const;

function gateTable(gates: readonly Gate[]): string {
  if (gates.length === 0) return "";
  const rows = gates.map(
    ({ name, state, title: text }) =>
      `| ${icons[state]} | ${name} | ${escapeMarkdown(shorten(text, 200))} |\n`,
  );
  return `| | Gate | What it says |\n| :-: | :-- | :-- |\n${rows.join("")}`;
}

function isOpen({ answeredBy, isSettled }: RequestedChanges): boolean {
  return answeredBy === null && !isSettled;
}

function requestSection(requests: readonly RequestedChanges[]): string {
  if (requests.length === 0) return "";
  const items = requests.map((request) => {
    const day = new Date(request.at * 1000).toISOString().slice(0, 10);
    return `**${fateOf(request)}**: ${named(request.by)} in the ${reviewLink(request)}, ${day}\n\n${quote(request.text, request.url)}`;
  });
  return `### What the reviewers ask for\n\n${items.join("\n")}`;
}

function fateOf({ answeredBy, isSettled }: RequestedChanges): string {
  if (isSettled) return "Settled";
  return answeredBy === null ? "Open" : `Answered by ${answeredBy}`;
}

function reviewLink({ sides, url }: RequestedChanges): string {
  const review = listed(sides.map((side) => sideNames[side].toLowerCase()));
  return `[${review}](<${url}>)`;
}

function lineSection(
  comments: readonly LineComment[],
  observation: AuthorObservation,
  record: SubmissionRecord,
): string {
  if (comments.length === 0) return "";
  const items = comments.map((comment) => lineItem(comment, observation, record));
  return `### What they say about single lines\n\n${items.join("\n")}`;
}

function lineItem(
  comment: LineComment,
  { pull, inspection }: AuthorObservation,
  record: SubmissionRecord,
): string {
  const place = sourcePlaceOf(comment, record, inspection);
  const { repository, commit } = record.release;
  let about = `a line of ${markdownCode(comment.path)}`;
  if (place) {
    const anchor = place.line === null ? "" : `#L${place.line}`;
    const url = `${new URL(pull.url).origin}/${repository}/blob/${commit}/${encodePath(place.file)}${anchor}`;
    const line = place.line === null ? "" : ` line ${place.line}`;
    about = `${markdownCode(shorten(place.part, 120))}, [${escapeMarkdown(place.file)}${line}](<${url}>)`;
  }
  return `${named(comment.author)} [comments](<${comment.url}>) on ${about}:\n\n${quote(comment.body, comment.url)}`;
}

function newsOf(
  gates: readonly Gate[],
  requests: readonly RequestedChanges[],
  comments: readonly LineComment[],
  observation: AuthorObservation,
  record: SubmissionRecord,
): readonly News[] {
  const failing = failingGates(gates);
  const { headSha } = observation.pull;
  return [
    ...(failing.length > 0
      ? [
          {
            key: `fails:${headSha.slice(0, 12)}`,
            text: `Version ${record.version} does not pass:\n\n${failing.map(({ name, title: text }) => `- *${name}*: ${escapeMarkdown(shorten(text, 300))}\n`).join("")}`,
          },
        ]
      : []),
    ...requests.map((request) => ({
      key: `request:${request.id}`,
      text: `${named(request.by)} asks for changes in the ${reviewLink(request)}:\n\n${quote(request.text, request.url)}`,
    })),
    ...comments.map((comment) => ({
      key: `line:${comment.id}`,
      text: lineItem(comment, observation, record),
    })),
  ];
}
