import type { FakeRepository } from "../fake-github.ts";

/** What people see in the end, pull request by pull request, free of ids, times and names of commits. */
export type Outcome = ReadonlyMap<string, unknown>;

const commitName = /\b[0-9a-f]{7,40}\b/g;

function withoutNames(text: string | null): string | null {
  return text === null ? null : text.replaceAll(commitName, "<commit>");
}

export function outcomeOf(repositories: readonly FakeRepository[]): Outcome {
  const outcome = new Map<string, unknown>();
  for (const { owner, repo, state } of repositories) {
    for (const [ref, sha] of state.refs) {
      const runs = state.checkRuns.filter(({ headSha }) => headSha === sha);
      outcome.set(`${owner}/${repo} ${ref}`, {
        runs: runs
          .map(({ name, status, conclusion, title, summary, text, annotations, actions }) => ({
            name,
            status,
            conclusion,
            title: withoutNames(title),
            summary: withoutNames(summary),
            text: withoutNames(text),
            annotations,
            actions,
          }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      });
    }
    for (const number of state.tickets.keys()) {
      const comments = state.comments.filter(({ issue, byApp }) => issue === number && byApp);
      outcome.set(
        `${owner}/${repo}#${number} comments`,
        comments.map(({ body }) => withoutNames(body)),
      );
    }
  }
  return outcome;
}

/** Where two outcomes differ, and in what. */
export function differences(found: Outcome, expected: Outcome): readonly string[] {
  const names = new Set([...found.keys(), ...expected.keys()]);
  return [...names].flatMap((name) => {
    const difference = firstDifference(found.get(name), expected.get(name), "");
    return difference === null ? [] : [`${name} is not as after a clean run: ${difference}`];
  });
}

/** The first place where two values differ, with what is there and what should be; null where they are equal. */
function firstDifference(found: unknown, expected: unknown, place: string): string | null {
  if (Object.is(found, expected)) return null;
  if (!isObject(found) || !isObject(expected)) {
    const [is, shouldBe] = excerpts(
      JSON.stringify(found) ?? "nothing",
      JSON.stringify(expected) ?? "nothing",
    );
    return `${place === "" ? "all of it" : place} is ${is} and not ${shouldBe}`;
  }
  for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    const difference = firstDifference(found[key], expected[key], place === "" ? key : `${place}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const contextLength = 40;
const excerptLength = 160;

/** The parts of two texts around the place where they begin to differ. */
function excerpts(found: string, expected: string): readonly [string, string] {
  let same = 0;
  while (same < found.length && found[same] === expected[same]) same++;
  const from = Math.max(0, same - contextLength);
  const cut = (text: string) =>
    `${from > 0 ? "…" : ""}${text.slice(from, from + excerptLength)}${text.length > from + excerptLength ? "…" : ""}`;
  return [cut(found), cut(expected)];
}

/** What must never be there twice: a check run of a name on a commit, a comment on a pull request. */
export function doubles(repositories: readonly FakeRepository[]): readonly string[] {
  return repositories.flatMap(({ owner, repo, state }) => {
    const places = [
      ...state.checkRuns.map(({ headSha, name }) => `${owner}/${repo}@${headSha} ${name}`),
      ...state.comments
        .filter(({ byApp }) => byApp)
        .map(({ issue, body }) => `${owner}/${repo}#${issue} ${body}`),
    ];
    const seen = new Set<string>();
    return places
      .filter((place) => seen.size === seen.add(place).size)
      .map((place) => `${place} is there twice`);
  });
}

/** Check runs that were opened and never completed, on whatever commit. */
export function unfinished(repositories: readonly FakeRepository[]): number {
  return repositories.flatMap(({ state }) => state.checkRuns).filter(({ status }) => status !== "completed")
    .length;
}
