import { createReconcile, type Reconcile, type ReconcileOutcome } from "../../app/reconcile/reconcile.ts";
import { subjectsOf } from "../../app/subjects/subjects.ts";
import type { Subject } from "../../app/subjects/subject.ts";
import { fakeChecker, fakeRules } from "./fake-checker.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "./fake-github.ts";

/** A reconciler with fake checks against a fake GitHub, where the app is installed on `acme`. */
export interface Reconciler {
  readonly github: FakeGitHub;
  /** The repository `acme/shop`, whose default branch has a connector. */
  readonly shop: FakeRepository;
  /** Looks at one pull request of the shop. */
  run(number: number): Promise<ReconcileOutcome>;
  /** Looks at what the newest webhook is about. */
  runNewest(): Promise<readonly ReconcileOutcome[]>;
  /** Looks at subjects, and at what they lead to. */
  runSubjects(subjects: readonly Subject[]): Promise<readonly ReconcileOutcome[]>;
  /** Looks at what any webhook so far is about, until nothing is left to do. */
  runAll(): Promise<void>;
  readonly reconcile: Reconcile;
}

export interface ReconcilerOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly rules?: readonly string[];
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function startReconciler({ files = {}, rules = [] }: ReconcilerOptions): Promise<Reconciler> {
  const github = await startFakeGitHub();
  const { id: installationId } = github.install("acme");
  const shop = github.repository("acme/shop", { files });
  const reconcile = createReconcile({
    clientFor: async () => github.client("acme"),
    appId: github.appId,
    checker: fakeChecker(),
    rules: fakeRules(...rules),
    version: "1",
    log: quiet,
    clock: () => new Date("2026-01-05T10:00:00Z"),
  });
  const start = (subject: Subject) => reconcile(subject, new AbortController().signal);
  let handled = 0;

  async function runSubjects(subjects: readonly Subject[]): Promise<ReconcileOutcome[]> {
    const outcomes: ReconcileOutcome[] = [];
    for (const subject of subjects) {
      const outcome = await start(subject);
      outcomes.push(outcome);
      if (outcome.kind === "done") await runSubjects(outcome.follow);
    }
    return outcomes;
  }

  return {
    github,
    shop,
    reconcile,
    runSubjects,
    run: (number) => start({ kind: "pull-request", installationId, owner: "acme", repo: "shop", number }),
    async runNewest() {
      const delivery = github.webhooks.deliveries.at(-1);
      return runSubjects(subjectsOf(delivery?.event ?? "", JSON.parse(delivery?.body ?? "{}")));
    },
    async runAll() {
      for (; handled < github.webhooks.deliveries.length; handled++) {
        const delivery = github.webhooks.deliveries[handled];
        await runSubjects(subjectsOf(delivery?.event ?? "", JSON.parse(delivery?.body ?? "{}")));
      }
    },
  };
}
