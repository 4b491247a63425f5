import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

export interface Issue {
  readonly number: number;
  /** Its page, for people. */
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  /** Written by this app. */
  readonly isOurs: boolean;
  readonly isOpen: boolean;
  /** Seconds since the epoch. */
  readonly createdAt: number;
  readonly labels: readonly string[];
}

export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** Issues beyond these pages of a hundred are not looked at. */
const maxPages = 10;

export interface IssuePort {
  /** Null where it was deleted, moved to another repository, or is a pull request. */
  read(number: number): Promise<Issue | null>;
  /** Open issues without pull requests, oldest first; those of one author, or with one label, where named. */
  open(filter?: { readonly creator?: string; readonly label?: string }): Promise<readonly Issue[]>;
  create(text: IssueText): Promise<{ readonly number: number; readonly url: string }>;
  edit(number: number, text: Partial<IssueText>): Promise<void>;
  close(number: number, reason: "completed" | "not_planned"): Promise<void>;
  reopen(number: number): Promise<void>;
}

export function githubIssues(call: Call, repository: Repository, appId: number): IssuePort {
  async function update(
    number: number,
    changes: Partial<IssueText> & {
      readonly state?: "open" | "closed";
      readonly state_reason?: "completed" | "not_planned";
    },
  ): Promise<void> {
    await call("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
      ...repository,
      issue_number: number,
      ...changes,
    });
  }

  return {
    async read(number) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/issues/{issue_number}", { ...repository, issue_number: number }),
      );
      // GitHub leads on to where an issue was moved, which is not ours to work on.
      if (!found || found.data.number !== number || !isHere(found.data, repository)) return null;
      return found.data.pull_request ? null : toIssue(found.data, appId);
    },
    async open({ creator, label } = {}) {
      const issues: Issue[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/issues", {
          ...repository,
          state: "open",
          sort: "created",
          direction: "asc",
          ...(creator !== undefined && { creator }),
          ...(label !== undefined && { labels: label }),
          per_page: 100,
          page,
        });
        for (const issue of data) if (!issue.pull_request) issues.push(toIssue(issue, appId));
        if (data.length < 100) break;
      }
      return issues;
    },
    async create({ title, body }) {
      const { data } = await call("POST /repos/{owner}/{repo}/issues", { ...repository, title, body });
      return { number: data.number, url: data.html_url };
    },
    edit: (number, text) => update(number, text),
    close: (number, reason) => update(number, { state: "closed", state_reason: reason }),
    reopen: (number) => update(number, { state: "open" }),
  };
}

interface GitHubIssue {
  readonly number: number;
  readonly html_url: string;
  readonly repository_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly user: { readonly login: string } | null;
  readonly state: string;
  readonly created_at: string;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly performed_via_github_app?: { readonly id: number } | null;
}

function isHere({ repository_url }: GitHubIssue, { owner, repo }: Repository): boolean {
  return repository_url.toLowerCase().endsWith(`/repos/${owner}/${repo}`.toLowerCase());
}

function toIssue(issue: GitHubIssue, appId: number): Issue {
  return {
    number: issue.number,
    url: issue.html_url,
    title: issue.title,
    body: issue.body ?? "",
    author: issue.user?.login ?? "ghost",
    isOurs: issue.performed_via_github_app?.id === appId,
    isOpen: issue.state === "open",
    createdAt: Date.parse(issue.created_at) / 1000,
    labels: issue.labels.map((label) => (typeof label === "string" ? label : (label.name ?? ""))),
  };
}
