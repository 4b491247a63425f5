import { expect, test } from "vitest";

import { placeholder } from "../../../../checks/rules/guidelines/placeholder.ts";
import { checkSource } from "../../../support/checker.ts";

test("a long credential of many words is soon looked at", async () => {
  const source = `{ connection: { authorization: { client_id: 'your_${"a_".repeat(5000)}!' } } }`;

  expect((await checkSource([placeholder], source)).findings).toEqual([]);
});
