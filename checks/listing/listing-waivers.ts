import { z } from "zod";

import { escapeUnseen, shorten, toOneLine } from "../report/escape.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isLogin } from "./people.ts";

const maxReason = 1000;

const Waiver = z.strictObject({
  /** The rule that was set aside, such as `usability/field-hint`. */
  rule: z.string().regex(/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/),
  reason: z
    .string()
    .min(1)
    .max(maxReason)
    .refine((text) => escapeUnseen(text) === text),
  /** The login of the reviewer who set it aside. */
  by: z.string().refine(isLogin),
  at: z.iso.datetime(),
  /** The SHA-256 of the connector that was looked at. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `listings/<slug>/waivers.json`: what reviewers set aside before they listed a connector. */
export const ListingWaivers = z.strictObject({
  schemaVersion: z.literal(1),
  waivers: z.array(Waiver).max(1000),
});
export type ListingWaivers = z.output<typeof ListingWaivers>;

/** The file of a listing's waivers in the listings repository; there is none where nothing was set aside. */
export function waiversPath(slug: string): string {
  return `listings/${slug}/waivers.json`;
}

/** The text of that file. A reason is put on one line, in which everything can be seen. */
export function formatListingWaivers(waivers: ListingWaivers["waivers"]): string {
  const readable = waivers.map((waiver) => ({
    ...waiver,
    reason: shorten(toOneLine(waiver.reason).trim(), maxReason) || "no reason given",
  }));
  return canonicalJson({ schemaVersion: 1, waivers: readable });
}
