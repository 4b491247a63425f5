import { policyNames } from "./roles.ts";
import { type Side, sideNames } from "./side.ts";
import { isAfter, type SideStatements, type Statement } from "./statements.ts";
import { openItems, type TickedItem } from "./ticks.ts";
import { listed, named } from "./words.ts";

/** A request for changes, as everybody should see it. */
export interface ChangeRequest {
  readonly by: string;
  readonly at: number;
  readonly side: Side;
  readonly text: string;
  readonly url: string;
  /**
   * `open`: about the connector as it is now. `answered`: another connector came since, and nobody has said yet that
   * it is enough. `settled`: who asked has approved since.
   */
  readonly state: "open" | "answered" | "settled";
}

/** Where one of the two reviews stands, apart from holds and from what the other side says. */
export interface SideReview {
  readonly side: Side;
  /** Who may sign off, in lower case. */
  readonly reviewers: readonly string[];
  /** Those who signed off this very connector, the first of them first. */
  readonly signers: readonly Statement[];
  readonly requests: readonly ChangeRequest[];
  /** Everything that its reviewers said, in no order. */
  readonly statements: readonly Statement[];
  /** What was said and does not count, and why; Markdown. */
  readonly notes: readonly string[];
  /** The same of people without any part in this. */
  readonly asides: readonly string[];
  readonly items: readonly TickedItem[];
  /** What is missing, as sentences of Markdown; empty where the review is done. */
  readonly missing: readonly string[];
}

/** Puts together what was said for a side. */
export function reviewSide(
  side: Side,
  { statements, notes, asides }: SideStatements,
  items: readonly TickedItem[],
  reviewers: readonly string[],
  policyPeople: readonly string[],
): SideReview {
  const approvals = statements.filter(({ kind }) => kind === "approval");
  const isSettled = (statement: Statement) =>
    approvals.some((approval) => isSame(approval.by, statement.by) && isAfter(approval, statement));
  const raised = statements.filter(({ kind }) => kind !== "approval");
  const unsettled = raised.filter((statement) => !isSettled(statement));
  // One who approved, and asked for changes after that, no longer approves.
  const signers = approvals
    .filter(({ isCurrent }) => isCurrent)
    .filter((approval) => unsettled.every((objection) => isAfter(approval, objection)))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const requests = raised
    // What a dismissed review said is not known.
    .filter(({ kind, source }) => kind === "request" || source === "command")
    .map((request): ChangeRequest => ({
      by: request.by,
      at: request.at,
      side,
      text: request.text,
      url: request.url,
      state: isSettled(request)
        ? "settled"
        : request.isCurrent && request.kind === "request"
          ? "open"
          : "answered",
    }));
  const voided = [...new Set(approvals.filter(({ isCurrent }) => !isCurrent).map(({ by }) => named(by)))];
  const missing = missingOf(side, { requests, signers, items, reviewers, policyPeople, voided });
  const doubts = unsettled.flatMap(({ note }) => note ?? []);
  const told = [...new Set([...notes, ...(signers.length === 0 ? doubts : [])])];
  return { side, reviewers, signers, requests, statements, notes: told, asides, items, missing };
}

function missingOf(
  side: Side,
  {
    requests,
    signers,
    items,
    reviewers,
    policyPeople,
    voided,
  }: Pick<SideReview, "requests" | "signers" | "items" | "reviewers"> & {
    readonly policyPeople: readonly string[];
    /** Who signed off another connector. */
    readonly voided: readonly string[];
  },
): readonly string[] {
  if (policyPeople.length === 0) {
    return [
      `The policy names nobody for the ${sideNames[side].toLowerCase()}, so nobody can give it: fill \`reviewers.${side}\` in \`.github/connector-gate.yml\`.`,
    ];
  }
  if (reviewers.length === 0) {
    return [
      `None of ${policyNames(policyPeople)} can give the ${sideNames[side].toLowerCase()}: the team is empty or cannot be read, or all of it belongs to the submitting side.`,
    ];
  }
  const missing: string[] = [];
  const open = requests.filter(({ state }) => state === "open");
  if (open.length > 0) {
    const people = [...new Set(open.map(({ by }) => named(by)))];
    missing.push(`Changes are asked for by ${people.join(", ")}; only their own approval takes that away.`);
  }
  if (signers.length === 0) {
    missing.push(
      voided.length === 0
        ? "Nobody has signed off this connector yet."
        : `The sign-off of ${listed(voided)} was for another connector, and does not count for this one.`,
    );
  }
  const unticked = openItems(items);
  if (unticked.length > 0) {
    missing.push(
      unticked.length === items.length
        ? `None of the ${items.length} items of the checklist is ticked yet.`
        : `Open in the checklist: ${unticked.join(", ")}.`,
    );
  }
  return missing;
}

export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
