import { readFileSync } from "node:fs";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { maxCommentLength } from "../../../app/github/comments.ts";
import { evidenceFor } from "../../../app/review/evidence.ts";
import type { InspectedAction, InspectedField, Inspection } from "../../../checks/connector/inspect.ts";
import { checklists } from "../../../checks/rules/checklists.ts";
import { createTestChecker } from "../../support/checker.ts";
import { sampleRecord } from "../../action/submission/submissions.ts";
import { createStory } from "./story.ts";

const file = new URL("../../../examples/helpdesk-fixed/connector.rb", import.meta.url);
const checker = await createTestChecker();
const inspection = checker.inspect("connector.rb", readFileSync(file));
if (!inspection) throw new Error("the example has no model");

function evidence(item: string, model: Inspection = inspection!, version = "1.0.0"): string {
  const record = sampleRecord(version);
  return evidenceFor(item, { inspection: model, record, listed: null, account: null }).join("");
}

describe("evidence", () => {
  test.each([
    ["usability/recipe-view", /^- action `\w+`: .+ · .+/m],
    ["usability/field-hints", /^ {2}- `\w+` “.+” \(required\)/m],
    ["security/least-privilege", /^- authorization: `\w+`/m],
    ["guidelines/rate-limit", /^- `\w+` \(polling\)/m],
    ["guidelines/dry", /object definition/],
    ["usability/display-priority", /all operations: `/],
    ["listing/breaking-change", /a first version/],
    ["listing/tried", /share link: none is given/],
    ["listing/owner", /source `acme\/helpdesk`/],
  ])("of %s is taken from the connector", (item, expected) => {
    expect(evidence(item)).toMatch(expected);
  });

  test("tells what a new version takes from recipes", () => {
    const listed = sampleRecord("1.0.0");
    const record = sampleRecord("2.0.0", {
      capabilities: {
        ...listed.capabilities,
        actions: {},
        connection: { authorization: "basic_auth", fields: 2 },
      },
    });
    const lines = evidenceFor("listing/breaking-change", {
      inspection,
      record,
      listed,
      account: null,
    });

    expect(lines).toEqual([
      "- `1.0.0` is listed\n",
      "- removed: `create_ticket`\n",
      "- the connection changed\n",
    ]);
  });

  test("belongs to items that there are, and the rest have none", () => {
    const items = [...checklists.code, ...checklists.usability].map(({ id }) => id);

    expect(items.filter((item) => evidence(item) !== "").length).toBeGreaterThan(10);
    expect(evidence("usability/nothing")).toBe("");
    expect(evidence("constructor")).toBe("");
  });
});

const nasty =
  "](https://evil.example) <img src=x> </details> @everyone #1 `x` | --> \u202e ![](//x)\n\n# Heading";

function hostile(count: number): Inspection {
  const field: InspectedField = { name: nasty, label: nasty, hint: nasty, optional: false };
  const operation: InspectedAction = {
    title: nasty,
    subtitle: nasty,
    description: nasty,
    keys: ["config_fields"],
    inputFields: Array.from({ length: 50 }, () => field),
    outputFields: null,
    line: 1,
  };
  const operations = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`delete_search_file_${index}${nasty}`, operation]),
  );
  return {
    schemaVersion: 1,
    file: "connector.rb",
    title: nasty,
    rootKeys: null,
    connection: { keys: null, fields: [field], authorization: { type: nasty, keys: null }, line: 1 },
    actions: operations,
    triggers: Object.fromEntries(
      Object.entries(operations).map(([key, each]) => [key, { ...each, kind: "polling" as const }]),
    ),
    objectDefinitions: { [nasty]: null },
    pickLists: null,
    methods: { [nasty]: 1 },
    definitionFields: null,
  };
}

describe("the checklists of a hostile connector", () => {
  test("are not longer than a comment, and stay lists", async () => {
    const story = createStory();
    story.inspection = hostile(300);
    await story.look();

    for (const { body } of story.said("connector-gate:checklist")) {
      expect(body.length).toBeLessThan(maxCommentLength);
      expect(body).toContain("*More did not fit here");
      expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length);
    }
  });

  test("show its texts and nothing of its own", async () => {
    const story = createStory();
    story.inspection = hostile(1);
    await story.look();

    for (const { body } of story.said("connector-gate:checklist")) {
      const html = await marked.parse(body);
      expect(html).not.toMatch(/<img|href="https:\/\/evil|<h1|@everyone/);
      expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    }
  });
});
