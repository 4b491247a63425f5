/**
 * Answers that GitHub has given with an ETag. Asking again with it costs nothing of the primary rate limit while the
 * answer is still the same: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export interface AnswerMemory {
  get(key: string): RememberedAnswer | undefined;
  set(key: string, answer: RememberedAnswer): void;
}

export interface RememberedAnswer {
  readonly etag: string;
  readonly response: unknown;
}

/** What is read at every look at a pull request, or a submission. Trees and blobs never change and are kept elsewhere, or not at all. */
const askedOften = new Set([
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "GET /repos/{owner}/{repo}/contents/{path}",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "GET /repos/{owner}/{repo}/issues",
  "GET /repos/{owner}/{repo}/branches/{branch}",
  "GET /repos/{owner}/{repo}/rules/branches/{branch}",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "GET /repos/{owner}/{repo}/compare/{basehead}",
  "GET /repos/{owner}/{repo}/activity",
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
  "GET /repos/{owner}/{repo}/git/ref/{ref}",
  "GET /repos/{owner}/{repo}/installation",
  "GET /repos/{owner}/{repo}/releases/tags/{tag}",
  "GET /orgs/{org}/teams/{team_slug}/members",
]);

/** Larger answers, in characters of JSON, are not worth their place. */
const maxAnswerLength = 64 * 1024;

export function isAskedOften(route: string): boolean {
  return askedOften.has(route);
}

/** Keeps the answers used last. */
export function createAnswerMemory(maxAnswers: number): AnswerMemory {
  const kept = new Map<string, RememberedAnswer>();
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer) {
        kept.delete(key);
        kept.set(key, answer);
      }
      return answer;
    },
    set(key, answer) {
      if (JSON.stringify(answer.response).length > maxAnswerLength) return;
      kept.delete(key);
      kept.set(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= maxAnswers) break;
        kept.delete(oldest);
      }
    },
  };
}
