import { markdownCode } from "../../checks/report/escape.ts";
import { parseCommands, type WrittenCommand } from "../commands/parse.ts";
import type { Comment, Reaction } from "../github/comments.ts";
import {
  accountCommands,
  accountCommandTable,
  accountHelp,
  approveAccount,
  declineAccount,
} from "./commands.ts";
import type { WrittenNote } from "./notes.ts";
import type { AccountObservation } from "./observation.ts";

/** An answer to a comment: always a reaction, and words only where they are needed. */
export interface Reply {
  readonly comment: number;
  /** Names what the answer is about, so that some are given once. */
  readonly kind: string;
  readonly reaction: Reaction;
  /** Markdown. */
  readonly body: string | null;
}

/** A decision of somebody who may, which has not been carried out. */
export interface Decision {
  readonly kind: "approve" | "decline";
  readonly comment: Comment;
  readonly args: string;
}

export interface AnsweredCommands {
  /** In the order in which they were written. */
  readonly decisions: readonly Decision[];
  /** Answers to everything that is no such decision. */
  readonly replies: readonly Reply[];
}

/** More are left for the next look. */
const maxPending = 20;

const names = new Set(accountCommands.map(({ name }) => name));

/**
 * Sorts out the comments that nobody has answered. A comment counts as it was first written: one that was edited
 * decides nothing, and one that was deleted was never there. Bots ask for nothing.
 */
export function answerCommands(
  observation: AccountObservation,
  notes: readonly WrittenNote[],
): AnsweredCommands {
  const decisions: Decision[] = [];
  const replies: Reply[] = [];
  for (const { comment, commands } of pendingComments(observation, notes).slice(0, maxPending)) {
    const isTold = (kind: string) =>
      [...notes.map(({ note }) => note), ...replies].some(
        (told) => "kind" in told && "comment" in told && told.kind === kind,
      );
    const answer = answerOne(comment, commands, observation);
    if ("args" in answer) decisions.push(answer);
    else replies.push(onceOnly.has(answer.kind) && isTold(answer.kind) ? { ...answer, body: null } : answer);
  }
  return { decisions, replies };
}

/** Answers that help everybody who reads them, and that strangers could ask for again and again. */
const onceOnly = new Set(["stranger", "unreadable", "policy", "unknown", "help"]);

function pendingComments({ comments, reacted }: AccountObservation, notes: readonly WrittenNote[]) {
  const replied = new Set(notes.flatMap(({ note }) => (note.note === "reply" ? note.comment : [])));
  const hasList = notes.some(({ note }) => note.note === "reply" && note.kind === "unknown");
  return comments
    .filter(({ id, isBot, isOurs }) => !isBot && !isOurs && !reacted.has(id) && !replied.has(id))
    .map((comment) => ({ comment, commands: parseCommands(comment.body) }))
    .filter(({ commands }) => commands.some(({ name }) => names.has(name) || !hasList))
    .toSorted((a, b) => a.comment.id - b.comment.id);
}

function answerOne(
  comment: Comment,
  commands: readonly WrittenCommand[],
  { issue, policy, deciders }: AccountObservation,
): Reply | Decision {
  const reply = (kind: string, reaction: Reaction, body: string): Reply => ({
    comment: comment.id,
    kind,
    reaction,
    body,
  });
  const decisions = commands.filter(
    ({ name }) => name === approveAccount.name || name === declineAccount.name,
  );
  const [decision] = decisions;
  if (!decision) {
    if (commands.some(({ name }) => name === accountHelp.name))
      return reply("help", "+1", accountCommandTable());
    const [unknown] = commands;
    return reply(
      "unknown",
      "confused",
      `There is no command ${markdownCode(`/${unknown?.name ?? ""}`)} here. These there are:\n\n${accountCommandTable()}`,
    );
  }
  const written = markdownCode(`/${decision.name}`);
  if (!policy.ok)
    return reply("policy", "confused", "The policy cannot be used; nothing is decided until it is mended.");
  if (!deciders.logins.has(comment.author.toLowerCase())) {
    return deciders.unreadable.length === 0
      ? reply("stranger", "-1", `${written} is for those whom the policy names to decide on accounts.`)
      : reply(
          "unreadable",
          "confused",
          `${deciders.unreadable.map(markdownCode).join(", ")} cannot be read, so the app cannot tell who may decide. Mend that, then write the command again.`,
        );
  }
  if (comment.author.toLowerCase() === issue.author.toLowerCase())
    return reply(
      "own",
      "-1",
      `Nobody decides on a request of their own: somebody else has to use ${written}.`,
    );
  if (comment.isEdited)
    return reply("edited", "confused", "An edited comment decides nothing. Write the command as a new one.");
  if (decisions.length > 1)
    return reply(
      "several",
      "confused",
      "This comment holds more than one decision. Write the one that you mean as a new comment.",
    );
  if (decision.name === approveAccount.name) return { kind: "approve", comment, args: decision.args };
  if (decision.args.trim() === "")
    return reply("reason", "confused", "Say why, such as `/decline-account The company is not a customer.`");
  return { kind: "decline", comment, args: decision.args };
}
