import { sha256 } from "../../../checks/digest.ts";
import { createGitHub } from "../../../action/github.ts";
import type { Wanted } from "../../../action/submission/decide.ts";
import { reconcile, type Submitted } from "../../../action/submission/reconcile.ts";
import {
  formatRecord,
  recordPath,
  type SubmissionRecord,
} from "../../../checks/listing/submission-record.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../../support/fake-github.ts";

/** A record of a connector with one action and one trigger. */
export function sampleRecord(version = "1.0.0", changes: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    schemaVersion: 1,
    slug: "helpdesk",
    version,
    previousVersion: null,
    manifest: {
      slug: "helpdesk",
      name: "Helpdesk",
      publisher: "acme",
      summary: "Keeps tickets in step.",
      description: "Create tickets.",
      categories: ["Customer support"],
      support: { email: "support@acme.example" },
      logo: "logo.png",
      changelog: "CHANGELOG.md",
    },
    description: "Create tickets.",
    logo: null,
    release: {
      repository: "acme/helpdesk",
      repositoryId: 7,
      tag: `v${version}`,
      commit: sha256(version).slice(0, 40),
      path: ".",
      file: "connector.rb",
      sha256: sha256(`source ${version}`),
    },
    capabilities: {
      connection: { authorization: "oauth2", fields: 2 },
      actions: {
        create_ticket: { title: "Create ticket", description: null, inputFields: 3, outputFields: 4 },
      },
      triggers: {
        new_ticket: {
          title: "New ticket",
          description: null,
          inputFields: 1,
          outputFields: 4,
          kind: "polling",
        },
      },
    },
    report: { ruleSet: "0.1.0", sha256: sha256("report"), counts: { error: 0, warning: 1, notice: 2 } },
    ...changes,
  };
}

export function wantedOf(record: SubmissionRecord): Wanted {
  const text = formatRecord(record);
  return {
    record,
    text,
    digest: sha256(text),
    title: `Helpdesk ${record.version}`,
    body: `Version ${record.version}.\n`,
    labels: ["submission"],
    announcement: `Now ${record.version}.\n`,
  };
}

export const target = { owner: "programme", repo: "listings" };

export interface Programme {
  readonly github: FakeGitHub;
  readonly listings: FakeRepository;
}

/** A programme with an empty listings repository, which `ann` may read, or write too. */
export async function startProgramme(permission: "read" | "write"): Promise<Programme> {
  const github = await startFakeGitHub();
  const listings = github.repository(`${target.owner}/${target.repo}`);
  github.install(target.owner);
  github.permission(listings, "ann", permission);
  return { github, listings };
}

/** Submits a record the way the action does, without waiting. */
export async function submitRecord(
  github: FakeGitHub,
  token: string,
  record: SubmissionRecord,
): Promise<Submitted> {
  const client = await createGitHub(token, github.url);
  const { slug } = record;
  const want = ({ listed }: { listed: { record: SubmissionRecord | null } | null }) =>
    wantedOf({ ...record, previousVersion: listed?.record?.version ?? null });
  return reconcile(client, { slug, target, token, want }, () => Promise.resolve());
}

/** Everything that people see of the submissions: pull requests, their records, labels and comments. */
export function seen(github: FakeGitHub, listings: FakeRepository) {
  const { git } = github.world;
  const pulls = [...listings.state.tickets.values()].map(({ pull, state, title, body, labels, number }) => {
    const files = git.files(git.commit(pull!.head.sha)?.tree ?? "");
    const blob = files.get(recordPath("helpdesk"))?.sha;
    const text = Buffer.from((blob !== undefined && git.blob(blob)) || "").toString();
    const comments = listings.state.comments
      .filter(({ issue }) => issue === number)
      .map((comment) => comment.body);
    return {
      number,
      state,
      title,
      version: (JSON.parse(text || "{}") as { version?: string }).version,
      body,
      labels,
      comments,
    };
  });
  return {
    pulls,
    branches: [...listings.state.refs.keys()].filter((ref) => ref.startsWith("refs/heads/submit/")),
  };
}

/** Merges a pull request into the listings, as its programme does. */
export async function mergePull(github: FakeGitHub, number: number): Promise<void> {
  const client = github.client(target.owner);
  await client.rest.pulls.merge({ ...target, pull_number: number });
}
