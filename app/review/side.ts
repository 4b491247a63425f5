import { reviews, type Review } from "../../checks/rules/checklists.ts";

/** The two reviews that people sign off. */
export const sides = reviews;
export type Side = Review;

/** What each side's gate, and the review itself, is called. */
export const sideNames = { code: "Code review", usability: "Usability review" } as const satisfies Record<
  Side,
  string
>;

export function isSide(text: string): text is Side {
  return sides.some((side) => side === text);
}
