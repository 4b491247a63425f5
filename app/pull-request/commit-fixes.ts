import type { FixOutcome } from "../commands/command.ts";
import { countOf } from "../../checks/report/counts.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import { fixFiles } from "./fixes.ts";
import { changeSetOf } from "./observe.ts";
import { checkChange, type ChangeContext } from "./check-change.ts";
import type { Settings } from "./settings.ts";

/** Commits all safe fixes of the connectors that a pull request concerns to its branch, as one commit. */
export async function commitFixes(
  pull: PullRequest,
  actor: string,
  settings: Settings,
  context: ChangeContext,
): Promise<FixOutcome> {
  if (pull.isFork) return { kind: "fork" };
  const checked = await checkChange(changeSetOf(pull), settings, context);
  if (checked === "vanished") return { kind: "nothing" };
  const modes = new Map(checked.headFiles.map(({ path, mode }) => [path, mode]));
  const files = fixFiles(checked.results).map((file) => ({
    ...file,
    mode: modes.get(file.path) ?? "100644",
  }));
  const rules = files.flatMap(({ ruleIds }) => ruleIds);
  if (rules.length === 0) return { kind: "nothing" };
  const message = [
    `fix: apply ${countOf(rules.length, "safe fix").replace(/fixs$/, "fixes")} of Connector Gate`,
    [...new Set(rules)]
      .sort()
      .map((id) => `- ${id}`)
      .join("\n"),
    // A login has no characters that could start another line, and without the at sign nobody is notified.
    `Asked for by ${actor}.`,
  ].join("\n\n");
  await context.ports.commits.commit({ branch: pull.headRef, parent: pull.headSha, message, files });
  return { kind: "fixed", count: rules.length };
}
