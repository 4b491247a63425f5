import { Buffer } from "node:buffer";
import type { GitObjects } from "./git.ts";

export interface FileDiff {
  readonly filename: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly sha: string;
  readonly previousFilename: string | null;
  readonly additions: number;
  readonly deletions: number;
  /** Null for files that are the same or are not text. */
  readonly patch: string | null;
}

/** The changed files between two trees, as a pull request lists them. */
export function diffTrees(git: GitObjects, before: string, after: string): FileDiff[] {
  const old = git.files(before);
  const now = git.files(after);
  const removed = new Map(
    [...old].filter(([path]) => !now.has(path)).map(([path, entry]) => [entry.sha, path]),
  );
  const text = (sha: string | undefined) =>
    sha === undefined ? "" : Buffer.from(git.blob(sha) ?? []).toString();
  const diffs: FileDiff[] = [];
  const renamedFrom = new Set<string>();
  for (const [filename, entry] of now) {
    const previous = old.get(filename);
    if (previous?.sha === entry.sha) continue;
    const origin = previous ? undefined : removed.get(entry.sha);
    if (origin !== undefined) {
      renamedFrom.add(origin);
      diffs.push({
        filename,
        status: "renamed",
        sha: entry.sha,
        previousFilename: origin,
        additions: 0,
        deletions: 0,
        patch: null,
      });
      continue;
    }
    const status = previous ? "modified" : "added";
    diffs.push({
      filename,
      status,
      sha: entry.sha,
      previousFilename: null,
      ...patchOf(text(previous?.sha), text(entry.sha)),
    });
  }
  for (const [filename, entry] of old) {
    if (now.has(filename) || renamedFrom.has(filename)) continue;
    diffs.push({
      filename,
      status: "removed",
      sha: entry.sha,
      previousFilename: null,
      ...patchOf(text(entry.sha), ""),
    });
  }
  return diffs.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

function patchOf(before: string, after: string): Pick<FileDiff, "additions" | "deletions" | "patch"> {
  const lines = diffLines(linesOf(before), linesOf(after));
  const additions = lines.filter(({ sign }) => sign === "+").length;
  const deletions = lines.filter(({ sign }) => sign === "-").length;
  if (before.includes("\0") || after.includes("\0")) return { additions: 0, deletions: 0, patch: null };
  return { additions, deletions, patch: toHunks(lines) };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** A minimal line diff: common ends first, then the longest common subsequence of what remains. */
function diffLines(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const same = (texts: readonly string[]): Line[] => texts.map((text) => ({ sign: " ", text }));
  return [...same(before.slice(0, start)), ...middle(a, b), ...same(before.slice(before.length - end))];
}

function middle(a: readonly string[], b: readonly string[]): Line[] {
  const width = b.length + 1;
  const tooLarge = a.length * b.length > 4_000_000;
  const lengths = tooLarge ? null : new Uint32Array((a.length + 1) * width);
  const lines: Line[] = [];
  if (lengths) {
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        lengths[i * width + j] =
          a[i] === b[j]
            ? lengths[(i + 1) * width + j + 1]! + 1
            : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
      }
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (lengths && i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: " ", text: a[i]! });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j >= b.length || !lengths || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      lines.push({ sign: "-", text: a[i++]! });
    } else {
      lines.push({ sign: "+", text: b[j++]! });
    }
  }
  return lines;
}

const context = 3;

function toHunks(lines: readonly Line[]): string {
  const keep = lines.map(() => false);
  for (const [index, line] of lines.entries()) {
    if (line.sign === " ") continue;
    keep.fill(true, Math.max(0, index - context), Math.min(lines.length, index + context + 1));
  }
  const hunks: string[] = [];
  let old = 1;
  let now = 1;
  for (let index = 0; index < lines.length;) {
    if (!keep[index]) {
      old++;
      now++;
      index++;
      continue;
    }
    const body: Line[] = [];
    while (index < lines.length && keep[index]) body.push(lines[index++]!);
    const oldCount = body.filter(({ sign }) => sign !== "+").length;
    const nowCount = body.filter(({ sign }) => sign !== "-").length;
    const range = (start: number, count: number) => `${count === 0 ? start - 1 : start},${count}`;
    const header = `@@ -${range(old, oldCount)} +${range(now, nowCount)} @@`;
    hunks.push([header, ...body.map(({ sign, text }) => sign + text)].join("\n"));
    old += oldCount;
    now += nowCount;
  }
  return hunks.join("\n");
}
