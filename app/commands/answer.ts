import type { Comment, CommentPort, Permission, Reaction } from "../github/comments.ts";
import { permissions } from "../github/comments.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import type { Command, CommandAnswer, CommandContext } from "./command.ts";
import { commandTable } from "./help.ts";
import { parseCommands, type WrittenCommand } from "./parse.ts";

/** A comment with commands that nobody has answered. */
export interface PendingComment {
  readonly comment: Comment;
  readonly commands: readonly WrittenCommand[];
}

/** More than these are left for the next look. */
const maxPending = 20;

const unknownMark = "<!-- connector-gate:unknown-command -->";

function replyMark(id: number): string {
  return `<!-- connector-gate:reply ${id} -->`;
}

/**
 * The comments whose commands are still to be answered. Bots ask for nothing, an edited comment never runs, and words
 * that are not our commands are answered once in a pull request, since other apps have commands too.
 */
export async function pendingComments(
  comments: readonly Comment[],
  known: readonly Command[],
  isAnswered: (id: number) => Promise<boolean>,
): Promise<readonly PendingComment[]> {
  const names = new Set(known.map(({ name }) => name));
  let listed = comments.some(({ isOurs, body }) => isOurs && body.includes(unknownMark));
  const pending: PendingComment[] = [];
  for (const comment of comments) {
    if (comment.isBot || comment.isEdited) continue;
    const written = parseCommands(comment.body);
    const ours = written.filter(({ name }) => names.has(name));
    if (written.length === 0 || (ours.length === 0 && listed)) continue;
    if (comment.answers > 0 && (await isAnswered(comment.id))) continue;
    pending.push({ comment, commands: listed ? ours : written });
    listed ||= ours.length < written.length;
    if (pending.length === maxPending) break;
  }
  return pending;
}

export interface Asker {
  readonly permissionOf: (login: string) => Promise<Permission>;
}

/** Whether somebody may use a command. Reading is what everybody may who can comment. */
export async function mayUse({ permission }: Command, login: string, asker: Asker): Promise<boolean> {
  if (permission === "read") return true;
  return permissions.indexOf(await asker.permissionOf(login)) >= permissions.indexOf(permission);
}

/** Runs the commands of a comment, and then says so: one reaction, and at most one reply. */
export async function answerComment(
  { comment, commands }: PendingComment,
  number: number,
  comments: readonly Comment[],
  port: CommentPort,
  context: Omit<CommandContext, "author">,
): Promise<void> {
  const mark = replyMark(comment.id);
  const hasReply = comments.some(({ isOurs, body }) => isOurs && body.startsWith(mark));
  const answers: CommandAnswer[] = [];
  for (const written of commands) {
    answers.push(await answerOne(written, comment.author, port, { ...context, author: comment.author }));
  }
  const replies = [...new Set(answers.flatMap(({ reply }) => reply ?? []))];
  if (replies.length > 0 && !hasReply) await port.create(number, `${mark}\n${replies.join("\n\n---\n\n")}\n`);
  await port.react(comment.id, worstOf(answers));
}

async function answerOne(
  { name, args }: WrittenCommand,
  author: string,
  port: CommentPort,
  context: CommandContext,
): Promise<CommandAnswer> {
  const command = context.commands.find((candidate) => candidate.name === name);
  if (!command) {
    const reply = `${unknownMark}\nThere is no command ${markdownCode(`/${name}`)} here. These there are:\n\n${commandTable(context.commands)}`;
    return { react: "confused", reply };
  }
  if (!(await mayUse(command, author, port))) {
    return {
      react: "-1",
      reply: `\`/${name}\` takes the permission to ${command.permission} in this repository.`,
    };
  }
  return command.run(args, context);
}

function worstOf(answers: readonly CommandAnswer[]): Reaction {
  const order: readonly Reaction[] = ["-1", "confused", "+1"];
  return order.find((reaction) => answers.some(({ react }) => react === reaction)) ?? "+1";
}
