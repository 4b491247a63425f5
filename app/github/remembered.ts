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
  "GET /repos/{owner}/{repo}",
  "GET /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
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

/** What all of them together may have; as objects they take some three times as many bytes. */
const maxTotalLength = 16 * 1024 * 1024;

export function isAskedOften(route: string): boolean {
  return askedOften.has(route);
}

/** Keeps the answers used last, up to a number of them and of characters. */
export function createAnswerMemory(maxAnswers: number, maxLength = maxTotalLength): AnswerMemory {
  const kept = new Map<string, { readonly answer: RememberedAnswer; readonly length: number }>();
  let total = 0;

  function forget(key: string): void {
    total -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  }

  return {
    get(key) {
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
      }
      return known?.answer;
    },
    set(key, answer) {
      const { length } = JSON.stringify(answer.response);
      forget(key);
      if (length > maxAnswerLength) return;
      kept.set(key, { answer, length });
      total += length;
      for (const oldest of kept.keys()) {
        if (kept.size <= maxAnswers && total <= maxLength) break;
        forget(oldest);
      }
    },
  };
}
