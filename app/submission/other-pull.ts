import { accountsFolder, parseAccount, slugOfAccountPath } from "../../checks/listing/account.ts";
import { configFile } from "../../checks/config/config.ts";
import { parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import type { YamlProblem } from "../../checks/yaml/read-yaml.ts";
import type { Annotation } from "../github/check-runs.ts";
import type { ChangedFile } from "../github/pull-requests.ts";
import { countOf } from "../../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, shorten, toOneLine } from "../../checks/report/escape.ts";
import type { ListingsContext } from "./context.ts";
import { gateNames } from "./gate.ts";
import { type GateRun, sameRuns } from "./gate-runs.ts";

/** More files than these are not looked into. */
const maxFiles = 50;
const maxAnnotations = 50;

interface FileProblem extends Pick<YamlProblem, "line" | "message"> {
  readonly path: string;
}

/**
 * What a pull request that touches no listing gets to hear: all checks are neutral, so that it can be merged where they
 * are required. Only a policy or an account that could not be used afterwards is held back.
 */
export async function runsOfOther(
  changed: readonly ChangedFile[],
  headSha: string,
  context: ListingsContext,
): Promise<readonly GateRun[]> {
  const problems = await problemsOf(changed, headSha, context);
  const [submission, ...others] = sameRuns(
    gateNames,
    "neutral",
    "Not a submission",
    "This pull request changes nothing below `listings/`, so there is no submission to check.\n",
  );
  if (problems.length === 0 || !submission) return submission ? [submission, ...others] : others;
  const lines = problems
    .slice(0, maxAnnotations)
    .map(
      ({ path, line, message }) =>
        `- ${markdownCode(`${path}:${line}`)} ${escapeMarkdown(shorten(message, 300))}\n`,
    );
  return [
    {
      ...submission,
      conclusion: "failure",
      title: `${countOf(problems.length, "problem")} in the programme's files`,
      summary: `Merged like this, these files could not be used, and submissions would stop:\n\n${lines.join("")}`,
      annotations: problems.slice(0, maxAnnotations).map(toAnnotation),
    },
    ...others,
  ];
}

async function problemsOf(
  changed: readonly ChangedFile[],
  headSha: string,
  { ports, allRules }: ListingsContext,
): Promise<readonly FileProblem[]> {
  const ruleIds = allRules.map(({ id }) => id);
  const concerned = changed.filter(
    ({ path, status }) =>
      status !== "removed" && (path === configFile || path.startsWith(`${accountsFolder}/`)),
  );
  const problems: FileProblem[] = [];
  for (const { path } of concerned.slice(0, maxFiles)) {
    const found = await ports.files.find(path, headSha);
    const slug = slugOfAccountPath(path);
    if (!found || (path !== configFile && slug === null)) continue;
    const parsed =
      path === configFile ? parseListingsPolicy(found.bytes, ruleIds) : parseAccount(found.bytes);
    if (!parsed.ok) problems.push(...parsed.problems.map(({ line, message }) => ({ path, line, message })));
    else if ("slug" in parsed.value && parsed.value.slug !== slug) {
      problems.push({ path, line: 1, message: "`slug` is not the name of the file" });
    }
  }
  return problems;
}

function toAnnotation({ path, line, message }: FileProblem): Annotation {
  return {
    path,
    startLine: line,
    endLine: line,
    columns: null,
    level: "failure",
    title: "error: this file cannot be used",
    message: shorten(toOneLine(message), 1000),
  };
}
