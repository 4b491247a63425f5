import { unlessRefused } from "../pull-request/apply.ts";
import type { DesiredAccount } from "./decide.ts";
import { accountLabels, accountLabelsOf } from "./labels.ts";
import { formatNote, notesOf } from "./notes.ts";
import type { AccountObservation } from "./observation.ts";
import type { AccountPorts } from "./ports.ts";

/**
 * Writes the difference. Safe to stop between any two requests: the traces that say that something is done are left
 * after it, so that another look does the rest.
 */
export async function applyAccount(
  { issue, comments }: AccountObservation,
  desired: DesiredAccount,
  ports: AccountPorts,
): Promise<void> {
  const { number } = issue;
  if (desired.answer !== null) {
    const existing = notesOf(comments).find(({ note }) => note.note === "answer")?.comment;
    if (!existing) await unlessRefused(ports.comments.create(number, desired.answer));
    else if (existing.body.trim() !== desired.answer.trim())
      await unlessRefused(ports.comments.update(existing.id, desired.answer));
  }
  await applyLabels(issue, desired, ports);
  if (desired.closePull !== null) await ports.merges.close(desired.closePull);
  if (desired.close !== null) await ports.issues.close(number, desired.close);
  for (const body of desired.comments) await unlessRefused(ports.comments.create(number, body));
  for (const { comment, kind, reaction, body } of desired.replies) {
    const text = body === null ? null : `${formatNote({ note: "reply", comment, kind })}\n${body}\n`;
    if (text !== null) await unlessRefused(ports.comments.create(number, text));
    await unlessRefused(ports.comments.react(comment, reaction));
  }
}

async function applyLabels(
  { number, labels }: AccountObservation["issue"],
  { labels: wanted }: DesiredAccount,
  ports: AccountPorts,
): Promise<void> {
  if (wanted === null) return;
  const existing = accountLabelsOf(labels);
  for (const label of wanted)
    if (!existing.includes(label)) await ports.labels.add(number, accountLabels[label]);
  for (const label of existing)
    if (!wanted.includes(label)) await ports.labels.remove(number, accountLabels[label].name);
}
