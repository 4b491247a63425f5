import { z } from "zod";

import { escapeUnseen } from "../report/escape.ts";
import { canonicalJson } from "./canonical-json.ts";

const Waiver = z.strictObject({
  /** The rule that was set aside, such as `usability/field-hint`. */
  rule: z.string().regex(/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/),
  reason: z
    .string()
    .min(1)
    .max(1000)
    .refine((text) => escapeUnseen(text) === text),
  /** The login of the reviewer who set it aside. */
  by: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/),
  at: z.iso.datetime(),
  /** The SHA-256 of the connector that was looked at. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `listings/<slug>/waivers.json`: what reviewers set aside before they listed a connector. */
export const ListingWaivers = z.strictObject({
  schemaVersion: z.literal(1),
  waivers: z.array(Waiver).max(200),
});
export type ListingWaivers = z.output<typeof ListingWaivers>;

/** The file of a listing's waivers in the listings repository; there is none where nothing was set aside. */
export function waiversPath(slug: string): string {
  return `listings/${slug}/waivers.json`;
}

export function formatListingWaivers(waivers: ListingWaivers["waivers"]): string {
  return canonicalJson({ schemaVersion: 1, waivers });
}
