import { expect, test } from "vitest";

import { pollPageSize } from "../../../../checks/rules/guidelines/poll-page-size.ts";
import { checkSource } from "../../../support/checker.ts";

async function countIn(turn: string): Promise<number> {
  const source = `
    {
      triggers: {
        new_lead: {
          poll: lambda do |_connection, _input, closure|
            leads = []
            count = 0
            loop do
              ${turn}
            end
            { events: leads, next_poll: leads.last['id'] }
          end
        }
      }
    }
  `;
  return (await checkSource([pollPageSize], source)).findings.length;
}

const page = "page = get('/leads', after: closure, limit: 100)\nrows = get('/leads')['rows']\n";

test.each([
  ["pages until one is empty", "leads.concat(page['rows'])\nbreak if page['rows'].blank?"],
  ["pages until one is not full", "leads.concat(page['rows'])\nbreak if page['rows'].size < 100"],
  ["pages in a variable of their own", "leads += rows\nbreak unless rows.count >= 100"],
])("reports a loop that reads %s", async (_what, turn) => {
  expect(await countIn(page + turn)).toBe(1);
});

test.each([
  ["so many events", "leads.concat(rows)\nbreak if leads.size >= 500"],
  ["so many events or the last page", "leads.concat(rows)\nbreak if rows.size < 100 || leads.size >= 500"],
  ["so many events by a counter", "leads.concat(rows)\ncount += rows.size\nbreak if count > 500"],
  ["a time", "leads.concat(rows)\nbreak if rows.size < 100 || rows.last['at'] < closure"],
  ["the size of something else", "leads.concat(rows)\nids = leads.pluck('id')\nbreak if ids.size > 500"],
  ["a page that grows", "rows += page['rows']\nleads += rows\nbreak if rows.size > 500"],
])("accepts a loop that ends with %s", async (_what, turn) => {
  expect(await countIn(page + turn)).toBe(0);
});
