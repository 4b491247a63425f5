import { configFile } from "../../checks/config/config.ts";
import { recordOf } from "../../checks/listing/record-of-project.ts";
import { markdownCode, markdownMessage, shorten } from "../../checks/report/escape.ts";
import { assertNever } from "../assert-never.ts";
import type { Analysed } from "./analyse.ts";
import { describeDifference, differencesOf } from "./differences.ts";
import { type Add, type Known, newer, rerun } from "./problem.ts";
import { linkTo } from "../../checks/report/markdown-parts.ts";
import { nameOf } from "./words.ts";

/** Holds a submission against its source: the repository, the release, and what is at the tagged commit. */
export function verifySource(facts: Known, add: Add, notes: string[]): void {
  checkAccess(facts, add, notes);
  checkRelease(facts, add);
  checkProject(facts, add, notes);
}

function checkAccess({ access, head, pull, installUrl, mayRelease }: Known, add: Add, notes: string[]): void {
  if (access === null) return;
  const { repository } = head.record.release;
  const name = markdownCode(repository);
  switch (access.kind) {
    case "open": {
      const now = `${access.source.info.owner}/${access.source.info.repo}`;
      if (now !== repository) {
        notes.push(`The source was renamed or transferred since: ${name} is ${markdownCode(now)} now.`);
      }
      checkSubmitter(mayRelease, pull.author, now, add, notes);
      return;
    }
    case "unseen":
      add(
        access.now
          ? `there is no repository ${name}; the one that submitted is ${fullName(access.now)} now`
          : `${name} cannot be seen: it is gone, or it is private and the app is not installed there, or ${nameOf(pull.author)} may not write there`,
        access.now ? "Release a version under the new name." : installHint(name, installUrl),
      );
      return;
    case "replaced":
      add(
        `${name} is another repository than the one that submitted (number ${head.record.release.repositoryId})${access.now ? `, which is ${fullName(access.now)} now` : ""}`,
        "Release a version from the right repository, so that the record names it.",
      );
      return;
    case "denied":
      add(
        `GitHub does not let the app read ${name}, though it is installed there`,
        "An owner of it approves the permissions that the app asks for (*Settings → GitHub Apps*), and allows its address where the organisation has a list of them. Then comment `/recheck` here.",
      );
      return;
    default:
      assertNever(access);
  }
}

/** What is public, anybody could submit; whether a connector is listed is for those who make it. */
function checkSubmitter(
  mayRelease: boolean | null,
  author: string,
  source: string,
  add: Add,
  notes: string[],
): void {
  const [who, where] = [nameOf(author), markdownCode(source)];
  if (mayRelease === null) {
    notes.push(
      `${who} submits this from a fork, and the app is not installed in ${where}, so it cannot tell whether they work on it. Reviewers: make sure that they do.`,
    );
  } else if (!mayRelease) {
    add(
      `${who} may not write in ${where}, so the submission is not theirs to make`,
      "Submit with the token of somebody who may: the connector's own people decide whether it is listed.",
    );
  }
}

function installHint(name: string, url: string | null): string {
  const page = url === null ? "the app's page" : linkTo("the app's page", url);
  return `Install this app on ${name}: an owner of it opens ${page} and selects the repository; the app asks for no more than it needs to read it and to keep you informed there. Then comment \`/recheck\` here; without that, the app looks again within half an hour. If it is installed, submit with the token of somebody who may write in the source: nobody is shown what was found in code that is not theirs.`;
}

function fullName({ owner, repo }: { readonly owner: string; readonly repo: string }): string {
  return markdownCode(`${owner}/${repo}`);
}

function checkRelease({ release, head, policy }: Known, add: Add): void {
  if (!release) return;
  const { tag, commit } = head.record.release;
  const name = markdownCode(shorten(tag, 100));
  if (release.tagCommit === null) {
    add(
      `the tag ${name} is gone`,
      `Push it again to the commit ${commit.slice(0, 6)}, or release a newer version.`,
    );
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
    add(analysed.reason, newer);
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
  const shown = differences
    .slice(0, shownDifferences)
    .map((difference) => `\n  - ${describeDifference(difference)}`);
  const more =
    differences.length > shownDifferences ? `\n  - and ${differences.length - shownDifferences} more` : "";
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
