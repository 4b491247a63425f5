import { formatDue } from "../calendar/working-days.ts";
import { waiversPath } from "../../checks/listing/listing-waivers.ts";
import { markdownCode } from "../../checks/report/escape.ts";
import { maxCommentLength } from "../github/comments.ts";
import { automaticGateNames, type Gate } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { type Clock, waitingSides } from "./clock.ts";
import type { RequestedChanges, ReviewState } from "./fold.ts";
import { formatMemory, type Memory } from "./memory.ts";
import { busyWith } from "./reviewers.ts";
import { policyNames } from "./roles.ts";
import { sideNames } from "./side.ts";
import type { Stage } from "./stage.ts";
import { fitBlocks, inline, quote } from "./text.ts";
import { areTextsSeen } from "./texts-seen.ts";
import { called, listed, named } from "./words.ts";

export interface StatusParts {
  readonly observation: SubmissionObservation;
  readonly state: ReviewState;
  /** None once the submission is closed. */
  readonly gates: readonly Gate[];
  readonly stage: Stage;
  readonly clock: Clock;
  readonly memory: Memory;
  /** Whether the author is told in their own repository. */
  readonly authorInformed: boolean;
  /** Why GitHub did not merge what may be listed; null where it did, or was not asked. */
  readonly mergeRefusal: string | null;
  /** Whether GitHub did not let the app write beside the listing what was set aside. */
  readonly areWaiversRefused: boolean;
}

const icons = { pass: "✅", fail: "❌", waiting: "⏳" } as const;
const maxRequests = 30;
const maxNotes = 5;

/** The one comment that says where a submission is, edited in place. */
export function statusBody(parts: StatusParts): string {
  const { observation, gates, memory } = parts;
  const blocks = [
    `${formatMemory(memory)}\n`,
    `${headline(parts)}\n\n`,
    ...(gates.length === 0 ? [] : [gateTable(observation, gates)]),
    ...mergeBlock(parts),
    ...authorBlock(parts),
    ...requestBlocks(parts),
    ...waiverBlock(parts),
    ...unreadableBlock(observation),
    "`/help` lists what can be done here.\n",
  ];
  return fitBlocks(blocks, maxCommentLength - 1000, "\n*More did not fit here; the checks have it.*\n");
}

function mergeBlock({ mergeRefusal }: StatusParts): readonly string[] {
  if (mergeRefusal === null) return [];
  return [
    `> [!WARNING]\n> It is to be listed, and GitHub does not merge it: ${inline(mergeRefusal, 500)} The app tries again by itself.\n\n`,
  ];
}

function headline(parts: StatusParts): string {
  const { observation, state, stage } = parts;
  const { record, listed: known, pull, policy } = observation;
  const version = record === null ? "" : ` ${markdownCode(`${record.slug} ${record.version}`)}`;
  switch (stage) {
    case "listed":
      return `### 🎉 Listed\n\n${version.trim()} is in the catalogue.`;
    case "withdrawn":
      return pull.isMerged
        ? "### Withdrawn\n\nThis connector is not listed any more."
        : `### Withdrawn\n\nThis submission was closed without being listed${known ? `; version ${known.version} stays listed` : ""}. A new release opens a new one.`;
    case "on hold":
      return `### On hold:${version}\n\n${state.hold ? holdText(state.hold) : ""}`;
    case "needs author":
      return `### Waits for the author:${version}\n\n${authorTasks(parts)}`;
    case "checking":
      return `### Checking${version}\n\nThe checks of this release are running.`;
    case "approved":
      return `### Approved:${version}\n\n${
        policy.listing.automatic && areTextsSeen(observation, state)
          ? "Every gate is green, so it is listed now."
          : `Every gate is green. ${policyNames(policy.listing["listed-by"])} can \`/list\` it.${policy.listing.automatic ? " It is not listed unasked, since its texts changed after usability was signed off; a new approval by a reviewer of usability will do as well." : ""}`
      }`;
    case "in review":
      return `### In review:${version}\n\n${reviewTasks(parts)}`;
  }
}

function holdText({ by, reason }: NonNullable<ReviewState["hold"]>): string {
  const why = reason === "" ? "" : `: ${inline(reason, 500)}`;
  return `${named(by)} put it on hold${why}. Nothing is listed and no clock runs until \`/unhold\`.`;
}

function authorTasks({ observation, gates }: StatusParts): string {
  if (observation.pull.isDraft) return "This is a draft. Mark it as ready for review.";
  const failed = gates.filter(({ state }) => state === "fail").map(({ name }) => name);
  const checks = failed.filter((name) => automaticGateNames.includes(name)).map((name) => `*${name}*`);
  const reviews = failed.filter((name) => !automaticGateNames.includes(name)).map((name) => `*${name}*`);
  const sentences = [
    ...(checks.length > 0
      ? [`To mend: ${listed(checks)}. Each check says what is wrong and what to do.`]
      : []),
    ...(reviews.length > 0 ? [`Reviewers ask for changes, quoted below: ${listed(reviews)}.`] : []),
    "A newer release updates this submission, and answers what was asked for.",
  ];
  return sentences.join(" ");
}

function reviewTasks({ observation, state, clock }: StatusParts): string {
  const until = clock.due === null ? "" : ` until **${formatDue(clock.due, observation.policy.calendar)}**`;
  const overdue = clock.isOverdue ? ", which has passed" : "";
  const lines = waitingSides(state).map((side) => {
    const busy = busyWith(side, observation, state);
    const who = busy.length > 0 ? listed(busy.map(named)) : policyNames(observation.policy.reviewers[side]);
    const { missing, notes } = state.sides[side];
    const sentences = [...missing, ...notes.slice(0, maxNotes)].map((sentence) => ` ${sentence}`).join("");
    return `- *${sideNames[side]}*: waits for ${who}${until}${overdue}.${sentences}`;
  });
  return lines.join("\n");
}

function gateTable({ pull }: SubmissionObservation, gates: readonly Gate[]): string {
  const rows = gates.map(
    ({ name, state, title }) => `| ${icons[state]} | ${name} | ${inline(title, 200)} |\n`,
  );
  return `| | Gate | |\n| :-: | :-- | :-- |\n${rows.join("")}\nThe [checks](${pull.url}/checks) say more.\n\n`;
}

/** Calls the author once, where this is the only place that tells them anything. */
function authorBlock({ observation, authorInformed }: StatusParts): readonly string[] {
  const { pull, record } = observation;
  if (authorInformed || record === null || !pull.isOpen) return [];
  return [
    `${called(pull.author)}: all that is said about this submission is said here. Where the app is installed in ${markdownCode(record.release.repository)}, an issue there keeps you up to date.\n\n`,
  ];
}

function requestBlocks({ state: { requests } }: StatusParts): readonly string[] {
  if (requests.length === 0) return [];
  const shown = requests.slice(-maxRequests);
  const rest = requests.length - shown.length;
  return [
    "### Asked for\n\n",
    ...shown.map((request) => `${requestBlock(request)}\n\n`),
    ...(rest > 0 ? [`And ${rest} before these.\n\n`] : []),
  ];
}

function requestBlock({ by, sides, text, url, answeredBy, isSettled }: RequestedChanges): string {
  const fate = isSettled ? "✅ settled" : answeredBy === null ? "open" : `answered by ${answeredBy}`;
  const where = listed(sides.map((side) => sideNames[side].toLowerCase()));
  const words = text.trim() === "" ? "" : `\n${quote(text, 900)}`;
  return `${named(by)} for the ${where}, [${fate}](${url})${words}`;
}

function waiverBlock({ state: { waivers }, observation, areWaiversRefused }: StatusParts): readonly string[] {
  if (areWaiversRefused) {
    const { pull, record } = observation;
    const path = markdownCode(waiversPath(record?.slug ?? ""));
    return [
      `> [!WARNING]\n> GitHub does not let the app write ${path} to ${markdownCode(pull.baseRef)}, so the catalogue does not tell rightly what was set aside. Put the app on the list of those who may bypass the branch's rules; it tries again with the next comment here.\n\n`,
    ];
  }
  if (waivers.length === 0) return [];
  const lines = waivers.map(
    ({ rule, reason, by }) => `- ${markdownCode(rule)} by ${named(by)}: ${inline(reason, 300)}\n`,
  );
  return ["### Set aside\n\n", ...lines, "\n"];
}

function unreadableBlock({ unreadableTeams }: SubmissionObservation): readonly string[] {
  if (unreadableTeams.length === 0) return [];
  return [
    `> [!WARNING]\n> The app cannot read who is in ${policyNames(unreadableTeams)}, so nobody there counts. The app needs the permission to read members, and the policy the team's right name.\n\n`,
  ];
}
