import type { SubmissionObservation } from "../submission/observation.ts";
import { waitingSides } from "./clock.ts";
import type { ReviewState } from "./fold.ts";
import { type Side, sides } from "./side.ts";

/** Somebody is to be asked for a review. */
export interface ReviewerNeed {
  readonly side: Side;
  /** In lower case; who of them is asked depends on what else they have to do. */
  readonly candidates: readonly string[];
  /** Those who should not be asked as long as there is anybody else: they give the other review. */
  readonly avoid: readonly string[];
}

export interface ReviewerChanges {
  readonly needs: readonly ReviewerNeed[];
  /** Logins whose requests are taken back, since the review was handed to somebody else. */
  readonly withdraw: readonly string[];
}

/** Who is busy with a side: handed to, asked, or has spoken about this very connector; in lower case. */
export function busyWith(
  side: Side,
  observation: SubmissionObservation,
  state: ReviewState,
): readonly string[] {
  const assigned = state.assigned[side];
  if (assigned !== undefined) return [assigned];
  const asked = observation.pull.requestedReviewers.map((login) => login.toLowerCase());
  const people = new Set([...asked, ...spokeAbout(side, observation, state)]);
  return state.sides[side].reviewers.filter((login) => people.has(login));
}

/** Who has said anything about this very connector, in lower case. */
function spokeAbout(
  side: Side,
  { reviews, digest, digestAt }: SubmissionObservation,
  state: ReviewState,
): ReadonlySet<string> {
  const { statements, items } = state.sides[side];
  const spoke = [
    ...statements.filter(({ isCurrent }) => isCurrent).map(({ by }) => by),
    ...items.flatMap(({ by }) => by ?? []),
    // GitHub forgets that it asked somebody once they say anything in a review.
    ...reviews
      .filter(({ commit }) => commit !== null && digest !== null && digestAt(commit) === digest)
      .map(({ author }) => author),
  ];
  return new Set(spoke.map((login) => login.toLowerCase()));
}

/** Who is to be asked, and who no longer. One person a side, and the same one as long as they are there. */
export function reviewerChanges(observation: SubmissionObservation, state: ReviewState): ReviewerChanges {
  const asked = new Set(observation.pull.requestedReviewers.map((login) => login.toLowerCase()));
  const waiting = waitingSides(state);
  const needs: ReviewerNeed[] = [];
  const withdraw = new Set<string>();
  for (const side of waiting) {
    const { reviewers, statements } = state.sides[side];
    const busy = busyWith(side, observation, state);
    const assigned = state.assigned[side];
    const others = sides
      .filter((other) => other !== side)
      .flatMap((other) => busyWith(other, observation, state));
    if (assigned !== undefined) {
      const spoke = spokeAbout(side, observation, state).has(assigned);
      const isRefused = state.memory.refused.includes(assigned);
      if (!asked.has(assigned) && !spoke && !isRefused)
        needs.push({ side, candidates: [assigned], avoid: [] });
      for (const login of reviewers) {
        if (login !== assigned && asked.has(login) && !others.includes(login)) withdraw.add(login);
      }
      continue;
    }
    const possible = reviewers.filter((login) => !state.memory.refused.includes(login));
    if (busy.length > 0 || possible.length === 0) continue;
    // Who looked at an earlier version knows what to look for.
    const [last] = statements
      .filter(({ by }) => possible.includes(by.toLowerCase()))
      .toSorted((a, b) => b.at - a.at || b.order - a.order);
    const avoid = observation.policy.reviewers["same-person"] ? [] : others;
    needs.push({ side, candidates: last ? [last.by.toLowerCase()] : possible, avoid });
  }
  return { needs, withdraw: [...withdraw] };
}

/**
 * Chooses one person for each need: who has the fewest open requests, and among equals in turn, by the number of the
 * pull request. The order of each list is that in which they are tried, should GitHub not take the first.
 */
export function chooseReviewers(
  needs: readonly ReviewerNeed[],
  loads: ReadonlyMap<string, number>,
  number: number,
): readonly { readonly side: Side; readonly order: readonly string[] }[] {
  const taken = new Set<string>();
  return needs.map(({ side, candidates, avoid }) => {
    const shift = candidates.length === 0 ? 0 : number % candidates.length;
    const turn = [...candidates.slice(shift), ...candidates.slice(0, shift)];
    const isLast = (login: string) => Number(avoid.includes(login) || taken.has(login));
    const order = turn.toSorted((a, b) => isLast(a) - isLast(b) || (loads.get(a) ?? 0) - (loads.get(b) ?? 0));
    if (order[0] !== undefined) taken.add(order[0]);
    return { side, order };
  });
}
