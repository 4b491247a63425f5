import { formatRecord, recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { submissionBranch, submissionTitle } from "../../checks/listing/submission-text.ts";
import { versionInTag } from "../../checks/listing/tag.ts";
import { compareVersions, isPrerelease, parseVersion } from "../../checks/listing/version.ts";
import { markdownCode, shorten } from "../../checks/report/escape.ts";
import type { SubmissionFacts } from "./facts.ts";
import { type Add, isKnown, type Known, newer, type Problem, rerun } from "./problem.ts";
import { verifySource } from "./verify-source.ts";
import { nameOf } from "./words.ts";

export interface Verdict {
  readonly problems: readonly Problem[];
  /** What people should know, and what keeps nothing from passing; Markdown. */
  readonly notes: readonly string[];
}

/** Holds a submission against what is there: all that can be wrong with it, each with what to do. */
export function verify(facts: SubmissionFacts, expectedWaivers: string | null): Verdict {
  const problems: Problem[] = [];
  const notes: string[] = [];
  const add = (what: string, todo: string) => void problems.push({ what, todo });
  checkFiles(facts, expectedWaivers, add);
  if (!isKnown(facts)) {
    if (facts.change.slug !== null) {
      add(
        `${markdownCode(recordPath(facts.change.slug))} is not a submission record that this version reads`,
        "Let the action write it: run the submit workflow of the tag, with the newest version of the action.",
      );
    }
    return { problems, notes };
  }
  checkRecord(facts, add);
  checkPull(facts, add, notes);
  checkVersion(facts, add, notes);
  verifySource(facts, add, notes);
  return { problems, notes };
}

const shownPaths = 5;

function checkFiles({ change, waiverFile }: SubmissionFacts, expectedWaivers: string | null, add: Add): void {
  const { slug, strays } = change;
  if (slug === null) {
    add(
      "this changes files below `listings/`, and none of them is a record `listings/<slug>/listing.json`",
      "Close this, and let the action submit a release; it opens a pull request of its own. The index is built by the programme's workflow, and a listing is taken away by `/withdraw`.",
    );
    return;
  }
  const waivers = `listings/${slug}/waivers.json`;
  const foreign = strays.filter(
    (path) => path !== waivers || waiverFile === null || waiverFile !== expectedWaivers,
  );
  if (foreign.length === 0) return;
  const shown = foreign.slice(0, shownPaths).map((path) => markdownCode(shorten(path, 200)));
  const more = foreign.length > shownPaths ? ` and ${foreign.length - shownPaths} more` : "";
  const others = foreign.some((path) => /^listings\/[^/]+\/listing\.json$/i.test(path));
  add(
    `besides the record of ${markdownCode(slug)}, this changes ${shown.join(", ")}${more}`,
    others
      ? "Submit one listing with one pull request: let the action open one for each connector, from its own branch."
      : "Take these changes out: a submission changes its own record and nothing else.",
  );
}

function checkRecord({ head, change, repository }: Known, add: Add): void {
  const { record, text } = head;
  if (record.slug !== change.slug) {
    add(
      `the file is that of ${markdownCode(change.slug ?? "")}, and the record in it is of ${markdownCode(record.slug)}`,
      rerun,
    );
  }
  if (record.manifest.slug !== record.slug) {
    add(
      `the record's slug is ${markdownCode(record.slug)}, and its manifest's is ${markdownCode(record.manifest.slug)}`,
      rerun,
    );
  }
  if (text !== formatRecord(record)) {
    add("the file was not written by the action: it has other spaces, or keys in another order", rerun);
  }
  if (record.release.repository.toLowerCase() === `${repository.owner}/${repository.repo}`.toLowerCase()) {
    add(
      "the record names this listings repository as its source",
      "Release from the connector's own repository.",
    );
  }
}

function checkPull({ pull, head, pusher, rivals, version }: Known, add: Add, notes: string[]): void {
  const { record } = head;
  if (pull.baseRef !== pull.defaultBranch) {
    add(
      `this goes to the branch ${markdownCode(pull.baseRef)}, and listings are on ${markdownCode(pull.defaultBranch)}`,
      `Change the base branch to ${markdownCode(pull.defaultBranch)} (*Edit*, beside the title).`,
    );
  }
  const branch = submissionBranch(record.slug);
  if (pull.headRef !== branch) {
    add(
      `the branch is ${markdownCode(shorten(pull.headRef, 100))}, and that of a submission of ${markdownCode(record.slug)} is ${markdownCode(branch)}`,
      "Close this, and let the action open the pull request.",
    );
  }
  const title = submissionTitle(record);
  const isOwnTitle =
    record.report.ruleSet === version
      ? pull.title === title
      : pull.title.includes(record.version) && pull.title.includes(record.slug);
  // The action pushes first and sets the title then, so this is only said.
  if (!isOwnTitle) notes.push(`The title does not say what is submitted: ${markdownCode(title)}.`);
  if (pusher === null) notes.push("GitHub does not tell who pushed the record.");
  else if (!pusher.isSubmitter) {
    add(
      `the record was pushed by ${nameOf(pusher.login)}, and this is the submission of ${nameOf(pull.author)}`,
      `${nameOf(pull.author)}, run the submit workflow of a newer version, or close this and submit anew; only you, or people who may write in the source where the app is installed, push to this branch.`,
    );
  }
  const [rival] = rivals;
  if (rival !== undefined) {
    notes.push(
      `#${rival}, which is older, submits a listing of the same slug. Only one of the two can become the listing.`,
    );
  }
}

function checkVersion({ head, listed, policy }: Known, add: Add, notes: string[]): void {
  const { record } = head;
  const version = parseVersion(record.version);
  if (version && isPrerelease(version) && !policy.prereleases) {
    add(
      `${markdownCode(record.version)} is a pre-release, which this programme does not list`,
      "Release a version without a suffix.",
    );
  }
  if (!agreesWithTag(record)) {
    add(
      `the record's version is ${markdownCode(record.version)}, which the tag ${markdownCode(shorten(record.release.tag, 100))} does not say`,
      rerun,
    );
  }
  if (listed.kind === "unreadable") {
    add(
      "what is listed under this slug is not a record that this version reads",
      "Ask the programme's people to have it mended.",
    );
    return;
  }
  const before = listed.kind === "record" ? listed.record : null;
  const beforeVersion = before && parseVersion(before.version);
  if (before && version && beforeVersion && compareVersions(version, beforeVersion) <= 0) {
    const same = record.version === before.version;
    add(
      same
        ? `version ${markdownCode(record.version)} is listed already`
        : `version ${markdownCode(record.version)} is not newer than the listed ${markdownCode(before.version)}`,
      newer,
    );
  } else if (record.previousVersion !== (before?.version ?? null)) {
    const said = record.previousVersion === null ? "none" : markdownCode(record.previousVersion);
    const is = before === null ? "none is listed" : `${markdownCode(before.version)} is listed`;
    add(`the record says that the version before it was ${said}, and ${is}`, rerun);
  }
  if (!before) return;
  if (before.manifest.publisher !== record.manifest.publisher) {
    add(
      `${markdownCode(record.slug)} belongs to the account ${markdownCode(before.manifest.publisher)}, and this names ${markdownCode(record.manifest.publisher)} as the publisher`,
      "Choose another slug, or set `publisher` in `listing.yml` back. A listing changes hands only by the programme's people.",
    );
  } else if (before.release.repositoryId !== record.release.repositoryId) {
    notes.push(
      `The listed version came from ${markdownCode(before.release.repository)}, and this one comes from ${markdownCode(record.release.repository)}, another repository.`,
    );
  }
}

/** A tag of the usual forms has the version's text; in others it stands somewhere, and not inside of a longer one. */
function agreesWithTag({ version, slug, release: { tag } }: SubmissionRecord): boolean {
  for (const pattern of ["<slug>-v*", "v*"]) {
    const text = versionInTag(tag, pattern, slug);
    if (text !== null && parseVersion(text)) return text === version;
  }
  for (let at = tag.indexOf(version); at !== -1; at = tag.indexOf(version, at + 1)) {
    const [before, after] = [tag[at - 1] ?? "", tag[at + version.length] ?? ""];
    if (!/[\d.]/.test(before) && !/[\d.]/.test(after)) return true;
  }
  return false;
}
