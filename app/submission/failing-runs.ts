import { configFile } from "../../checks/config/config.ts";
import { escapeMarkdown, markdownCode, shorten } from "../../checks/report/escape.ts";
import type { YamlProblem } from "../../checks/yaml/read-yaml.ts";
import { gateNames } from "./gate.ts";
import { type GateRun, sameRuns } from "./gate-runs.ts";

/** GitHub does not tell all of its files, so it may touch any listing. */
export function runsOfUnclear(): readonly GateRun[] {
  return failing(
    "Too many files",
    "GitHub does not list all the files that this pull request changes, or it shares no history with its base branch. It may touch listings, so it cannot pass. Split it, or start it from the base branch.\n",
  );
}

export function runsOfBrokenPolicy(problems: readonly YamlProblem[]): readonly GateRun[] {
  const lines = problems
    .slice(0, 50)
    .map(
      ({ line, message }) =>
        `- ${markdownCode(`${configFile}:${line}`)} ${escapeMarkdown(shorten(message, 300))}\n`,
    );
  return failing(
    "The programme's policy cannot be used",
    `\`${configFile}\` on the base branch is broken, so nothing is listed until the programme's people mend it:\n\n${lines.join("")}\nThere is nothing for the author to do; this is looked at again once the policy is mended.\n`,
  );
}

/** `Submission` fails with the reason, and the others wait for it. */
function failing(title: string, summary: string): readonly GateRun[] {
  const [submission, ...others] = gateNames;
  return [
    ...sameRuns([submission], "failure", title, summary),
    ...sameRuns(others, null, "Waits for Submission", "*Submission* says what has to be mended first.\n"),
  ];
}
