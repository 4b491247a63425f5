import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Analysis } from "../../app/reconcile/analysis.ts";
import { createReconcile, type Reconcile, type ReconcileOutcome } from "../../app/reconcile/reconcile.ts";
import { subjectKey, type Subject } from "../../app/subjects/subject.ts";
import { subjectsOf } from "../../app/subjects/subjects.ts";
import type { Checker } from "../../checks/checker.ts";
import { type Account, formatAccount } from "../../checks/listing/account.ts";
import { parseManifest } from "../../checks/listing/parse-manifest.ts";
import { parsePolicy, submissionOptions } from "../../checks/listing/policy.ts";
import { recordOf } from "../../checks/listing/record-of-project.ts";
import { formatRecord, recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { submissionBranch, submissionTitle } from "../../checks/listing/submission-text.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import { rules } from "../../checks/rules/index.ts";
import { version as toolVersion } from "../../checks/version.ts";
import { createTestChecker } from "./checker.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "./fake-github.ts";
import type { Changes } from "./fake-github/git.ts";
import type { CheckRun, PullTicket } from "./fake-github/world.ts";

export const slug = "lantern-desk";

export const policyText = `role: listings
reviewers:
  code: ["@programme/code"]
  usability: ["@programme/usability"]
waivers:
  - rules: ["usability/*"]
    by: ["@programme/code"]
listing:
  listed-by: ["@programme/listers"]
`;

export interface Tagged {
  readonly tag: string;
  readonly version: string;
  readonly commit: string;
  readonly files: Changes;
}

export interface SubmitOptions {
  /** What the record claims instead of the truth. */
  readonly lie?: (record: SubmissionRecord) => SubmissionRecord;
  /** The text of the file instead of the record's own. */
  readonly text?: (record: SubmissionRecord) => string;
  readonly path?: string;
  readonly branch?: string;
  readonly base?: string;
  readonly title?: string;
  readonly author?: string;
  readonly previousVersion?: string | null;
  readonly policy?: string;
  /** Further files of the same commit. */
  readonly also?: Changes;
}

/**
 * A programme with its listings repository `programme/listings` and a source `acme/helpdesk`, with the app on both, a
 * policy, an account `lantern-desk` that covers `acme`, and the real checks.
 */
export interface Programme {
  readonly github: FakeGitHub;
  readonly listings: FakeRepository;
  readonly source: FakeRepository;
  readonly reconcile: Reconcile;
  readonly watched: ReadonlySet<string>;
  /** Commits to the source, tags and releases it. */
  release(version: string, changes?: Changes, options?: { readonly publish?: boolean }): Tagged;
  recordOf(tagged: Tagged, options?: SubmitOptions): SubmissionRecord;
  /** Writes the record as the action does, and opens a pull request where there is none. */
  submit(tagged: Tagged, options?: SubmitOptions): PullTicket;
  look(pull: PullTicket): Promise<ReconcileOutcome>;
  /** Looks at what all webhooks so far are about, until nothing is left to do. */
  settle(): Promise<void>;
  gate(pull: PullTicket, name: string): CheckRun;
  /** Each gate's state in a word or two. */
  states(pull: PullTicket): Record<string, string>;
  account(changes?: Partial<Account>): void;
}

const root = fileURLToPath(new URL("../../examples/helpdesk-fixed", import.meta.url));

/** The files of the model connector project. */
export function exampleFiles(folder = root): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.map((path) => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))]),
  );
}

let loading: Promise<Checker> | undefined;

function loadChecker(): Promise<Checker> {
  return (loading ??= createTestChecker());
}

/** The real checks, without threads. */
export function toAnalysis(checker: Checker): Analysis {
  return {
    check: (project, options) => checker.check(project, options),
    isConnector: (source) => checker.isConnector(source),
    names: () => null,
    inspect: ({ file, source }) => checker.inspect(file, source),
  };
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function startProgramme(
  options: {
    readonly policy?: string;
    readonly sourceIsPrivate?: boolean;
    readonly install?: boolean;
    readonly clock?: () => Date;
  } = {},
): Promise<Programme> {
  const checker = await loadChecker();
  const github = await startFakeGitHub();
  github.install("programme");
  if (options.install !== false) github.install("acme");
  const listings = github.repository("programme/listings", {
    files: { ".github/connector-gate.yml": options.policy ?? policyText, "README.md": "# Listings\n" },
  });
  const source = github.repository("acme/helpdesk", {
    files: exampleFiles(),
    private: options.sourceIsPrivate ?? false,
  });
  github.permission(listings, "ann", "write");
  github.permission(source, "ann", "write");
  github.team("programme/code", "cora");
  github.team("programme/usability", "uma");
  github.team("programme/listers", "lisa");
  const watched = new Set<string>();
  const reconcile = createReconcile({
    clientFor: async (id) => github.client(github.world.installations.get(id)?.account.login ?? ""),
    asApp: async () => github.appClient(),
    watched: {
      watch: async (key) => void watched.add(key),
      unwatch: async (key) => void watched.delete(key),
    },
    appId: github.appId,
    checker: toAnalysis(checker),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    version: toolVersion,
    log: quiet,
    clock: options.clock ?? (() => new Date("2026-01-05T10:00:00Z")),
  });
  let handled = 0;

  async function run(subject: Subject): Promise<ReconcileOutcome> {
    const outcome = await reconcile(subject, new AbortController().signal);
    if (outcome.kind === "done") for (const next of outcome.follow) await run(next);
    return outcome;
  }

  const programme: Programme = {
    github,
    listings,
    source,
    reconcile,
    watched,
    release(version, changes = {}, { publish = true } = {}) {
      const tag = `v${version}`;
      const commit = source.commit("main", {
        "CHANGELOG.md": `# Changelog\n\n## ${version}\n\nBetter.\n`,
        ...changes,
      });
      source.tag(tag, commit, { annotated: true });
      if (publish) source.release(tag);
      return { tag, version, commit, files: changes };
    },
    recordOf(tagged, { previousVersion, policy = policyText } = {}) {
      const project = projectAt(github, tagged.commit);
      const manifest = parseManifest(project.files?.get("listing.yml")?.bytes ?? new Uint8Array());
      const parsed = parsePolicy(new TextEncoder().encode(policy));
      const inspection = checker.inspect(project.file, project.source);
      if (!manifest.ok || !parsed.ok || !inspection) throw new Error("the example cannot be submitted");
      const made = recordOf({
        project,
        manifest: manifest.manifest,
        version: tagged.version,
        previousVersion: previousVersion ?? null,
        release: {
          repository: `${source.owner}/${source.repo}`,
          repositoryId: source.state.id,
          tag: tagged.tag,
          commit: tagged.commit,
        },
        inspection,
        report: checker.check(project, submissionOptions(parsed.value, rules, [])).report,
        ruleSet: toolVersion,
      });
      if (!made.ok) throw new Error(made.problem);
      return made.record;
    },
    submit(tagged, given = {}) {
      const { lie = (record) => record, author = "ann", also = {} } = given;
      const record = lie(programme.recordOf(tagged, given));
      const branch = given.branch ?? submissionBranch(slug);
      const text = given.text?.(record) ?? formatRecord(record);
      listings.commit(
        branch,
        { [given.path ?? recordPath(slug)]: text, ...also },
        { from: given.base ?? "main", author },
      );
      const title = given.title ?? submissionTitle(record);
      const open = [...listings.state.tickets.values()].find(
        ({ pull, state }) => state === "open" && pull?.head.ref === branch,
      ) as PullTicket | undefined;
      if (!open) return listings.openPull({ head: branch, base: given.base ?? "main", author, title });
      open.title = title;
      return open;
    },
    look(pull) {
      const id = [...github.world.installations.values()].find(
        ({ account }) => account.login === "programme",
      )?.id;
      return run({
        kind: "pull-request",
        installationId: id ?? 0,
        owner: "programme",
        repo: "listings",
        number: pull.number,
      });
    },
    async settle() {
      for (; handled < github.webhooks.deliveries.length; handled++) {
        const delivery = github.webhooks.deliveries[handled];
        const subjects = subjectsOf(delivery?.event ?? "", JSON.parse(delivery?.body ?? "{}"));
        const once = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
        for (const subject of once.values()) await run(subject);
      }
    },
    gate(pull, name) {
      const found = listings.checkRun(pull.pull.head.sha, name);
      if (!found) throw new Error(`there is no check run ${name}`);
      return found;
    },
    states(pull) {
      const runs = listings.state.checkRuns.filter(({ headSha }) => headSha === pull.pull.head.sha);
      return Object.fromEntries(
        runs.map((found) => [found.name, found.status === "completed" ? String(found.conclusion) : "open"]),
      );
    },
    account(changes = {}) {
      const account: Account = {
        slug,
        company: "Lantern Desk",
        owners: [{ login: "acme", id: source.state.owner.id, type: "Organization" }],
        approved: { by: "lisa", at: "2026-01-05", issue: 1 },
        ...changes,
      };
      listings.commit("main", { [`accounts/${slug}.yml`]: formatAccount(account) });
    },
  };
  programme.account();
  return programme;
}

/** The project at a commit, as a checkout has it. */
function projectAt({ world }: FakeGitHub, commit: string): ConnectorProject {
  const tree = world.git.files(world.git.commit(commit)?.tree ?? "");
  const files = new Map(
    [...tree].map(([path, { sha }]) => {
      const bytes = new Uint8Array(world.git.blob(sha) ?? []);
      return [path, { size: bytes.length, bytes }] as const;
    }),
  );
  const source = files.get("connector.rb")?.bytes ?? new Uint8Array();
  return { path: ".", file: "connector.rb", source, files };
}
