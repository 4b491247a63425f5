import { z } from "zod";

import { families } from "../engine/finding.ts";
import { nearest } from "../yaml/nearest.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type Validated, validate } from "../yaml/validate.ts";
import { namedHint, namedPattern, parseNamed } from "./people.ts";
import { Policy } from "./policy.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

const people = z
  .array(
    z
      .string()
      .refine((text) => parseNamed(text) !== null, { error: namedHint })
      .meta({ pattern: namedPattern.source }),
  )
  .max(50)
  .default([]);

const days = (fallback: number) => z.int().min(1).max(60).default(fallback);

const Calendar = z.strictObject({
  "working-days": z
    .array(z.enum(weekdays))
    .min(1)
    .max(7)
    .default(["monday", "tuesday", "wednesday", "thursday", "friday"])
    .describe("The days on which people answer."),
  holidays: z
    .array(z.iso.date("must be a day such as `2026-12-25`"))
    .max(1000)
    .default([])
    .describe("Days on which nobody answers, such as `2026-12-25`."),
  "time-zone": z
    .string()
    .superRefine((text, context) => {
      if (isTimeZone(text)) return;
      const near = nearest(text, Intl.supportedValuesOf("timeZone"));
      const hint = near === null ? "" : `; did you mean \`${near}\`?`;
      context.addIssue({
        code: "custom",
        message: `is not a time zone such as \`Europe/Berlin\` or \`UTC\`${hint}`,
      });
    })
    .default("UTC")
    .describe("Where days begin and end, such as `Europe/Berlin`."),
  "review-days": days(5).describe("Reviewers answer within these working days."),
  "account-days": days(2).describe("Requests for accounts are decided within these working days."),
});
/** When people of the programme work, and how long they may take. */
export type Calendar = z.output<typeof Calendar>;

/** The policy's schema for a set of rules; without one, waivers may name any rule. */
export function createListingsPolicy(ruleIds: readonly string[] = []) {
  return z
    .strictObject({
      role: Policy.shape.role.describe("Says that the repository holds listings."),
      categories: Policy.shape.categories.describe("The categories that a listing may name."),
      "fail-on": Policy.shape["fail-on"].describe("A finding as bad as this stops a submission."),
      prereleases: Policy.shape.prereleases.describe("Whether versions such as `1.0.0-rc.1` may be listed."),
      "max-first-operations": Policy.shape["max-first-operations"].describe(
        "A first version with more actions and triggers gets a warning.",
      ),
      evidence: z
        .strictObject(evidenceShape())
        .prefault({})
        .describe("The evidence of testing that a submission needs."),
      reviewers: z
        .strictObject({
          code: people.describe("Who gives the code review."),
          usability: people.describe("Who gives the usability review."),
          "same-person": z.boolean().default(false).describe("Whether one person may give both."),
        })
        .prefault({})
        .describe("Who reviews submissions."),
      waivers: z
        .array(
          z.strictObject({
            rules: z
              .array(rulePattern(ruleIds))
              .min(1)
              .max(200)
              .describe("Rules such as `usability/field-hint`, or all of a family, such as `usability/*`."),
            by: people.describe("Who may set them aside."),
          }),
        )
        .max(50)
        .default([])
        .describe("Who may set which rules aside; a rule that is not here cannot be waived."),
      accounts: z
        .strictObject({ "decided-by": people.describe("Who decides on requests for developer accounts.") })
        .prefault({})
        .describe("Developer accounts."),
      listing: z
        .strictObject({
          "listed-by": people.describe("Who may list an approved submission, and take a listing away."),
          automatic: z.boolean().default(false).describe("Whether approved submissions are listed unasked."),
          "merge-method": z
            .enum(["squash", "merge", "rebase"])
            .default("squash")
            .describe("How a submission is merged."),
        })
        .prefault({})
        .describe("How a submission becomes a listing."),
      calendar: Calendar.prefault({}).describe("When the programme's people work."),
    })
    .meta({
      title: "Listings policy",
      description: "What a submission has to meet, and who decides: `.github/connector-gate.yml`.",
    });
}

export type ListingsPolicy = z.output<ReturnType<typeof createListingsPolicy>>;

/** What applies where a policy says no more than its role. */
export const defaultListingsPolicy: ListingsPolicy = createListingsPolicy().parse({ role: "listings" });

/**
 * Reads the policy of a listings repository from untrusted bytes, strictly: an unknown key is an error, since a
 * policy that says less than its authors think is worse than none.
 */
export function parseListingsPolicy(
  bytes: Uint8Array,
  ruleIds: readonly string[] = [],
): Validated<ListingsPolicy> {
  const read = readYaml(bytes);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const known = ruleIds.join();
  if (schema?.known !== known) schema = { known, type: createListingsPolicy(ruleIds) };
  return validate(read.file, schema.type);
}

/** The schema that was used last: to make one takes longer than to read a policy. */
let schema: { readonly known: string; readonly type: ReturnType<typeof createListingsPolicy> } | null = null;

function evidenceShape() {
  const { recipes, testers, "share-link": shareLink } = Policy.shape.evidence.unwrap().shape;
  return {
    recipes: recipes.describe("How many recipes must exercise the use cases."),
    testers: testers.describe("How many people must have tested the connector."),
    "share-link": shareLink.describe("Whether the share link of the version must be given."),
  };
}

/** A known rule's id, or `family/*`. */
function rulePattern(ruleIds: readonly string[]) {
  return z.string().superRefine((text, context) => {
    const [family = "", name = "", ...rest] = text.split("/");
    const isFamily = families.some((known) => known === family);
    const isShaped =
      isFamily && rest.length === 0 && (name === "*" || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name));
    if (isShaped && (name === "*" || ruleIds.length === 0 || ruleIds.includes(text))) return;
    const near = nearest(text, [...ruleIds, ...families.map((known) => `${known}/*`)]);
    const hint = near === null ? "" : `; did you mean \`${near}\`?`;
    context.addIssue({
      code: "custom",
      message: `is not a rule, nor a family such as \`usability/*\`${hint}`,
    });
  });
}

function isTimeZone(text: string): boolean {
  // Offsets such as `+01:00` are taken too by newer versions, and know no summer time.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,60}$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text }).format(0);
    return true;
  } catch {
    return false;
  }
}
