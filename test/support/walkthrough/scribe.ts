import { gateNames } from "../../../app/submission/gate.ts";
import type { FakeGitHub, FakeRepository } from "../fake-github.ts";
import {
  type CheckRun,
  type Comment,
  isPull,
  type PullTicket,
  type Ticket,
  type User,
} from "../fake-github/world.ts";
import { beginning, changedLines, quoted, visible } from "./markdown.ts";
import { createNormaliser } from "./normalise.ts";

/** Writes down what people do, and then what they see. */
export interface Scribe {
  /** Markdown, as it is. */
  tell(text: string): void;
  /** What somebody writes somewhere. */
  says(login: string, place: string, words: string): void;
  /** Writes down what has changed on GitHub since the last look. */
  look(): void;
  text(): string;
}

function nameOf({ login }: User): string {
  return login.slice(0, 1).toUpperCase() + login.slice(1);
}

const faces: Readonly<Record<string, string>> = { "+1": "👍", "-1": "👎", confused: "😕" };

export function createScribe(github: FakeGitHub, repositories: readonly FakeRepository[]): Scribe {
  const normalise = createNormaliser(github);
  const paragraphs: string[] = [];
  const bot = github.world.app.user;
  /** What was seen last, by a name for it. */
  const seen = new Map<string, string>();

  function write(text: string): void {
    paragraphs.push(`${text.trim()}\n`);
  }

  /** Notes what there is now; what there was before, or null at the first time, where it is another. */
  function change(name: string, now: string, usual = ""): { readonly before: string | null } | null {
    const before = seen.get(name) ?? null;
    seen.set(name, now);
    return before === now || (before === null && now === usual) ? null : { before };
  }

  function lookAtTicket(ticket: Ticket, name: string): void {
    const text = `**${ticket.title}**\n\n${visible(ticket.body ?? "")}`;
    const changed = change(`ticket ${name}`, text);
    const isSubmission = isPull(ticket);
    if (!changed || (ticket.author !== bot && !isSubmission)) return;
    const what = isSubmission ? `pull request ${name}` : `issue ${name}`;
    const writer = isSubmission ? `${nameOf(ticket.author)}'s workflow` : "The app";
    if (changed.before === null) write(`${writer} opens the ${what}:\n\n${quoted(beginning(text))}`);
    else write(`The ${what} now says:\n\n${quoted(changedLines(changed.before, text))}`);
  }

  function lookAtComment(comment: Comment, name: string): void {
    const faceless = comment.reactions.filter(({ id }) => change(`reaction ${id}`, "seen"));
    const reactions = faceless.map(({ content }) => faces[content] ?? content).join(" ");
    if (reactions !== "") write(`The app answers ${comment.user.login} with ${reactions}`);
    const text = visible(comment.body);
    const changed = change(`comment ${comment.id}`, text);
    // What people write themselves was told before they did.
    const isWorkflow = comment.user !== bot && text !== comment.body.trim();
    if (!changed || (comment.user !== bot && !isWorkflow)) return;
    const writer = isWorkflow ? `${nameOf(comment.user)}'s workflow` : "The app";
    if (changed.before === null) write(`${writer} comments on ${name}:\n\n${quoted(beginning(text))}`);
    else write(`A comment of the app on ${name} now says:\n\n${quoted(changedLines(changed.before, text))}`);
  }

  function lookAtChecks(runs: readonly CheckRun[], pull: PullTicket, name: string): void {
    const place = (run: CheckRun) => gateNames.findIndex((gate) => gate === run.name);
    const newest = new Map(
      runs.filter(({ headSha }) => headSha === pull.pull.head.sha).map((run) => [run.name, run]),
    );
    const inOrder = [...newest.values()].sort((a, b) => place(a) - place(b));
    const rows = inOrder.flatMap(({ name: check, status, conclusion, title }) => {
      const state = (status === "completed" ? conclusion : status)?.replace("_", " ") ?? "";
      const row = `| ${check} | ${state} | ${title ?? ""} |`;
      return change(`check ${name} ${check}`, row) ? [row] : [];
    });
    if (rows.length === 0) return;
    const rest = newest.size - rows.length;
    const others = rest === 0 ? "" : `\n\nThe other ${rest} are as before.`;
    write(
      `Checks of ${name}:\n\n| Check | State | What it says |\n| :-- | :-- | :-- |\n${rows.join("\n")}${others}`,
    );
  }

  function lookAtState(ticket: Ticket, name: string): void {
    const labels = ticket.labels
      .toSorted()
      .map((label) => `\`${label}\``)
      .join(", ");
    if (change(`labels ${name}`, labels)) write(`Labels of ${name}: ${labels}`);
    if (isPull(ticket)) {
      const { requestedReviewers } = ticket.pull;
      const before = seen.get(`reviewers ${name}`)?.split(" ") ?? [];
      const asked = requestedReviewers.filter((login) => !before.includes(login));
      seen.set(`reviewers ${name}`, requestedReviewers.join(" "));
      if (asked.length > 0) write(`Asked for a review of ${name}: ${asked.join(", ")}`);
    }
    const state = isPull(ticket) && ticket.pull.mergedAt !== null ? "merged" : ticket.state;
    if (change(`state ${name}`, state, "open")) write(`${name} is **${state}**.`);
  }

  return {
    tell: write,
    says: (login, place, words) => write(`**${login}** writes on ${place}:\n\n${quoted(words)}`),
    look() {
      for (const { owner, repo, state } of repositories) {
        for (const ticket of state.tickets.values()) {
          const name = `${owner}/${repo}#${ticket.number}`;
          lookAtTicket(ticket, name);
          const comments = state.comments.filter(({ issue }) => issue === ticket.number);
          for (const comment of comments) lookAtComment(comment, name);
          if (isPull(ticket)) lookAtChecks(state.checkRuns, ticket, name);
          lookAtState(ticket, name);
        }
      }
    },
    text: () => normalise(paragraphs.join("\n")),
  };
}
