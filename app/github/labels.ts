import type { Call, Repository } from "./client.ts";
import { faultOf, orNull } from "./faults.ts";

export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** At most 100 characters. */
  readonly description: string;
}

export interface LabelPort {
  /** Puts a label on an issue or pull request, and makes it in the repository where it is missing. */
  add(number: number, label: Label): Promise<void>;
  remove(number: number, name: string): Promise<void>;
}

export function githubLabels(call: Call, repository: Repository): LabelPort {
  async function ensure({ name, color, description }: Label): Promise<void> {
    const known = await orNull(call("GET /repos/{owner}/{repo}/labels/{name}", { ...repository, name }));
    if (known) return;
    try {
      await call("POST /repos/{owner}/{repo}/labels", { ...repository, name, color, description });
    } catch (error) {
      // Somebody was quicker.
      if (faultOf(error, new Date(0))?.kind !== "refused") throw error;
    }
  }

  return {
    async add(number, label) {
      // First the label itself: GitHub would make one without colour and description.
      await ensure(label);
      await call("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
        ...repository,
        issue_number: number,
        labels: [label.name],
      });
    },
    async remove(number, name) {
      await orNull(
        call("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
          ...repository,
          issue_number: number,
          name,
        }),
      );
    },
  };
}
