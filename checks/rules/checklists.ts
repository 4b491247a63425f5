/** The two reviews that a person signs off. */
export const reviews = ["code", "usability"] as const;
export type Review = (typeof reviews)[number];

/** One thing that only a person can judge. */
export interface ChecklistItem {
  /** `family/name`, as rules are named, and of no rule. */
  readonly id: `${string}/${string}`;
  /** What holds when the item is ticked, as one sentence. */
  readonly text: string;
  /** Why it matters to the people who build recipes or run the connector. */
  readonly why: string;
  /** What to look at, or to be shown, to judge it. */
  readonly evidence: string;
}

const codeReview: readonly ChecklistItem[] = [
  {
    id: "guidelines/validate-inputs",
    text: "Inputs that depend on each other, or could do harm, are checked before the request with a clear error.",
    why: "Values may be mapped from a chat or a web form; an early message saves calls and keeps out injected text.",
    evidence:
      "Actions with start and end dates, with only optional inputs, or with free text in a path or query.",
  },
  {
    id: "guidelines/metadata-in-object-definitions",
    text: "Actions ask the application for data only, and object definitions ask for schemas.",
    why: "A request for metadata in `execute` is repeated for every job, and a fixed schema misses custom fields.",
    evidence: "Requests in `execute` whose path has `meta`, `schema`, `describe` or `fields` in it.",
  },
  {
    id: "guidelines/dry",
    text: "Field lists and requests that occur several times are object definitions and methods.",
    why: "A change of the API is then made in one place.",
    evidence: "Equal lists of four fields or more, and chains of requests that differ only in their path.",
  },
  {
    id: "guidelines/large-data",
    text: "Files are streamed in chunks, and collections are read page by page.",
    why: "A job has limited memory and 180 seconds; whole files and whole collections exceed both.",
    evidence: "Actions that take or give file contents, and loops or recursion over pages.",
  },
  {
    id: "guidelines/api-version",
    text: "The version of the API is in the address or a header, and users learn which versions work.",
    why: "Applications change what they answer by default while several versions are alive.",
    evidence: "Hosts and paths of requests without a version, and what `help` says of versions.",
  },
  {
    id: "guidelines/pagination",
    text: "Search and list actions give all pages, or say how many records they give.",
    why: "Users take a list for complete, and lose records without an error.",
    evidence: "The requests of every action that begins with Search or List, and its help.",
  },
  {
    id: "guidelines/delete-table",
    text: "No action deletes whole tables or changes the application's schema.",
    why: "Such a step in a recipe loses data for good; an administrator does it in the application.",
    evidence: "Actions that begin with Delete or Remove, and the requests that they make.",
  },
  {
    id: "guidelines/rate-limit",
    text: "Triggers do not poll endpoints with tight rate limits.",
    why: "Every active recipe polls; a handful of them would use up what the application allows.",
    evidence: "The endpoints of polling triggers, beside the rate limits in the API's documentation.",
  },
  {
    id: "security/sandbox-only",
    text: "Development and recorded traffic used a sandbox account.",
    why: "Production data would be changed by tests, or published in recordings.",
    evidence: "Hosts, email addresses and names in cassettes and fixtures.",
  },
  {
    id: "security/least-privilege",
    text: "Scopes and the request in `test` need no more privileges than the connector uses.",
    why: "Users grant what a connection asks for, and are harmed by what it did not need.",
    evidence: "The scopes in `authorization_url`, whether users can choose them, and the path in `test`.",
  },
  {
    id: "listing/owner",
    text: "The submitter's company owns the application and is enrolled as a technology partner.",
    why: "Users trust a listed connector to come from the maker of the application.",
    evidence: "The developer account, the company's domain, and its profile in the community.",
  },
  {
    id: "listing/app-api-only",
    text: "The connector calls nothing but the application's own API.",
    why: "Any other host could receive customers' data and credentials.",
    evidence: "The hosts of all requests, and addresses that are built of inputs or responses.",
  },
];

const usabilityReview: readonly ChecklistItem[] = [
  {
    id: "usability/recipe-view",
    text: "Every action and trigger was looked at in the recipe editor, and its texts tell what it is for.",
    why: "Only the editor shows how titles, labels, hints and help read together.",
    evidence: "A recipe in the reviewer's workspace with each operation in it, or screenshots of each.",
  },
  {
    id: "usability/display-priority",
    text: "The operations that are used most come first.",
    why: "The list is alphabetical otherwise, and hides the useful ones among the rare ones.",
    evidence: "The order of the list in the editor, `display_priority`, and the use cases of the manifest.",
  },
  {
    id: "usability/object-help",
    text: "Actions and triggers for several objects have help for each object.",
    why: "What is true of an invoice is not true of a contact, and general help leaves both unsaid.",
    evidence: "The help of operations with a config field for the object, after choosing each object.",
  },
  {
    id: "usability/dynamic-schema",
    text: "Custom fields of the customer's account appear, and are marked as custom.",
    why: "Real accounts have fields of their own, and recipes without them are of no use there.",
    evidence: "An operation in the editor, connected to an account that has a custom field.",
  },
  {
    id: "usability/required-together",
    text: "Inputs that are needed together are checked together.",
    why: "One of a pair without the other fails late, with the API's words instead of the connector's.",
    evidence: "Fields such as start and end, or amount and currency, each left empty in turn.",
  },
  {
    id: "usability/field-hints",
    text: "Inputs that are still ambiguous under their labels have hints.",
    why: "What a field means to the application is in nobody's head who uses it for the first time.",
    evidence: "Inputs for ids, codes and formats, read by someone who does not know the application.",
  },
  {
    id: "listing/breaking-change",
    text: "Recipes that use the listed version go on working with this one, or its major version and notes say why not.",
    why: "All users get the new version, and a field that is gone stops their recipes at night.",
    evidence:
      "The capabilities in the submission: operations that were removed or changed, and the changelog's entry.",
  },
  {
    id: "listing/landing-page",
    text: "Nobody installs the connector without access: a landing page says how to get it.",
    why: "Users without an account of the application would install what they cannot connect.",
    evidence: "The share settings of the connector, and the page that its link leads to.",
  },
  {
    id: "listing/tried",
    text: "The reviewer installed the connector from its share link, connected, and ran the recipes.",
    why: "What the code promises is known only after it has run.",
    evidence: "The jobs of the recipes that the manifest names, in the reviewer's workspace.",
  },
];

/** What a reviewer ticks before signing off, in the order in which it is shown. */
export const checklists: Readonly<Record<Review, readonly ChecklistItem[]>> = {
  code: codeReview,
  usability: usabilityReview,
};
