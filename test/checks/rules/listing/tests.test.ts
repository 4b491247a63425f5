import { expect, test } from "vitest";

import { maxProjectFiles } from "../../../../checks/project.ts";
import { listing } from "../../../../checks/rules/listing/listing-examples.ts";
import { tests } from "../../../../checks/rules/listing/tests.ts";
import { createTestChecker, projectOf } from "../../../support/checker.ts";

test.each([
  [10, ["listing/tests"]],
  [maxProjectFiles, []],
])("of a project with %i other files", async (count, expected) => {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`fixtures/${index}.json`, ""]),
  );
  const checker = await createTestChecker([tests]);
  const { report } = checker.check(projectOf("{ title: 'Acme' }", { ...files, "listing.yml": listing() }), {
    failOn: "never",
  });

  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(expected);
});
