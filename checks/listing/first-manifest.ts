import { stringify } from "yaml";

import { manifestSchemaUrl } from "./json-schema.ts";
import { Manifest, textLimits } from "./manifest.ts";
import { isSlug, slugHint } from "./slug.ts";

/** What is known of a project before it has a manifest, and what its author answered. */
export interface FirstManifest {
  /** The connector's title; null where it is not known. */
  readonly title: string | null;
  readonly actions: readonly string[];
  readonly triggers: readonly string[];
  /** The README's text; null where there is none. */
  readonly readme: string | null;
  readonly logo: "logo.png" | "logo.svg" | null;
  readonly publisher?: string;
  readonly summary?: string;
  readonly category?: string;
  readonly supportEmail?: string;
}

/**
 * The text of a first `listing.yml`: what is known is filled in, and what only the author knows is a comment, so that
 * the checks name each of these until it is there.
 */
export function firstManifest(facts: FirstManifest): string {
  const name = facts.title?.trim() || null;
  const email = facts.supportEmail ?? emailIn(facts.readme);
  const lines = [
    `# yaml-language-server: $schema=${manifestSchemaUrl}`,
    "# What the catalogue shows of the connector, and the evidence that it was tested.",
    "",
    entry("slug", name === null ? null : toSlug(name), "names the listing for ever, such as `help-desk`"),
    entry("name", name, "the application's name, as it spells itself"),
    entry("publisher", facts.publisher ?? null, "the slug of your developer account"),
    entry("summary", facts.summary ?? summaryIn(facts.readme), "what the connector is for, in one line"),
    entry(
      "description",
      facts.readme === null ? null : "README.md",
      "Markdown, or the file README.md, DESCRIPTION.md or LISTING.md beside this one",
    ),
    facts.category === undefined
      ? "# categories: one to three of the programme's, such as [CRM]"
      : `categories:\n  - ${scalar(facts.category)}`,
    ...(facts.logo === "logo.svg" ? ["logo: logo.svg"] : []),
    "",
    ...(email === null
      ? [
          "# At least one of email, documentation and help_centre:",
          "# support:",
          "#   email: where users write to",
        ]
      : ["support:", `  email: ${scalar(email)}`]),
    "",
    "# What people do with it, and by which operations. Every action and trigger belongs to one.",
    "# use_cases:",
    "#   - title: what somebody gets done",
    "#     description: how the operations work together",
    ...operations("triggers", facts.triggers),
    ...operations("actions", facts.actions),
    "",
    "# How it was tested: what reviewers look at first.",
    "# testing:",
    "#   share_link: the private share link of the version under review",
    "#   recipes:",
    "#     - name: the recipe's name",
    "#       url: its link",
    "#       use_case: the title of the use case that it exercises",
    "#   testers:",
    "#     - company: where they work",
    "#       relation: coworker, beta user, customer or partner",
    "#       recipes: 1",
    "#       jobs: 1",
  ];
  return `${lines.join("\n")}\n`;
}

function entry(key: string, value: string | null, hint: string): string {
  return value === null ? `# ${key}: ${hint}` : `${key}: ${scalar(value)}`;
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function operations(key: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`#     ${key}: [${names.join(", ")}]`];
}

/** The slug for a name; null where nothing of it can be in one. */
function toSlug(name: string): string | null {
  const slug = name
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return isSlug(slug) ? slug : null;
}

/** The first email address of a README. */
export function emailIn(readme: string | null): string | null {
  return readme?.match(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/)?.[0] ?? null;
}

/** The first sentence of the README's first paragraph, where it is one that stands for itself. */
export function summaryIn(readme: string | null): string | null {
  const paragraph = readme
    ?.split(/\n\s*\n/)
    .map((text) => text.replace(/\s+/g, " ").trim())
    .find((text) => /^[\p{L}\p{N}]/u.test(text));
  const sentence = paragraph?.match(/^.{10,160}?[.!?](?= |$)/)?.[0];
  return sentence !== undefined && !/[[\]<>`*_|]/.test(sentence) ? sentence : null;
}

/** What is wrong with an answer, to be shown below it; null where it will do. */
export function answerProblem(
  key: "title" | "publisher" | "summary" | "category" | "supportEmail",
  answer: string,
): string | null {
  const { shape } = Manifest;
  switch (key) {
    case "title":
      return shape.name.safeParse(answer).success
        ? null
        : `One line of at most ${textLimits.name} characters`;
    case "publisher":
      return isSlug(answer.trim()) ? null : `A slug ${slugHint}`;
    case "summary":
      return shape.summary.safeParse(answer).success
        ? null
        : `One line of at most ${textLimits.summary} characters`;
    case "category":
      return shape.categories.safeParse([answer]).success ? null : "A category of at most 40 characters";
    case "supportEmail":
      return shape.support.safeParse({ email: answer.trim() }).success
        ? null
        : "An email address, such as support@acme.example";
  }
}
