import type { AuthorObservation, AuthorReview } from "../../../app/author-issue/decide.ts";
import type { LineComment } from "../../../app/github/pull-reviews.ts";
import type { RequestedChanges } from "../../../app/review/fold.ts";
import { type Gate, type GateName, gateNames } from "../../../app/submission/gate.ts";
import type { SubmissionPull } from "../../../app/submission/observation.ts";
import type { InspectedAction, Inspection } from "../../../checks/connector/inspect.ts";
import { sampleRecord } from "../../action/submission/submissions.ts";

export const record = sampleRecord("1.2.0");

const pull: SubmissionPull = {
  number: 5,
  url: "https://github.example/programme/listings/pull/5",
  title: "Helpdesk 1.2.0",
  isOpen: true,
  isMerged: false,
  isDraft: false,
  author: "ann",
  createdAt: 0,
  labels: [],
  assignees: [],
  requestedReviewers: [],
  headSha: "h".repeat(40),
  headRef: "submit/helpdesk",
  headRepository: { owner: "programme", repo: "listings" },
  isFork: false,
  baseSha: "b".repeat(40),
  baseRef: "main",
  defaultBranch: "main",
};

const operation: InspectedAction = {
  title: null,
  subtitle: null,
  description: null,
  keys: null,
  inputFields: null,
  outputFields: null,
  line: 40,
};

const inspection: Inspection = {
  schemaVersion: 1,
  file: "connector.rb",
  title: "Helpdesk",
  rootKeys: null,
  connection: { keys: null, fields: null, authorization: { type: "oauth2", keys: null }, line: 3 },
  actions: { create_ticket: operation },
  triggers: { new_ticket: { ...operation, kind: "polling", line: 90 } },
  objectDefinitions: null,
  pickLists: null,
  methods: null,
  definitionFields: null,
};

export type ObservationChanges = Partial<Omit<AuthorObservation, "pull">> & {
  readonly pull?: Partial<SubmissionPull>;
};

/** A submission of version 1.2.0 that Ann made and Rae reviews. */
export function observe({ pull: changes, ...others }: ObservationChanges = {}): AuthorObservation {
  return {
    repository: { owner: "programme", repo: "listings" },
    record,
    listed: record,
    reviewComments: [],
    members: new Map([
      ["@programme/code", new Set(["rae", "ann"])],
      ["@uma", new Set(["uma"])],
    ]),
    insiders: new Set(["ann"]),
    inspection,
    ...others,
    pull: { ...pull, ...changes },
  };
}

/** All gates; the two reviews wait, and the others pass, unless said otherwise. */
export function gatesOf(states: Partial<Record<GateName, Gate["state"]>> = {}): readonly Gate[] {
  return gateNames.map((name, index) => {
    const state = states[name] ?? (index < 5 ? "pass" : "waiting");
    return { name, state, title: `${name} is ${state}`, summary: "", annotations: [] };
  });
}

export function request(changes: Partial<RequestedChanges> = {}): RequestedChanges {
  return {
    id: "8",
    by: "rae",
    sides: ["code"],
    text: "Page the search.",
    url: "https://github.example/programme/listings/pull/5#issuecomment-8",
    at: Date.parse("2026-11-25T10:00:00Z") / 1000,
    answeredBy: null,
    isSettled: false,
    ...changes,
  };
}

export function reviewOf(changes: Partial<AuthorReview> = {}): AuthorReview {
  return { requests: [], hold: null, acts: [], ...changes };
}

export function lineComment(changes: Partial<LineComment> = {}): LineComment {
  return {
    id: 7,
    author: "rae",
    path: "listings/helpdesk/listing.json",
    line: 4,
    body: "Why?",
    url: "https://github.example/c/7",
    createdAt: 0,
    isEdited: false,
    ...changes,
  };
}
