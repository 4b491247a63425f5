import { reviewCommands } from "../../app/review/commands.ts";
import { reviewCommandTable } from "../../app/review/commands/help.ts";
import { checklists, type Review } from "../../checks/rules/checklists.ts";

/** The commands on submissions as a Markdown table, as `/help` shows them. */
export function renderReviewCommands(): string {
  return reviewCommandTable(reviewCommands);
}

/** A checklist by the numbers that `/check` takes. */
export function renderChecklist(review: Review): string {
  return checklists[review].map(({ text, why }, index) => `${index + 1}. **${text}** ${why}`).join("\n");
}
