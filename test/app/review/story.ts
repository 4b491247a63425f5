import type { RuleCatalogue } from "../../../checks/engine/rule-info.ts";
import type { Inspection } from "../../../checks/connector/inspect.ts";
import { type ListingsPolicy, parseListingsPolicy } from "../../../checks/listing/listings-policy.ts";
import type { SubmissionRecord } from "../../../checks/listing/submission-record.ts";
import { type EndedRun, hadPassed } from "../../../app/github/check-history.ts";
import type { Comment } from "../../../app/github/comments.ts";
import type { MergeOutcome } from "../../../app/github/merges.ts";
import type { Review, ReviewState as GitHubState } from "../../../app/github/pull-reviews.ts";
import { applyReview, type ReviewPorts } from "../../../app/review/apply.ts";
import { decideReview, type DesiredReview } from "../../../app/review/decide.ts";
import { foldReview, type ReviewState } from "../../../app/review/fold.ts";
import { automaticGateNames, type Gate, type GateName } from "../../../app/submission/gate.ts";
import type { SubmissionObservation } from "../../../app/submission/observation.ts";
import { sampleRecord } from "../../action/submission/submissions.ts";
import { fakeRules, projectReport, reportFinding } from "../../support/fake-checker.ts";
import { faulty, type PlannedFault } from "./faulty.ts";

export const rules: RuleCatalogue = fakeRules("usability/field-hint", "usability/label", "security/eval");

const policyText = `role: listings
reviewers:
  code: ["@programme/code"]
  usability: ["@programme/usability"]
waivers:
  - rules: ["usability/*"]
    by: ["@programme/usability"]
listing:
  listed-by: ["@lisa"]
calendar:
  holidays: ["2026-12-25"]
  time-zone: Europe/Berlin
  review-days: 3
`;

export function policyOf(text = policyText): ListingsPolicy {
  const parsed = parseListingsPolicy(Buffer.from(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Look {
  readonly observation: SubmissionObservation;
  readonly state: ReviewState;
  readonly desired: DesiredReview;
  /** What was written, such as `comment` or `merge`, in order. */
  readonly writes: readonly string[];
}

/** A submission in the hands of people, with as much of GitHub around it as the review sees. */
export interface Story {
  readonly teams: Map<string, Set<string>>;
  readonly insiders: Set<string>;
  unreadableTeams: readonly string[];
  readonly comments: readonly Comment[];
  /** Whether anybody but the app touched its status comment. */
  isStatusTouched: boolean;
  /** Those that were deleted among them. */
  readonly ever: readonly Comment[];
  readonly reviews: readonly Review[];
  readonly labels: readonly string[];
  readonly requested: readonly string[];
  readonly files: Map<string, string>;
  pull: Mutable<SubmissionObservation["pull"]>;
  policy: ListingsPolicy;
  now: Date;
  gates: Partial<Record<GateName, Gate["state"]>>;
  authorInformed: boolean;
  inspection: Inspection | null;
  findings: readonly string[];
  record: SubmissionRecord | null;
  listed: SubmissionRecord | null;
  mergeOutcome: MergeOutcome;
  loads: Map<string, number>;
  fault: PlannedFault;
  /** Logins that GitHub does not take as reviewers. */
  strangers: Set<string>;
  say(author: string, body: string): Comment;
  edit(comment: Comment, body?: string): void;
  delete(comment: Comment): void;
  review(
    author: string,
    state: GitHubState,
    options?: { readonly commit?: string; readonly body?: string },
  ): Review;
  dismiss(review: Review): void;
  /** A new head: with another connector, unless it is named. */
  push(connector?: string, version?: string): string;
  /** What the app sees now. */
  observe(): SubmissionObservation;
  /** Lets the app look, and look again as long as it asks for it. */
  look(): Promise<Look>;
  /** The comments of the app whose body holds a text. */
  said(text: string): readonly Comment[];
}

let lastSha = 0;

export function createStory(): Story {
  let id = 100;
  const comments: Mutable<Comment>[] = [];
  const ever: Comment[] = [];
  const reviews: Mutable<Review>[] = [];
  const labels: string[] = [];
  const requested: string[] = [];
  const files = new Map<string, string>();
  const digests = new Map<string, string>();
  const texts = new Map<string, string>();
  /** When our check runs on a head started. */
  const started = new Map<string, number>();
  /** How `Submission` ended on each head. */
  const history = new Map<string, EndedRun[]>();

  const seconds = () => Math.floor(story.now.getTime() / 1000);
  const tick = () => (story.now = new Date(story.now.getTime() + 10_000));
  const find = (wanted: number) => comments.find((comment) => comment.id === wanted);

  function write(author: string, body: string, isApp: boolean): Mutable<Comment> {
    tick();
    const comment: Mutable<Comment> = {
      id: ++id,
      nodeId: `IC_${id}`,
      author,
      isOurs: isApp,
      isBot: isApp,
      isEdited: false,
      createdAt: seconds(),
      updatedAt: seconds(),
      body,
      answers: 0,
    };
    comments.push(comment);
    ever.push(comment);
    return comment;
  }

  function touch({ isOurs, body }: Comment): void {
    if (isOurs && body.startsWith("<!-- connector-gate:status")) story.isStatusTouched = true;
  }

  function check(): void {
    const { headSha } = story.pull;
    if (!started.has(headSha)) started.set(headSha, seconds());
    const runs = history.get(headSha) ?? [];
    const state = story.gates.Submission ?? "pass";
    const hasPassed = state === "pass";
    if (state !== "waiting" && runs.at(-1)?.hasPassed !== hasPassed) {
      history.set(headSha, [...runs, { hasPassed, completedAt: seconds() }]);
    }
  }

  function portsOf(writes: string[]): ReviewPorts {
    const note = (what: string) => void writes.push(what);
    return {
      comments: {
        async create(_, body) {
          note("comment");
          write("connector-gate[bot]", body, true);
        },
        async update(wanted, body) {
          note("edit");
          tick();
          Object.assign(find(wanted) ?? {}, { body, isEdited: true });
        },
        async react(wanted) {
          note("react");
          const comment = find(wanted);
          if (comment) comment.answers++;
        },
      },
      labels: {
        async add(_, { name }) {
          note(`+${name}`);
          labels.push(name);
        },
        async remove(_, name) {
          note(`-${name}`);
          labels.splice(labels.indexOf(name), 1);
        },
      },
      requests: {
        async request(_, login) {
          note(`request ${login}`);
          if (story.strangers.has(login)) return false;
          requested.push(login);
          return true;
        },
        async withdraw(_, logins) {
          note(`withdraw ${logins.join()}`);
          for (const login of logins) requested.splice(requested.indexOf(login), 1);
        },
        loads: async () => story.loads,
      },
      merges: {
        async merge() {
          note("merge");
          if (story.mergeOutcome.kind === "merged") {
            Object.assign(story.pull, { isMerged: true, isOpen: false });
            story.listed = story.record;
          }
          return story.mergeOutcome;
        },
        async close() {
          note("close");
          story.pull.isOpen = false;
        },
      },
      files: {
        async find(path) {
          const text = files.get(path);
          return text === undefined ? null : { sha: "f", bytes: Buffer.from(text) };
        },
      },
      commits: {
        async commit(commit) {
          note(`commit ${commit.branch}`);
          for (const { path, bytes } of commit.files) files.set(path, Buffer.from(bytes).toString());
          for (const path of commit.removed ?? []) files.delete(path);
          if (commit.branch === story.pull.headRef) story.push(story.record?.release.sha256);
          return { sha: story.pull.headSha };
        },
      },
      branches: {
        defaultBranch: async () => ({ name: "main", sha: "b".repeat(40) }),
        find: async (name) => ({ name, sha: "b".repeat(40) }),
        folder: async () => [{ name: "listing.json", sha: "f" }],
        async point(name) {
          note(`branch ${name}`);
        },
        pullFrom: async () => null,
        async propose({ head }) {
          note(`propose ${head}`);
          return { number: 9, url: "https://github.example/programme/listings/pull/9" };
        },
      },
    };
  }

  const story: Story = {
    teams: new Map([
      ["@programme/code", new Set(["cora", "carl"])],
      ["@programme/usability", new Set(["uma", "ugo"])],
      ["@lisa", new Set(["lisa"])],
    ]),
    insiders: new Set(["ann"]),
    unreadableTeams: [],
    comments,
    ever,
    reviews,
    labels,
    requested,
    files,
    policy: policyOf(),
    // A Monday.
    now: new Date("2026-11-23T09:00:00Z"),
    gates: {},
    authorInformed: true,
    inspection: null,
    findings: ["usability/field-hint"],
    record: sampleRecord("1.2.0"),
    listed: null,
    mergeOutcome: { kind: "merged" },
    loads: new Map(),
    strangers: new Set(),
    fault: null,
    isStatusTouched: false,
    pull: {
      number: 5,
      url: "https://github.example/programme/listings/pull/5",
      title: "Helpdesk 1.2.0",
      isOpen: true,
      isMerged: false,
      isDraft: false,
      author: "ann",
      createdAt: 0,
      labels,
      assignees: [],
      requestedReviewers: requested,
      headSha: "",
      headRef: "submit/helpdesk",
      headRepository: { owner: "programme", repo: "listings" },
      isFork: false,
      baseSha: "b".repeat(40),
      baseRef: "main",
      defaultBranch: "main",
    },
    say: (author, body) => write(author, body, false),
    edit(comment, body = `${comment.body} `) {
      tick();
      touch(comment);
      Object.assign(comment, { body, isEdited: true, updatedAt: seconds() });
    },
    delete(comment) {
      touch(comment);
      comments.splice(comments.indexOf(comment), 1);
    },
    review(author, state, { commit = story.pull.headSha, body = "" } = {}) {
      tick();
      const at = requested.indexOf(author);
      if (at >= 0) requested.splice(at, 1);
      const url = `${story.pull.url}#pullrequestreview-${++id}`;
      const review: Mutable<Review> = { id, author, state, commit, submittedAt: seconds(), body, url };
      reviews.push(review);
      return review;
    },
    dismiss: (review) => void Object.assign(review, { state: "dismissed" }),
    push(connector, version) {
      tick();
      const sha = (++lastSha).toString(16).padStart(40, "0");
      const digest = connector ?? (++lastSha).toString(16).padStart(64, "d");
      story.pull.headSha = sha;
      digests.set(sha, digest);
      const before = story.record ?? sampleRecord("1.2.0");
      story.record = {
        ...before,
        version: version ?? before.version,
        release: { ...before.release, sha256: digest },
      };
      return sha;
    },
    observe() {
      const { pull, record } = story;
      const began = started.get(pull.headSha);
      if (record) texts.set(pull.headSha, JSON.stringify([record.manifest, record.description, record.logo]));
      return {
        repository: { owner: "programme", repo: "listings" },
        pull: { ...pull, labels: [...labels], requestedReviewers: [...requested] },
        policy: story.policy,
        record,
        listed: story.listed,
        account: null,
        digest: record?.release.sha256 ?? null,
        digestAt: (commit) => digests.get(commit) ?? null,
        textAt: (commit) => texts.get(commit) ?? null,
        hadPassed: (commit, at) => hadPassed(history.get(commit) ?? [], at),
        members: new Map([...story.teams].map(([name, logins]) => [name, new Set(logins)])),
        unreadableTeams: story.unreadableTeams,
        insiders: new Set(story.insiders),
        comments: comments.map((comment) => ({ ...comment })),
        reviews: reviews.map((review) => ({ ...review })),
        reviewComments: [],
        runs:
          began === undefined
            ? []
            : [
                {
                  id: 1,
                  name: "Submission",
                  externalId: "",
                  isCompleted: true,
                  annotationCount: 0,
                  startedAt: began,
                },
              ],
        report: projectReport(story.findings.map((ruleId) => reportFinding({ ruleId }))),
        inspection: story.inspection,
        now: story.now,
      };
    },
    async look() {
      const writes: string[] = [];
      for (let round = 0; ; round++) {
        tick();
        const observation = story.observe();
        const state = foldReview(observation, rules);
        const automatic = story.pull.isOpen ? automaticGates(story.gates) : [];
        const desired = decideReview(observation, state, automatic, {
          rules,
          authorInformed: story.authorInformed,
        });
        if (story.pull.isOpen) check();
        const { again } = await applyReview(observation, desired, faulty(portsOf(writes), story));
        if (!again) return { observation, state, desired, writes };
        if (round > 5) throw new Error("the app asks to look again for ever");
      }
    },
    said: (text) => comments.filter(({ isOurs, body }) => isOurs && body.includes(text)),
  };
  story.push();
  return story;
}

export function automaticGates(states: Story["gates"]): readonly Gate[] {
  return automaticGateNames.map((name) => {
    const state = states[name] ?? "pass";
    return { name, state, title: `${name}: ${state}`, summary: "", annotations: [] };
  });
}

/** The state of the two gates that are for people. */
export function reviewStates({
  desired,
}: Look): Readonly<Record<"code" | "usability", Gate["state"] | undefined>> {
  const state = (name: GateName) => desired.gates.find((gate) => gate.name === name)?.state;
  return { code: state("Code review"), usability: state("Usability review") };
}

/** Both sides tick and sign off. */
export async function signOff(story: Story): Promise<Look> {
  story.say("cora", "/check all\n/approve code");
  story.say("uma", "/check all\n/approve usability");
  return story.look();
}
