import type { SubmissionObservation } from "../submission/observation.ts";
import type { ReviewState } from "./fold.ts";

/**
 * Whether somebody signed off usability with the texts as they are now. A sign-off is for a connector, and stays where only
 * texts change; listed unasked, these would be seen by nobody.
 */
export function areTextsSeen(
  { pull, textAt }: SubmissionObservation,
  { sides }: Pick<ReviewState, "sides">,
): boolean {
  const now = textAt(pull.headSha);
  return (
    now !== null && sides.usability.signers.some(({ commit }) => commit !== null && textAt(commit) === now)
  );
}
