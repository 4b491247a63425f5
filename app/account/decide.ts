import type { Account } from "../../checks/listing/account.ts";
import { isoDay } from "../calendar/working-days.ts";
import { maxComments } from "../github/comments.ts";
import { digest } from "../pull-request/check-run.ts";
import { answerCommands, type AnsweredCommands, type Decision, type Reply } from "./answer-commands.ts";
import { type AccountClock, clockOf } from "./clock.ts";
import { parseForm } from "./form.ts";
import { type AccountLabel, accountLabelsOf } from "./labels.ts";
import { formatNote, notesOf, type WrittenNote } from "./notes.ts";
import { accountOf, type AccountObservation } from "./observation.ts";
import { type AccountRequest, readRequest } from "./request.ts";
import { approve, problemsOf } from "./verdict.ts";
import * as words from "./words.ts";

/** What a request should look like, and what is to be done about it. */
export interface DesiredAccount {
  /** The account to make. After that, the request is to be looked at anew: it is another one then. */
  readonly create: NewAccount | null;
  /** The one comment that is edited in place; null leaves it as it is. */
  readonly answer: string | null;
  /** Those of our labels that the issue should have; null leaves them as they are. */
  readonly labels: readonly AccountLabel[] | null;
  readonly close: "completed" | "not_planned" | null;
  /** The pull request that is no longer wanted. */
  readonly closePull: number | null;
  /** Comments to write, once each. */
  readonly comments: readonly string[];
  readonly replies: readonly Reply[];
}

export interface NewAccount {
  readonly account: Account;
  /** The comment that approved it. */
  readonly comment: number;
}

const nothing: DesiredAccount = {
  create: null,
  answer: null,
  labels: null,
  close: null,
  closePull: null,
  comments: [],
  replies: [],
};

/** Decides about a request. What was done is known by its traces: the account's file, labels, and the app's comments. */
export function decideAccount(observation: AccountObservation): DesiredAccount {
  const notes = notesOf(observation.comments);
  const answered = answerCommands(observation, notes);
  if (observation.comments.length >= maxComments) return tooMany(notes);
  const account = accountOf(observation);
  if (account) return approved(account, observation, notes, answered);
  if (!observation.issue.isOpen) return closed(observation, answered);
  return open(observation, notes, answered);
}

/** What the app wrote beyond those it would not find, and write again at every look. */
function tooMany(notes: readonly WrittenNote[]): DesiredAccount {
  const isAnswered = latestAnswer(notes) !== null;
  return {
    ...nothing,
    answer: isAnswered ? answerText({ since: null, request: "" }, [words.tooManyText()]) : null,
  };
}

function approved(
  account: Account,
  { issue, waiting }: AccountObservation,
  notes: readonly WrittenNote[],
  { decisions, replies }: AnsweredCommands,
): DesiredAccount {
  const isWelcomed = notes.some(({ note }) => note.note === "welcome");
  const late = decisions.map(({ kind, comment }) => ({
    comment: comment.id,
    kind: "late",
    reaction: kind === "approve" ? ("+1" as const) : ("confused" as const),
    body:
      kind === "approve" ? null : "The account exists. To take it away, remove its file from the repository.",
  }));
  return {
    ...nothing,
    answer: answerText({ since: null, request: "" }, [words.approvedText(account)]),
    labels: ["approved"],
    // Whoever opens it again after that has something to talk about.
    close: issue.isOpen && !isWelcomed ? "completed" : null,
    // The file came another way.
    closePull: waiting?.number ?? null,
    comments: isWelcomed
      ? []
      : [`${formatNote({ note: "welcome" })}\n${words.welcomeText(account, issue.author)}\n`],
    replies: [...replies, ...late],
  };
}

function closed({ issue }: AccountObservation, { decisions, replies }: AnsweredCommands): DesiredAccount {
  // Closed by a decline that was not carried out to its end, or by somebody else.
  const isDeclined = accountLabelsOf(issue.labels).includes("declined");
  const decline = isDeclined ? declineAmong(decisions) : undefined;
  if (decline) return { ...nothing, replies: [...replies, ...declineReplies(decline, decisions)] };
  const late = decisions.map(({ comment }) => ({
    comment: comment.id,
    kind: "closed",
    reaction: "confused" as const,
    body: "This request is closed. Open it again to decide on it.",
  }));
  return { ...nothing, replies: [...replies, ...late] };
}

/** A decline goes first, whoever wrote it and when: an approval can be given again. */
function declineAmong(decisions: readonly Decision[]): Decision | undefined {
  return decisions.findLast(({ kind }) => kind === "decline");
}

/** The reason comes last: as long as it is missing, the decline is not done. */
function declineReplies(decline: Decision, decisions: readonly Decision[]): readonly Reply[] {
  const others = decisions.filter((decision) => decision !== decline);
  const reply = ({ kind, comment }: Decision, body: string | null): Reply => ({
    comment: comment.id,
    kind: "decline",
    reaction: kind === "decline" ? "+1" : "confused",
    body,
  });
  return [
    ...others.map((other) => reply(other, null)),
    reply(decline, words.declineText(decline.comment.author, decline.args)),
  ];
}

function open(
  observation: AccountObservation,
  notes: readonly WrittenNote[],
  { decisions, replies }: AnsweredCommands,
): DesiredAccount {
  const { issue, policy, waiting, now } = observation;
  const request = readRequest(parseForm(issue.body));
  const problems = problemsOf(observation, request);
  const shown = latestAnswer(notes);
  const isComplete = problems.length === 0;
  const marks: AnswerMarks = {
    since: isComplete ? sinceOf(observation, shown) : null,
    request: requestDigest(observation, request),
  };
  if (!policy.ok) {
    return {
      ...nothing,
      answer: answerText(marks, [words.brokenPolicyText(policy.problems)]),
      labels: ["requested"],
      replies,
    };
  }

  const decline = declineAmong(decisions);
  if (decline) {
    return {
      ...nothing,
      // Should somebody open it again, its clock begins anew.
      answer: answerText({ ...marks, since: null }, [words.declinedText(decline.comment.author)]),
      labels: ["declined"],
      close: "not_planned",
      closePull: waiting?.number ?? null,
      replies: [...replies, ...declineReplies(decline, decisions)],
    };
  }

  const clock = marks.since === null ? null : clockOf(marks.since, now, policy.value.calendar, notes);
  const verdict = judge(observation, request, decisions, marks, shown);
  return {
    ...nothing,
    create: verdict.create,
    answer: answerText(marks, [
      waiting
        ? words.waitingText(waiting)
        : clock
          ? words.completeText(clock.due, policy.value)
          : words.incompleteText(problems),
      words.factsTable(observation, request),
      waiting ? "" : words.decidersText(observation, policy.value),
    ]),
    labels: clock?.isOverdue && !waiting ? ["requested", "overdue"] : ["requested"],
    comments: verdict.create || waiting ? [] : reminders(clock, marks, observation),
    replies: [...replies, ...verdict.replies],
  };
}

/** The first approval that holds makes the account; the others are told why they do not. */
function judge(
  observation: AccountObservation,
  request: AccountRequest,
  decisions: readonly Decision[],
  marks: AnswerMarks,
  shown: WrittenNote | null,
): { readonly create: NewAccount | null; readonly replies: readonly Reply[] } {
  const { policy, waiting } = observation;
  const replies: Reply[] = [];
  for (const { comment, args } of decisions) {
    const refuse = (kind: string, body: string) =>
      void replies.push({ comment: comment.id, kind, reaction: "confused", body });
    if (!policy.ok) continue;
    if (waiting) {
      replies.push({ comment: comment.id, kind: "waiting", reaction: "+1", body: null });
      continue;
    }
    if (!wasShown(marks, shown, comment.createdAt)) {
      refuse(
        "changed",
        "The request changed while you wrote, or was not looked at before. Read it and my answer again, then write the command as a new comment.",
      );
      continue;
    }
    const approval = approve({ comment, args }, observation, request, policy.value);
    if (approval.ok) return { create: { account: approval.account, comment: comment.id }, replies };
    refuse("refused", approval.reason);
  }
  return { create: null, replies };
}

interface AnswerMarks {
  readonly since: number | null;
  readonly request: string;
}

function latestAnswer(notes: readonly WrittenNote[]): WrittenNote | null {
  return notes.find(({ note }) => note.note === "answer") ?? null;
}

/**
 * Whether people saw what they approve: the answer that shows this very request was there before. Otherwise the
 * requester could put another organisation in place of the one that was looked at.
 */
function wasShown({ request }: AnswerMarks, shown: WrittenNote | null, at: number): boolean {
  return shown?.note.note === "answer" && shown.note.request === request && shown.comment.updatedAt < at;
}

/** A request that is complete from the start has waited since it was written. */
function sinceOf({ issue, now }: AccountObservation, shown: WrittenNote | null): number {
  if (shown?.note.note !== "answer") return issue.createdAt;
  return shown.note.since ?? Math.floor(now.getTime() / 1000);
}

/** What an account is made from, and decided by. The email address is not in it: it leaves the issue in no form. */
function requestDigest({ owner }: AccountObservation, { company, overview }: AccountRequest): string {
  return digest([company, owner?.id ?? null, overview]);
}

function answerText(marks: AnswerMarks, parts: readonly string[]): string {
  const text = parts.filter((part) => part !== "").join("\n\n");
  return `${formatNote({ note: "answer", ...marks })}\n${text}\n`;
}

function reminders(
  clock: AccountClock | null,
  { since }: AnswerMarks,
  { policy, now }: AccountObservation,
): readonly string[] {
  if (!clock?.reminder || since === null || !policy.ok) return [];
  if (policy.value.accounts["decided-by"].length === 0) return [];
  const kind = clock.reminder;
  const note = formatNote({ note: "reminder", kind, since, day: isoDay(now, policy.value.calendar) });
  return [`${note}\n${words.reminderText(kind, clock.due, policy.value)}\n`];
}
