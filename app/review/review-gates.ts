import { countOf } from "../../checks/report/counts.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import { maxComments } from "../github/comments.ts";
import type { Gate } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import type { JudgedSide, ReviewState } from "./fold.ts";
import { type Side, sideNames, sides } from "./side.ts";
import { inline } from "./text.ts";
import { openItems } from "./ticks.ts";
import { listed, named } from "./words.ts";

/** The two gates that are for people. */
export function reviewGates(observation: SubmissionObservation, state: ReviewState): readonly Gate[] {
  return sides.map((side) => reviewGate(state.sides[side], observation, state));
}

function reviewGate(
  side: JudgedSide,
  { digest, comments, reviews }: SubmissionObservation,
  { hold }: ReviewState,
): Gate {
  const name = sideNames[side.side];
  const open = side.requests.filter(({ state }) => state === "open");
  const gate = (state: Gate["state"], title: string, first: string): Gate => {
    return { name, state, title, summary: summaryOf(side, first), annotations: [] };
  };
  if (digest === null) {
    return gate(
      "waiting",
      "Waits for a valid record",
      "A sign-off is about one connector, and the head names none.",
    );
  }
  // GitHub's lists may be longer than what is read, and an objection could be missed.
  if (comments.length >= maxComments || reviews.length >= maxComments) {
    return gate(
      "waiting",
      "Too many comments to be sure",
      "This pull request has more comments than the app reads, so it cannot tell what was said last. Close it and submit the release again.",
    );
  }
  if (open.length > 0) {
    const people = [...new Set(open.map(({ by }) => by))];
    return gate("fail", `Changes asked for by ${listed(people)}`, "A new release answers this.");
  }
  if (hold) {
    const reason = hold.reason === "" ? "." : `: ${inline(hold.reason, 300)}`;
    return gate("waiting", `On hold by ${hold.by}`, `${named(hold.by)} put this submission on hold${reason}`);
  }
  const { signer } = side;
  if (signer && side.missing.length === 0) {
    return gate(
      "pass",
      `Signed off by ${signer.by}`,
      `${named(signer.by)} signed off the connector ${markdownCode(digest.slice(0, 12))}.`,
    );
  }
  return gate("waiting", waitingTitle(side), "Not signed off yet.");
}

function waitingTitle(side: JudgedSide): string {
  const { reviewers, signer, items } = side;
  const unticked = openItems(items).length;
  if (reviewers.length === 0) return "Nobody can give this review";
  if (signer) return `Signed off by ${signer.by}, ${countOf(unticked, "item")} open`;
  const answered = side.requests.filter(({ state }) => state === "answered");
  if (answered.length > 0) return "Waits for a reviewer to look again";
  return "Waits for a reviewer";
}

function summaryOf(side: JudgedSide, first: string): string {
  const { items, missing } = side;
  const notes = [...side.notes, ...side.asides];
  const lines = [first, ""];
  if (missing.length > 0) lines.push("**Missing**", "", ...missing.map((sentence) => `- ${sentence}`), "");
  if (notes.length > 0)
    lines.push("**Not counted**", "", ...notes.slice(0, 30).map((note) => `- ${note}`), "");
  lines.push(...requestLines(side));
  lines.push(`**Checklist**: ${items.length - openItems(items).length} of ${items.length} ticked.`, "");
  lines.push(howTo(side.side));
  return `${lines.join("\n")}\n`;
}

function requestLines({ requests }: JudgedSide): readonly string[] {
  if (requests.length === 0) return [];
  const lines = requests.slice(-20).map(({ by, text, url, state }) => {
    const fate = { open: "open", answered: "answered by a newer connector", settled: "settled" }[state];
    const words = inline(text, 300);
    return `- ${named(by)} ([${fate}](${url}))${words === "" ? "" : `: ${words}`}`;
  });
  return ["**Asked for**", "", ...lines, ""];
}

function howTo(side: Side): string {
  return `Reviewers tick with \`/check ${side} 1 2\` and sign off with \`/approve ${side}\` or an approving review; \`/request-changes\` asks for more.`;
}
