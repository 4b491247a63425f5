import type { Label } from "../github/labels.ts";

/** How far a request is, for everybody who looks at the list of issues. */
export const accountLabels = {
  requested: { name: "account: requested", color: "0e8a9c", description: "Asks for a developer account." },
  approved: { name: "account: approved", color: "0e8a16", description: "Has a developer account." },
  declined: { name: "account: declined", color: "6a737d", description: "Gets no developer account." },
  overdue: {
    name: "account: overdue",
    color: "b60205",
    description: "Waits longer than the policy promises.",
  },
} as const satisfies Readonly<Record<string, Label>>;

export type AccountLabel = keyof typeof accountLabels;

const names = new Map<string, AccountLabel>(
  Object.entries(accountLabels).map(([key, { name }]) => [name, key as AccountLabel]),
);

/** Those of an issue's labels that are ours to set. */
export function accountLabelsOf(labels: readonly string[]): readonly AccountLabel[] {
  return labels.flatMap((name) => names.get(name.toLowerCase()) ?? []);
}
