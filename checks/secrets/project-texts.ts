import type { ProjectFile } from "../project.ts";
import type { Span } from "../ruby/source.ts";
import { byteLength } from "../text/bytes.ts";

/** A text file of a project. */
export interface ProjectText {
  readonly path: string;
  readonly text: string;
}

/** The most text of all files of a project that is looked at for secrets. */
const mostText = 16 * 1024 * 1024;

/** The texts of some files of a project, in order, up to a limit. */
export function* projectTexts(
  files: ReadonlyMap<string, ProjectFile>,
  wanted: (path: string) => boolean,
): Generator<ProjectText> {
  let length = 0;
  for (const [path, { bytes }] of files) {
    if (!bytes || !wanted(path)) continue;
    length += bytes.length;
    if (length > mostText) return;
    yield { path, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  }
}

/** Whether a file records requests, as VCR writes it. */
export function isRecording({ path, text }: ProjectText): boolean {
  return /\.(?:ya?ml|json)$/iu.test(path) && text.includes("http_interactions");
}

/** A range of UTF-16 units as bytes. */
export function toByteSpan(text: string, start: number, end: number): Span {
  const from = byteLength(text.slice(0, start));
  return { start: from, end: from + byteLength(text.slice(start, end)) };
}
