import { z } from "zod";

import { escapeUnseen } from "../report/escape.ts";
import { isSlug, slugHint, slugPattern } from "./slug.ts";
import { isWebAddress } from "./web-address.ts";

/** The longest texts that the catalogue shows, in characters. */
export const textLimits = {
  name: 60,
  summary: 160,
  description: 10_000,
  keyword: 30,
  title: 100,
  paragraph: 1000,
} as const;

/** One line of plain text. */
function line(max: number, description: string) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => escapeUnseen(text) === text, { error: "must be one line without invisible characters" })
    .describe(description);
}

function link(description: string) {
  return z
    .string()
    .refine(isWebAddress, {
      error: "must be a complete https:// address without spaces, quotes and brackets",
    })
    .meta({ description, format: "uri", pattern: "^https://" });
}

function slug(description: string) {
  return z.string().refine(isSlug, { error: slugHint }).meta({ description, pattern: slugPattern.source });
}

const operationKeys = z
  .array(
    z.string().regex(/^\w{1,100}$/, { error: "must be a key as in `connector.rb`, such as `create_ticket`" }),
  )
  .max(200);

const UseCase = z
  .strictObject({
    title: line(textLimits.title, "What somebody gets done, such as `Escalate urgent tickets`."),
    description: line(textLimits.paragraph, "How the operations work together, in a few sentences."),
    actions: operationKeys.optional().describe("The keys of the actions that it uses."),
    triggers: operationKeys.optional().describe("The keys of the triggers that it uses."),
  })
  .refine(({ actions = [], triggers = [] }) => actions.length + triggers.length > 0, {
    error: "names no action and no trigger; add those that it uses",
  });

const Recipe = z.strictObject({
  name: line(textLimits.title, "The recipe's name."),
  url: link("Where a reviewer sees the recipe, such as its share link."),
  use_case: line(textLimits.title, "The title of the use case that the recipe exercises."),
});

const Tester = z
  .strictObject({
    company: line(textLimits.title, "The company where they work; no names of persons.").optional(),
    role: line(textLimits.title, "What they do there, such as `support operations`.").optional(),
    relation: z
      .enum(["coworker", "beta user", "customer", "partner"])
      .describe("How they relate to the connector's author."),
    recipes: z.int().min(0).max(1_000_000).describe("How many recipes they ran."),
    jobs: z.int().min(0).max(1_000_000_000).describe("How many jobs these recipes ran."),
  })
  .refine(({ company, role }) => company !== undefined || role !== undefined, {
    error: "says nothing of who tested; add `company` or `role`",
  });

/** `listing.yml`, the author's side of a listing: what the catalogue shows, and the evidence of testing. */
export const Manifest = z
  .strictObject({
    slug: slug("Names the listing for ever: in the catalogue's addresses, and in release tags."),
    name: line(textLimits.name, "The application's name, spelled as the application spells it."),
    publisher: slug("The developer account that publishes the connector."),
    summary: line(textLimits.summary, "What the connector is for, in one line."),
    description: z
      .string()
      .trim()
      .min(1)
      .max(textLimits.description)
      .refine((text) => descriptionFile(text) !== null || !/^\S+\.(?:md|markdown|txt)$/i.test(text), {
        error:
          "must be Markdown, or the file `README.md`, `DESCRIPTION.md` or `LISTING.md` beside `listing.yml`",
      })
      .describe(
        "What it can do and what users need for it: Markdown, or the name of a Markdown file beside this one.",
      ),
    categories: z
      .array(line(40, "A category of the catalogue."))
      .min(1)
      .max(3)
      .describe(
        "Where the catalogue shows the connector: one to three categories of the programme's policy.",
      ),
    keywords: z
      .array(line(textLimits.keyword, "A word that people search for."))
      .max(3)
      .optional()
      .describe("Up to three words that people search for."),
    logo: z
      .enum(["logo.png", "logo.svg"])
      .default("logo.png")
      .describe("The application's logo, a square PNG or SVG beside this file."),
    support: z
      .strictObject({
        email: z
          .email({ error: "must be an email address" })
          .max(254)
          .optional()
          .describe("Where users write to."),
        documentation: link("Documentation that helps users of the connector.").optional(),
        help_centre: link("The help centre where users ask.").optional(),
      })
      .refine((support) => Object.values(support).some((value) => value !== undefined), {
        error: "names no contact; add at least one of `email`, `documentation` and `help_centre`",
      })
      .describe("Where users of the connector get help: at least one of the three."),
    website: link("The application's home page.").optional(),
    documentation: link("The connector's documentation.").optional(),
    privacy_policy: link("The publisher's privacy policy.").optional(),
    terms: link("The terms of use.").optional(),
    api: z
      .strictObject({
        documentation: link("The reference of the API that the connector calls."),
        version: line(40, "The version of the API, as its documentation names it.").optional(),
      })
      .optional()
      .describe("The API that the connector calls."),
    connection: z
      .strictObject({
        plan: line(textLimits.title, "The plan or edition of the application that is needed.").optional(),
        role: line(
          textLimits.title,
          "The role that the connecting user needs in the application.",
        ).optional(),
        scopes: z
          .array(line(200, "A scope or permission."))
          .max(100)
          .optional()
          .describe("The scopes it asks for."),
      })
      .optional()
      .describe("What an installer needs before connecting."),
    use_cases: z
      .array(UseCase)
      .max(50)
      .optional()
      .describe("What people do with it, and by which operations."),
    testing: z
      .strictObject({
        recipes: z.array(Recipe).max(200).optional().describe("The recipes that exercise the use cases."),
        share_link: link("The private share link of the version under review.").optional(),
        testers: z.array(Tester).max(100).optional().describe("Who tested it, besides the author."),
      })
      .optional()
      .describe("The evidence that the connector was tested."),
    contact_for_review: line(254, "Whom reviewers ask: an email address or a GitHub user name.").optional(),
    changelog: z
      .string()
      .regex(/^changelog\.(?:md|txt)$/i, {
        error: "must be the name of the changelog beside `listing.yml`, such as `CHANGELOG.md`",
      })
      .default("CHANGELOG.md")
      .describe("The changelog, a file beside this one."),
  })
  .meta({
    title: "Connector listing",
    description: "What the catalogue shows of a connector, and the evidence that it was tested.",
  });

export type Manifest = z.output<typeof Manifest>;

/** The file that a description names; null where the description is itself the text. */
export function descriptionFile(description: string): string | null {
  return /^(?:readme|description|listing)\.md$/i.test(description) ? description : null;
}
