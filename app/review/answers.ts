import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import { parseCommands, type WrittenCommand } from "../commands/parse.ts";
import { type Comment, maxComments, type Reaction } from "../github/comments.ts";
import type { Gate } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { type Act, type GivenAct, isCautious } from "./act.ts";
import { reviewCommands } from "./commands.ts";
import type { CommandContext, CommandResult } from "./commands/command.ts";
import { help, reviewCommandTable } from "./commands/help.ts";
import { withdraw } from "./commands/withdraw.ts";
import { formatReceipt, isOwn, parseReceipt, type Receipts } from "./receipt.ts";
import type { Roles } from "./roles.ts";

/** What the app says to a comment with commands: one reaction, and at most one reply. */
export interface Answer {
  readonly comment: number;
  readonly react: Reaction;
  /** Null where the reaction says it all. */
  readonly reply: string | null;
}

/** The answers that are still to be given, and what their commands do. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly acts: readonly GivenAct[];
}

export interface AnswerSources {
  readonly observation: SubmissionObservation;
  readonly roles: Roles;
  readonly rules: RuleCatalogue;
  readonly receipts: Receipts;
}

/** More than these are left for the next look. */
const maxAnswers = 20;

/** People without a part in the submission get this many replies; after that, reactions. */
const maxRepliesToStrangers = 3;

const unknownMark = "<!-- connector-gate:unknown-command -->";

/**
 * Runs the commands that nobody has answered. `gates` are those of the submission, as far as they are known: `/list`
 * needs them. The same observation always gives the same answers.
 */
export function answerComments(
  { observation, roles, rules, receipts }: AnswerSources,
  gates: readonly Gate[] | null,
): Answers {
  const { comments } = observation;
  const names = new Set(reviewCommands.map(({ name }) => name));
  const replies = countReplies(comments);
  const seenSince = firstSeen(observation);
  let toldUnknown = comments.some((comment) => isOwn(comment) && comment.body.includes(unknownMark));
  const answers: Answer[] = [];
  const acts: GivenAct[] = [...receipts.acts, ...rescued()];

  function run(comment: Comment, written: readonly WrittenCommand[]): readonly CommandResult[] {
    let index = 0;
    return written.map(({ name, args }) => {
      const command = reviewCommands.find((candidate) => candidate.name === name);
      if (!command) return unknown(name);
      const sawHead = seenSince !== null && comment.createdAt > seenSince;
      const context: CommandContext = {
        by: comment.author,
        text: written.length === 1 ? textAfter(comment.body, args) : args,
        observation,
        roles,
        rules,
        acts,
        sawHead,
        sawTruth: observation.hadPassed(observation.pull.headSha, comment.createdAt),
        gates,
        commands: reviewCommands,
      };
      const result = isClosedTo(name, observation) ? closed : command.run(args, context);
      for (const act of result.acts) acts.push(given(comment, act, index++, sawHead, observation));
      return result;
    });
  }

  /** What is left of commands whose answer somebody changed: only what is on the safe side. */
  function rescued(): readonly GivenAct[] {
    return receipts.spoilt.flatMap(({ comment: id }) => {
      const comment = comments.find((candidate) => candidate.id === id);
      if (!comment || comment.isEdited || comment.isBot) return [];
      const context = { by: comment.author, observation, roles, rules, acts: receipts.acts, gates: null };
      return parseCommands(comment.body).flatMap(({ name, args }, index) => {
        const command = reviewCommands.find((candidate) => candidate.name === name);
        const result = command?.run(args, {
          ...context,
          text: args,
          sawHead: false,
          sawTruth: false,
          commands: reviewCommands,
        });
        return (result?.acts ?? [])
          .map((act) => given(comment, act, index, false, observation))
          .filter(isCautious);
      });
    });
  }

  function unknown(name: string): CommandResult {
    toldUnknown = true;
    const table = reviewCommandTable(reviewCommands);
    const reply = `${unknownMark}\nThere is no command ${markdownCode(`/${name}`)} here. These there are:\n\n${table}`;
    return { react: "confused", reply, acts: [] };
  }

  // An answer beyond those would be given again at every look.
  const isFull = comments.length >= maxComments;
  for (const comment of isFull ? [] : comments.toSorted((a, b) => a.id - b.id)) {
    if (answers.length === maxAnswers) break;
    if (comment.isBot || comment.isEdited || receipts.answered.has(comment.id)) continue;
    const all = parseCommands(comment.body);
    const ours = all.filter(({ name }) => names.has(name));
    if (all.length === 0 || (ours.length === 0 && toldUnknown)) continue;
    // Other apps have commands too, so words that are none of ours are answered once.
    const results = run(comment, toldUnknown ? ours : firstUnknown(all, names));
    const words = replyTo(comment, results, acts);
    const login = comment.author.toLowerCase();
    const isTired = !roles.isInvolved(login) && (replies.get(login) ?? 0) >= maxRepliesToStrangers;
    const reply = isTired ? null : words;
    // Where a reaction is all there is to say, any reaction is enough to leave it at that.
    if (reply === null && comment.answers > 0) continue;
    if (reply !== null) replies.set(login, (replies.get(login) ?? 0) + 1);
    answers.push({ comment: comment.id, react: worstOf(results), reply });
  }
  return { answers, acts };
}

/** All that a comment says, but for the word of its only command. */
function textAfter(body: string, args: string): string {
  const [start = "", ...rest] = body.split(/^ {0,3}\/[a-z-]+/im);
  return rest.length === 1 ? `${start}${rest[0] ?? ""}`.trim() : args;
}

/** Our commands, and the first word that is none of them. */
function firstUnknown(
  written: readonly WrittenCommand[],
  names: ReadonlySet<string>,
): readonly WrittenCommand[] {
  const first = written.find(({ name }) => !names.has(name));
  return written.filter((command) => names.has(command.name) || command === first);
}

const closed: CommandResult = {
  react: "confused",
  reply: "This submission is closed. A new release opens a new one.",
  acts: [],
};

function isClosedTo(name: string, { pull }: SubmissionObservation): boolean {
  return !pull.isOpen && name !== help.name && name !== withdraw.name;
}

function given(
  comment: Comment,
  act: Act,
  index: number,
  sawHead: boolean,
  { pull, digest }: SubmissionObservation,
): GivenAct {
  return {
    act,
    by: comment.author,
    at: comment.createdAt,
    comment: comment.id,
    index,
    head: sawHead ? pull.headSha : null,
    digest: sawHead ? digest : null,
    isIntact: true,
  };
}

/** The reply with its receipt; null where there is nothing to say, nor to prove. */
function replyTo(
  comment: Comment,
  results: readonly CommandResult[],
  acts: readonly GivenAct[],
): string | null {
  const words = [...new Set(results.flatMap(({ reply }) => reply ?? []))];
  if (words.length === 0) return null;
  const own = acts.filter((act) => act.comment === comment.id);
  const [first] = own;
  const receipt = formatReceipt({
    comment: comment.id,
    by: comment.author,
    at: comment.createdAt,
    head: first?.head ?? null,
    digest: first ? first.digest : null,
    acts: own.map(({ act }) => act),
  });
  return `${receipt}\n${words.join("\n\n")}\n`;
}

/** Since when people could see this head: our first check run on it tells, in seconds. */
function firstSeen({ runs }: SubmissionObservation): number | null {
  const times = runs.map(({ startedAt }) => startedAt).filter((time) => time > 0);
  return times.length === 0 ? null : Math.min(...times);
}

/** How many replies each person got. */
function countReplies(comments: readonly Comment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of comments) {
    const receipt = isOwn(comment) ? parseReceipt(comment.body) : null;
    if (!receipt) continue;
    const login = receipt.by.toLowerCase();
    counts.set(login, (counts.get(login) ?? 0) + 1);
  }
  return counts;
}

function worstOf(results: readonly CommandResult[]): Reaction {
  const order: readonly Reaction[] = ["-1", "confused", "+1"];
  return order.find((reaction) => results.some(({ react }) => react === reaction)) ?? "+1";
}
