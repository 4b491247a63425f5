import { formatListingWaivers } from "../../checks/listing/listing-waivers.ts";
import type { GrantedWaiver } from "./gate.ts";

/** The text of `waivers.json` beside a record: the waivers in force, and nothing else. */
export function waiversText(waivers: readonly GrantedWaiver[]): string {
  return formatListingWaivers(
    waivers.map(({ rule, reason, by, at, digest }) => ({
      rule,
      reason,
      by,
      at: new Date(at * 1000).toISOString(),
      digest,
    })),
  );
}
