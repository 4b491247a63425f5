import { configFile } from "../../checks/config/config.ts";
import { recordOf } from "../../checks/listing/record-of-project.ts";
import { formatRecord, recordPath, type SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { submissionBranch, submissionTitle } from "../../checks/listing/submission-text.ts";
import { versionInTag } from "../../checks/listing/tag.ts";
import { compareVersions, isPrerelease, parseVersion } from "../../checks/listing/version.ts";
import { markdownCode, markdownMessage, shorten } from "../../checks/report/escape.ts";
import { assertNever } from "../assert-never.ts";
import type { Analysed } from "./analyse.ts";
import { describeDifference, differencesOf } from "./differences.ts";
import type { SubmissionFacts } from "./facts.ts";
import { nameOf, toLink } from "./words.ts";

/** One reason why a submission cannot be what it says: what is wrong, and what its author does about it; Markdown. */
export interface Problem {
  readonly what: string;
  readonly todo: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** What people should know, and what keeps nothing from passing; Markdown. */
  readonly notes: readonly string[];
}

type Known = SubmissionFacts & { readonly head: { readonly text: string; readonly record: SubmissionRecord } };

const rerun = "Run the submit workflow of the tag again; it writes the record anew.";
const newer = "Release a newer version; its tag brings this submission up to date.";

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
  checkAccess(facts, add, notes);
  checkRelease(facts, add);
  checkProject(facts, add, notes);
  return { problems, notes };
}

type Add = (what: string, todo: string) => void;

function isKnown(facts: SubmissionFacts): facts is Known {
  return facts.head !== null && facts.head.record !== null;
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
    add("the record names this listings repository as its source", "Release from the connector's own repository.");
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
  if (!isOwnTitle) {
    add(
      "the title does not say what is submitted",
      `Set the title to ${markdownCode(title)}; the submit workflow does so too.`,
    );
  }
  if (pusher === null) notes.push("GitHub does not tell who pushed the record.");
  else if (!pusher.isSubmitter) {
    add(
      `the record was pushed by ${nameOf(pusher.login)}, and this is the submission of ${nameOf(pull.author)}`,
      `${nameOf(pull.author)}, run the submit workflow of a newer version, or close this and submit anew; only you, or people who may write in the source where the app is installed, push to this branch.`,
    );
  }
  const [rival] = rivals;
  if (rival !== undefined) {
    add(
      `the same listing is being submitted in #${rival}, which is older`,
      `Close one of the two: there is one submission of a listing at a time.`,
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

function checkAccess({ access, head, pull, installUrl }: Known, add: Add, notes: string[]): void {
  if (access === null) return;
  const { repository } = head.record.release;
  const name = markdownCode(repository);
  switch (access.kind) {
    case "open": {
      const now = `${access.source.info.owner}/${access.source.info.repo}`;
      if (now !== repository) {
        notes.push(`The source was renamed or transferred since: ${name} is ${markdownCode(now)} now.`);
      }
      return;
    }
    case "unseen":
      add(
        access.now
          ? `there is no repository ${name}; the one that submitted is ${fullName(access.now)} now`
          : `${name} cannot be seen: it is private and the app is not installed there, or it is gone`,
        access.now
          ? "Release a version under the new name."
          : installHint(name, installUrl),
      );
      return;
    case "replaced":
      add(
        `${name} is another repository than the one that submitted (number ${head.record.release.repositoryId})${access.now ? `, which is ${fullName(access.now)} now` : ""}`,
        "Release a version from the right repository, so that the record names it.",
      );
      return;
    case "forbidden":
      add(
        `${name} is private, and ${nameOf(pull.author)} may not write there`,
        "Submit with the token of somebody who may write in the source: nobody is shown what was found in code that is not theirs.",
      );
      return;
    default:
      assertNever(access);
  }
}

function installHint(name: string, url: string | null): string {
  const page = url === null ? "the app's page" : toLink("the app's page", url);
  return `Install this app on ${name}: an owner of it opens ${page} and selects the repository; the app asks for no more than it needs to read it and to keep you informed there. Then comment \`/recheck\` here; without that, the app looks again within the hour.`;
}

function fullName({ owner, repo }: { readonly owner: string; readonly repo: string }): string {
  return markdownCode(`${owner}/${repo}`);
}

function checkRelease({ release, head, policy }: Known, add: Add): void {
  if (!release) return;
  const { tag, commit } = head.record.release;
  const name = markdownCode(shorten(tag, 100));
  if (release.tagCommit === null) {
    add(`the tag ${name} is gone`, `Push it again to the commit ${commit.slice(0, 6)}, or release a newer version.`);
  } else if (release.tagCommit !== commit) {
    add(
      `the tag ${name} was at commit ${short(commit)} when it was submitted, and is at ${short(release.tagCommit)} now: a tag must not move`,
      newer,
    );
  }
  if (!release.published) {
    add(
      `there is no published release of the tag ${name}`,
      "Publish one (a draft does not count): *Releases → Draft a new release* in the source, and choose the tag.",
    );
  } else if (release.published.isPrerelease && !policy.prereleases) {
    add(
      `the release of ${name} is marked as a pre-release, which this programme does not list`,
      "Edit the release and take the mark away, once it is meant for everybody.",
    );
  }
}

function short(commit: string): string {
  return markdownCode(commit.slice(0, 7));
}

function checkProject(facts: Known, add: Add, notes: string[]): void {
  const { analysed } = facts;
  if (!analysed) return;
  if (analysed.kind === "nothing") {
    add(`${analysed.reason}`, newer);
    return;
  }
  const { manifest, inspection } = analysed;
  if (!manifest) {
    add("there is no `listing.yml` beside the connector at the tagged commit", newer);
    return;
  }
  if (!manifest.ok) {
    const [problem] = manifest.problems;
    add(
      `\`listing.yml\` at the tagged commit cannot be used: line ${problem?.line ?? 1}: ${markdownMessage(shorten(problem?.message ?? "", 300))}`,
      newer,
    );
    return;
  }
  if (!inspection) {
    add("the connector at the tagged commit cannot be understood, or not in the time there is", newer);
    return;
  }
  compareRecord(facts, { ...analysed, inspection, manifest }, add, notes);
}

type Readable = Extract<Analysed, { kind: "analysed" }> & {
  readonly inspection: NonNullable<Extract<Analysed, { kind: "analysed" }>["inspection"]>;
  readonly manifest: Extract<NonNullable<Extract<Analysed, { kind: "analysed" }>["manifest"]>, { ok: true }>;
};

const shownDifferences = 5;

/** Makes the record again from what is at the tagged commit; all of it has to be the same. */
function compareRecord(facts: Known, analysed: Readable, add: Add, notes: string[]): void {
  const { record } = facts.head;
  const { project, inspection, report, manifest } = analysed;
  const { repository, repositoryId, tag, commit } = record.release;
  const made = recordOf({
    project,
    manifest: manifest.manifest,
    version: record.version,
    previousVersion: record.previousVersion,
    release: { repository, repositoryId, tag, commit },
    inspection,
    report,
    ruleSet: facts.version,
  });
  if (!made.ok) {
    add(markdownMessage(made.problem), newer);
    return;
  }
  const incomparable = whyIncomparable(facts, analysed.isWhole);
  if (incomparable !== null) notes.push(incomparable);
  const expected = incomparable === null ? made.record : { ...made.record, report: record.report };
  const differences = differencesOf(record, expected);
  if (differences.length === 0) return;
  const shown = differences.slice(0, shownDifferences).map((difference) => `\n  - ${describeDifference(difference)}`);
  const more = differences.length > shownDifferences ? `\n  - and ${differences.length - shownDifferences} more` : "";
  const why =
    record.report.ruleSet === facts.version
      ? rerun
      : `Run the submit workflow of the tag again with the action of version ${markdownCode(facts.version)}.`;
  add(`the record does not agree with the tagged commit:${shown.join("")}${more}\n `, why);
}

/** Why the record's report and the app's own may honestly differ; then the app's own is the one that counts. */
function whyIncomparable(facts: Known, isWhole: boolean): string | null {
  const { ruleSet } = facts.head.record.report;
  if (ruleSet !== facts.version) {
    return `The record's report was made by version ${markdownCode(ruleSet)} of the rules, and here is version ${markdownCode(facts.version)}, so the two cannot be compared. The app's own report counts.`;
  }
  if (facts.isPolicyChanged) {
    return `The policy \`${configFile}\` may have changed since the record was made, so its report cannot be compared. The app's own report counts; the submit workflow brings the record up to date.`;
  }
  return isWhole
    ? null
    : "The project has more files than the app reads, so the record's report cannot be compared. The app's own report counts.";
}
