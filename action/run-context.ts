import { readFileSync } from "node:fs";

import { z } from "zod";

import { isCommit, isRepositoryName } from "../checks/listing/slug.ts";
import { UserError } from "./user-error.ts";

/** What the runner tells about the run: https://docs.github.com/actions/reference/variables-reference */
export interface RunContext {
  readonly eventName: string;
  readonly event: Event;
  /** Such as `refs/tags/v1.2.0`. */
  readonly ref: string;
  readonly sha: string;
  readonly repository: string;
  readonly repositoryId: number;
  readonly workspace: string;
  /** Emptied by the runner before and after each job. */
  readonly temporaryFolder: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
}

/** The few fields of an event that decide something. */
const Event = z.object({
  action: z.string().optional(),
  deleted: z.boolean().optional(),
  repository: z.object({ fork: z.boolean().optional() }).optional(),
  release: z.object({ tag_name: z.string(), draft: z.boolean().optional() }).optional(),
});
type Event = z.output<typeof Event>;

const Environment = z.object({
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_EVENT_PATH: z.string().optional(),
  GITHUB_REF: z.string().default(""),
  GITHUB_SHA: z.string().refine(isCommit),
  GITHUB_REPOSITORY: z.string().refine(isRepositoryName),
  GITHUB_REPOSITORY_ID: z.coerce.number().int().positive(),
  GITHUB_WORKSPACE: z.string().min(1),
  RUNNER_TEMP: z.string().min(1),
  GITHUB_SERVER_URL: z.url().default("https://github.com"),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
});

export function readRunContext(environment: NodeJS.ProcessEnv): RunContext {
  const result = Environment.safeParse(environment);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new UserError(
      `The variable ${name} is missing or wrong; this action runs in a GitHub Actions workflow.`,
    );
  }
  const known = result.data;
  return {
    eventName: known.GITHUB_EVENT_NAME,
    event: readEvent(known.GITHUB_EVENT_PATH),
    ref: known.GITHUB_REF,
    sha: known.GITHUB_SHA,
    repository: known.GITHUB_REPOSITORY,
    repositoryId: known.GITHUB_REPOSITORY_ID,
    workspace: known.GITHUB_WORKSPACE,
    temporaryFolder: known.RUNNER_TEMP,
    serverUrl: known.GITHUB_SERVER_URL.replace(/\/+$/, ""),
    apiUrl: known.GITHUB_API_URL.replace(/\/+$/, ""),
  };
}

function readEvent(path: string | undefined): Event {
  if (path === undefined || path === "") return {};
  try {
    return Event.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UserError(`The event that GITHUB_EVENT_PATH names can't be read.`, [], { cause: error });
  }
}
