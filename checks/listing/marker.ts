import { z } from "zod";

const Marker = z.object({ slug: z.string(), version: z.string(), record: z.string(), commit: z.string() });

/** What a submission's text says of itself, unseen, so that a later run finds out whether it is up to date. */
export type Marker = z.output<typeof Marker>;

const before = "<!-- connector-gate:submission ";
const after = " -->";

export function formatMarker(marker: Marker): string {
  const { slug, version, record, commit } = marker;
  return before + JSON.stringify({ slug, version, record, commit }) + after;
}

/** The marker of a text that anybody may have edited; null where there is none. */
export function parseMarker(text: string): Marker | null {
  const start = text.indexOf(before);
  const end = text.indexOf(after, start);
  if (start === -1 || end === -1) return null;
  try {
    const result = Marker.safeParse(JSON.parse(text.slice(start + before.length, end)));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Marks the comment that announces a version, so that it is written once. */
export function updateMarker(version: string): string {
  return `<!-- connector-gate:update ${JSON.stringify({ version })}${after}`;
}
