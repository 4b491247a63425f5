import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

export const maxCommentLength = 65_536;

export interface Comment {
  readonly id: number;
  /** Its name in GraphQL. */
  readonly nodeId: string;
  readonly author: string;
  /** Written by this app. */
  readonly isOurs: boolean;
  readonly isBot: boolean;
  readonly isEdited: boolean;
  /** Seconds since the epoch. */
  readonly createdAt: number;
  /** When it was last edited, or written, in seconds since the epoch. */
  readonly updatedAt: number;
  readonly body: string;
  /** How many reactions it has that could be an answer of ours. */
  readonly answers: number;
}

export type Reaction = "+1" | "-1" | "confused";

const answerReactions = ["+1", "-1", "confused"] as const satisfies readonly Reaction[];

/** What a person may do in a repository, from the least to the most. */
export const permissions = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Permission = (typeof permissions)[number];

/** Comments beyond these pages of a hundred are not looked at. */
const maxPages = 10;

/** Where there are so many comments, there may be more, which the app does not see: its own later ones neither. */
export const maxComments = maxPages * 100;

export interface CommentPort {
  /** All comments of a pull request, oldest first. */
  list(number: number): Promise<readonly Comment[]>;
  create(number: number, body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
  react(id: number, reaction: Reaction): Promise<void>;
  /** Whether this app, by its login, has answered a comment with a reaction; any app, where its login is not known. */
  isAnswered(id: number, ownLogin: string | null): Promise<boolean>;
  permissionOf(login: string): Promise<Permission>;
}

export function githubComments(call: Call, repository: Repository, appId: number): CommentPort {
  return {
    async list(number) {
      const comments: Comment[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          ...repository,
          issue_number: number,
          per_page: 100,
          page,
        });
        for (const comment of data) {
          const reactions = comment.reactions;
          comments.push({
            id: Number(comment.id),
            nodeId: comment.node_id,
            author: comment.user?.login ?? "ghost",
            isOurs: comment.performed_via_github_app?.id === appId,
            isBot: comment.user?.type === "Bot",
            isEdited: comment.updated_at !== comment.created_at,
            createdAt: Date.parse(comment.created_at) / 1000,
            updatedAt: Date.parse(comment.updated_at) / 1000,
            body: comment.body ?? "",
            answers: answerReactions.reduce((sum, name) => sum + (reactions?.[name] ?? 0), 0),
          });
        }
        if (data.length < 100) break;
      }
      return comments;
    },
    async create(number, body) {
      await call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        ...repository,
        issue_number: number,
        body,
      });
    },
    async update(id, body) {
      await call("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
      });
    },
    async react(id, content) {
      // A comment that was deleted meanwhile needs no answer.
      await orNull(
        call("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
          ...repository,
          comment_id: id,
          content,
        }),
      );
    },
    async isAnswered(id, ownLogin) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
          ...repository,
          comment_id: id,
          per_page: 100,
        }),
      );
      if (found === null) return true;
      const isOwn = (user: { readonly login: string; readonly type: string } | null) =>
        ownLogin === null ? user?.type === "Bot" : user?.login === ownLogin;
      return found.data.some(({ user, content }) => isOwn(user) && isAnswer(content));
    },
    async permissionOf(login) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
          ...repository,
          username: login,
        }),
      );
      return toPermission(found?.data.role_name) ?? toPermission(found?.data.permission) ?? "none";
    },
  };
}

function isAnswer(content: string): boolean {
  return answerReactions.some((reaction) => reaction === content);
}

/** Roles that an organisation made up are none of these; the plain permission beside them is. */
function toPermission(role: string | undefined): Permission | undefined {
  return permissions.find((permission) => permission === role);
}
