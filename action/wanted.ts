import { sha256 } from "../checks/digest.ts";
import { formatRecord } from "../checks/listing/submission-record.ts";
import {
  submissionLabels,
  submissionText,
  submissionTitle,
  updateText,
} from "../checks/listing/submission-text.ts";
import { recordOf } from "../checks/listing/record-of-project.ts";
import type { Inspection } from "../checks/connector/inspect.ts";
import type { ChosenProject } from "./chosen-project.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import type { Wanted } from "./submission/decide.ts";
import type { Observation } from "./submission/observation.ts";
import { UserError } from "./user-error.ts";

interface Release {
  readonly chosen: ChosenProject;
  readonly inspection: Inspection;
  readonly tag: string;
  readonly commit: string;
  readonly context: RunContext;
  readonly tools: Tools;
}

/** What a release submits, given what is listed already. */
export function wantedFrom({ chosen, inspection, tag, commit, context, tools }: Release) {
  const { repository, repositoryId, serverUrl } = context;
  const { report } = chosen.result;
  return ({ listed, told }: Pick<Observation, "listed" | "told">): Wanted => {
    const made = recordOf({
      project: chosen.project,
      manifest: chosen.manifest,
      version: chosen.version.text,
      previousVersion: listed?.record?.version ?? null,
      release: { repository, repositoryId, tag, commit },
      inspection,
      report,
      ruleSet: tools.version,
    });
    if (!made.ok) throw new UserError(`Not submitted: ${made.problem}.`);
    const { record } = made;
    const text = formatRecord(record);
    return {
      record,
      text,
      digest: sha256(text),
      title: submissionTitle(record),
      body: submissionText({ record, listed: listed?.record ?? null, report, serverUrl }),
      labels: submissionLabels,
      announcement: updateText(told, record, serverUrl),
    };
  };
}
