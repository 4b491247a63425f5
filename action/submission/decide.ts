import { formatMarker, updateMarker } from "../../checks/listing/marker.ts";
import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import { compareVersions, parseVersion } from "../../checks/listing/version.ts";
import type { Observation, PullRequest } from "./observation.ts";

/** What a run wants to see in the listings repository. */
export interface Wanted {
  readonly record: SubmissionRecord;
  readonly text: string;
  /** The digest of `text`. */
  readonly digest: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** What to say where an open submission becomes this version. */
  readonly announcement: string;
}

export interface Plan {
  readonly kind: "submit";
  readonly state: "created" | "updated" | "unchanged";
  /** The commit to put the record on; `reset` where the branch holds something finished or given up. */
  readonly commit: { readonly parent: string; readonly reset: boolean } | null;
  readonly open: PullRequest | null;
  /** Whether the title and text of the open pull request tell of another record. */
  readonly retell: boolean;
  readonly comment: { readonly marker: string; readonly text: string } | null;
  readonly addLabels: readonly string[];
}

export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

/** Decides what to write. A second decision about the outcome of the first finds nothing to do. */
export function decide(observed: Observation, wanted: Wanted): Plan | Refused {
  const reason = reasonAgainst(observed, wanted.record);
  if (reason !== null) return { kind: "refused", reason };
  const { open, branch, baseSha } = observed;
  // Without a pull request the branch may be a merged one; a new one could not be opened from it.
  const stands = branch?.stored?.text === wanted.text && (open !== null || observed.isFresh);
  const commit = stands
    ? null
    : { parent: open && branch ? branch.sha : baseSha, reset: !open && branch !== null };
  // Contributors from forks may not set labels.
  const labels = observed.home.kind === "listings" ? wanted.labels : [];
  if (!open) {
    return {
      kind: "submit",
      state: "created",
      commit,
      open,
      retell: false,
      comment: null,
      addLabels: labels,
    };
  }
  const retell = open.marker?.record !== wanted.digest || open.marker.version !== wanted.record.version;
  const newer = open.marker !== null && open.marker.version !== wanted.record.version;
  return {
    kind: "submit",
    state: commit || retell ? "updated" : "unchanged",
    commit,
    open,
    retell,
    comment: newer ? { marker: updateMarker(wanted.record.version), text: wanted.announcement } : null,
    addLabels: labels.filter((label) => !open.labels.includes(label)),
  };
}

/** The pull request's text, with the marker of the commit that it tells of. */
export function markedBody(wanted: Wanted, commit: string): string {
  const { slug, version } = wanted.record;
  return `${wanted.body}\n${formatMarker({ slug, version, record: wanted.digest, commit })}\n`;
}

function reasonAgainst(observed: Observation, record: SubmissionRecord): string | null {
  const { listed, open, branch, closed } = observed;
  if (listed && !listed.record) {
    return `the listing of \`${record.slug}\` is not a record that this version of Connector Gate reads: use the newest version of the action`;
  }
  if (listed?.record && order(record.version, listed.record.version) <= 0) {
    const again = record.version === listed.record.version;
    return again
      ? `version ${record.version} of \`${record.slug}\` is listed already: a listed version can't be submitted again, so release a newer one`
      : `version ${record.version} of \`${record.slug}\` is not newer than the listed ${listed.record.version}: release a newer one`;
  }
  if (!open) {
    const other = reasonElsewhere(observed, record);
    if (other !== null) return other;
    const same = closed.find(({ marker, head }) => head && marker?.version === record.version);
    if (!same) return null;
    return `the submission of ${record.version} was closed (${same.url}): reopen it there and run this again, or release a newer version`;
  }
  const pushed = branch?.stored?.record ?? null;
  if (pushed && pushed.release.repositoryId !== record.release.repositoryId) {
    return `\`${record.slug}\` is being submitted from the repository ${pushed.release.repository} (${open.url}): choose another slug, or ask there to close it`;
  }
  // They differ where a run broke off, or where two wrote in the same moment.
  for (const current of [pushed?.version, open.marker?.version]) {
    if (current === undefined || order(record.version, current) >= 0) continue;
    return `version ${record.version} is older than ${current}, which is submitted already (${open.url})`;
  }
  if (pushed && pushed.version === record.version && pushed.release.commit !== record.release.commit) {
    return `${record.release.tag} was submitted at commit ${pushed.release.commit.slice(0, 7)} and is now at ${record.release.commit.slice(0, 7)} (${open.url}): a tag must not move, so release a newer version`;
  }
  return null;
}

/**
 * One connector has one open submission, wherever it comes from. What another source submits under the slug, anybody
 * may have written, so it keeps nobody from submitting: people decide whose the slug is.
 */
function reasonElsewhere({ elsewhere }: Observation, { release }: SubmissionRecord): string | null {
  const same = elsewhere.find(({ record }) => record?.release.repositoryId === release.repositoryId);
  if (!same) return null;
  const { head, url } = same.pull;
  return head
    ? `the open submission ${url} comes from ${head.owner}/${head.repo}, where this token can't write: use the token it was opened with, or close it; if it is none of yours, ask the programme to close it`
    : `the open submission ${url} comes from a fork that was deleted: close it, and run this again`;
}

/** Text that is no version comes before all versions. */
function order(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  if (!x || !y) return (x ? 1 : 0) - (y ? 1 : 0);
  return compareVersions(x, y);
}
