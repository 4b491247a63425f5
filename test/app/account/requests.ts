import { createReconcile, type ReconcileOutcome } from "../../../app/reconcile/reconcile.ts";
import type { Subject } from "../../../app/subjects/subject.ts";
import { fakeChecker, fakeRules } from "../../support/fake-checker.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../../support/fake-github.ts";
import type { Comment, Ticket } from "../../support/fake-github/world.ts";

/** The fields of the issue form, as GitHub renders them. */
export interface FormFields {
  readonly company?: string;
  readonly name?: string;
  readonly email?: string;
  readonly owner?: string;
  readonly overview?: string;
}

export const email = "ann.secret@tools-of-acme.com";

const complete: Required<FormFields> = {
  company: "Tools of Acme, Inc.",
  name: "Ann Smith",
  email,
  owner: "acme-tools",
  overview:
    "We make tools for people who mend bicycles, and the connector lets them order spare parts from their help desk.",
};

export function formText(fields: FormFields = {}): string {
  const { company, name, email: address, owner, overview } = { ...complete, ...fields };
  return [
    ["Company name", company],
    ["Your name", name],
    ["Work email", address],
    ["GitHub organisation or user", owner],
    ["Overview", overview],
  ]
    .map(([label, value]) => `### ${label}\n\n${value === "" ? "_No response_" : value}`)
    .join("\n\n");
}

export const policyText = `role: listings
accounts: { decided-by: ["@programme/partners", "@zoe"] }
calendar: { holidays: [2026-01-07], time-zone: Europe/Berlin }
`;

/** A listings repository, where the app is installed, with people who decide: `grace` and `henry` of a team, and `zoe`. */
export interface Requests {
  readonly github: FakeGitHub;
  readonly listings: FakeRepository;
  /** Opens a request of `ann` and looks at it. */
  open(fields?: FormFields, author?: string): Promise<Ticket>;
  /** Looks at an issue, and at what follows. */
  look(ticket: Pick<Ticket, "number">): Promise<ReconcileOutcome>;
  /** The same by another process, which knows nothing of the first. */
  lookElsewhere(ticket: Pick<Ticket, "number">): Promise<ReconcileOutcome>;
  /** Somebody comments, and the app looks. */
  say(ticket: Ticket, author: string, body: string): Promise<Comment>;
  /** What time it is for the app. */
  setTime(iso: string): void;
  /** The app's comments, without their hidden first lines. */
  told(ticket: Ticket): readonly string[];
  /** The text of a file on a branch; null where there is none. */
  file(path: string, branch?: string): string | null;
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function startRequests(policy: string = policyText): Promise<Requests> {
  const github = await startFakeGitHub();
  const { id: installationId } = github.install("programme");
  const listings = github.repository("programme/listings", {
    files: { ".github/connector-gate.yml": policy },
  });
  github.team("programme/partners", "grace", "henry");
  github.world.user("acme-tools", "Organization");
  let time = new Date("2026-01-05T10:00:00Z");
  const start = () =>
    createReconcile({
      clientFor: async () => github.client("programme"),
      appId: github.appId,
      checker: fakeChecker(),
      rules: fakeRules(),
      version: "1",
      log: quiet,
      clock: () => time,
    });
  const ours = start();

  async function look({ number }: Pick<Ticket, "number">, reconcile = ours): Promise<ReconcileOutcome> {
    const subject: Subject = { kind: "issue", installationId, owner: "programme", repo: "listings", number };
    const outcome = await reconcile(subject, new AbortController().signal);
    if (outcome.kind === "done")
      for (const next of outcome.follow) if (next.kind === "issue") await look(next);
    return outcome;
  }

  return {
    github,
    listings,
    look: (ticket) => look(ticket),
    lookElsewhere: (ticket) => look(ticket, start()),
    async open(fields, author = "ann") {
      const ticket = listings.openIssue(author, "Developer account: ", formText(fields));
      await look(ticket);
      return ticket;
    },
    async say(ticket, author, body) {
      const comment = listings.comment(ticket, author, body);
      await look(ticket);
      return comment;
    },
    setTime(iso) {
      time = new Date(iso);
    },
    told: ({ number }) =>
      listings.state.comments
        .filter((comment) => comment.issue === number && comment.byApp)
        .map(({ body }) => body.split("\n").slice(1).join("\n")),
    file(path, branch = "main") {
      const sha = listings.state.refs.get(`refs/heads/${branch}`) ?? "";
      const entry = github.world.git.files(github.world.git.commit(sha)?.tree ?? "").get(path);
      return entry ? Buffer.from(github.world.git.blob(entry.sha) ?? []).toString() : null;
    },
  };
}

/** The reactions of the app to a comment. */
export function reactionsTo({ reactions }: Comment): readonly string[] {
  return reactions.map(({ content }) => content);
}
