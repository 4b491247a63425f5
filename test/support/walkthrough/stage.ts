import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gateNames } from "../../../app/submission/gate.ts";
import { type ActionRun, startJob } from "../action-process.ts";
import { appEnvironment, startAppProcess } from "../app-process.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../fake-github.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The reviewers and others of the programme, by their teams. */
const teams = {
  "code-reviewers": "rae",
  "usability-reviewers": "uma",
  partners: "pat",
  listings: "lee",
} as const;

/** A programme, a company and the app between them. */
export interface Stage extends AsyncDisposable {
  readonly github: FakeGitHub;
  /** The programme's listings repository, as the model has it, without any account or listing. */
  readonly listings: FakeRepository;
  /** The company's connector repository. */
  readonly source: FakeRepository;
  /** Commits to the source, tags and releases it, and runs the action as its workflow would. */
  release(tag: string, changes: Readonly<Record<string, string>>, message: string): Promise<ActionRun>;
  /** Waits until the app has nothing left to do. */
  settle(): Promise<void>;
}

/** `program` is the app's; the one of the walkthrough has a clock of its own. */
export async function openStage(program = "test/support/walkthrough/app.ts"): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "gate-walkthrough-"));
  const github = await startFakeGitHub();
  const model = filesOf("examples/listings", /^(?:\.github\/|README)/);
  const listings = github.repository("programme/listings", { files: model });
  const connector = filesOf("examples/helpdesk-fixed");
  const source = github.repository("lantern-desk/workato-connector", { files: connector });
  const required = gateNames.map((name) => ({ name, appId: github.appId }));
  listings.state.requiredChecks.set("main", required);
  github.install("programme");
  github.install("lantern-desk");
  github.permission(source, "ann", "write");
  for (const [team, login] of Object.entries(teams)) github.team(`programme/${team}`, login);
  const app = await startAppProcess(
    { ...appEnvironment(github, join(folder, "queue.sqlite")), APP_STARTS_AT: "2026-01-05T10:00:00Z" },
    program,
  );
  github.webhooks.target = app.webhookUrl;
  await app.logged((line) => line.msg === "swept" && line["sweep"] === "open-subjects");
  const job = await startJob();
  await job.copy("examples/helpdesk-fixed", ".");

  return {
    github,
    listings,
    source,
    async release(tag, changes, message) {
      const sha = source.commit("main", changes, { author: "ann", message });
      source.tag(tag, sha);
      source.release(tag);
      const payload = { action: "published", release: { tag_name: tag, draft: false } };
      await job.write({
        ...changes,
        ".git/HEAD": `${sha}\n`,
        "../event.json": JSON.stringify({ ...payload, repository: { fork: false } }),
      });
      return job.run(
        {
          mode: "submit",
          "listings-repository": "programme/listings",
          "listings-token": github.token("ann"),
          "github-token": github.token("job"),
        },
        {
          GITHUB_API_URL: github.url,
          GITHUB_SERVER_URL: "https://github.example",
          GITHUB_REPOSITORY: "lantern-desk/workato-connector",
          GITHUB_REPOSITORY_ID: String(source.state.id),
          GITHUB_EVENT_PATH: join(job.workspace, "../event.json"),
          GITHUB_EVENT_NAME: "release",
          GITHUB_REF: `refs/tags/${tag}`,
          GITHUB_SHA: sha,
        },
      );
    },
    async settle() {
      // Twice, since what the app writes comes back to it as webhooks.
      for (let idle = 0; idle < 2; idle = (await isIdle()) ? idle + 1 : 0) {
        await github.webhooks.settle();
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async [Symbol.asyncDispose]() {
      await app.stop();
      await job[Symbol.asyncDispose]();
      await github.close();
      await rm(folder, { recursive: true });
    },
  };

  async function isIdle(): Promise<boolean> {
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    const subjects = [...metrics.matchAll(/^connector_gate_queue_subjects\{state="(\w+)"\} (\d+)$/gm)];
    if (subjects.some(([, state, count]) => state === "dead" && count !== "0"))
      throw new Error(`the app gave up: ${app.log.map((line) => JSON.stringify(line)).join("\n")}`);
    return subjects.length > 0 && subjects.every(([, , count]) => count === "0");
  }
}

/** The files of a folder of this repository, by their path in it. */
function filesOf(path: string, only = /./): Record<string, Uint8Array> {
  const folder = join(root, path);
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(folder.length + 1);
    if (entry.isFile() && only.test(name)) files[name] = readFileSync(file);
  }
  return files;
}

/** All files of a branch, as a checkout has them. */
export function checkoutOf(github: FakeGitHub, { state }: FakeRepository): Record<string, Uint8Array> {
  const { git } = github.world;
  const tree = git.commit(state.refs.get(`refs/heads/${state.defaultBranch}`) ?? "")?.tree ?? "";
  const files = [...git.files(tree)].map(([path, { sha }]) => [path, git.blob(sha) ?? new Uint8Array()]);
  return Object.fromEntries(files) as Record<string, Uint8Array>;
}
