import type { Call, Repository } from "./client.ts";

/** An issue that this app wrote. */
export interface OwnIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
}

export interface IssueChange {
  readonly title: string;
  readonly body: string;
  /** Null leaves it as it is. */
  readonly state: "open" | "completed" | "not_planned" | null;
}

export interface OwnIssuePort {
  /** The app's own issues, open and closed, newest first. */
  list(): Promise<readonly OwnIssue[]>;
  create(title: string, body: string, assignee: string | null): Promise<void>;
  update(number: number, change: IssueChange): Promise<void>;
}

/** Issues beyond these pages of a hundred are not looked at. */
const maxPages = 5;

/** `ownLogin` is the app's login, which spares reading the issues of everybody else; null where it is not known. */
export function githubOwnIssues(
  call: Call,
  repository: Repository,
  appId: number,
  ownLogin: string | null,
): OwnIssuePort {
  return {
    async list() {
      const own: OwnIssue[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/issues", {
          ...repository,
          state: "all",
          ...(ownLogin !== null && { creator: ownLogin }),
          per_page: 100,
          page,
        });
        for (const issue of data) {
          // What a person writes through the app is not the app's own.
          const isOwn = issue.performed_via_github_app?.id === appId && issue.user?.type === "Bot";
          if (!isOwn || issue.pull_request) continue;
          own.push({
            number: issue.number,
            title: issue.title,
            body: issue.body ?? "",
            isOpen: issue.state === "open",
          });
        }
        if (data.length < 100) break;
      }
      return own;
    },
    async create(title, body, assignee) {
      await call("POST /repos/{owner}/{repo}/issues", {
        ...repository,
        title,
        body,
        ...(assignee !== null && { assignees: [assignee] }),
      });
    },
    async update(number, { title, body, state }) {
      await call("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        ...repository,
        issue_number: number,
        title,
        body,
        ...(state === "open" && { state: "open" as const }),
        ...(state !== null && state !== "open" && { state: "closed" as const, state_reason: state }),
      });
    },
  };
}
