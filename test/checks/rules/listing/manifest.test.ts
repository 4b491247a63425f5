import { expect, test } from "vitest";

import { manifest } from "../../../../checks/rules/listing/manifest.ts";
import { logo } from "../../../../checks/rules/listing/logo.ts";
import { listing, shop } from "../../../../checks/rules/listing/listing-examples.ts";
import { createTestChecker, projectOf } from "../../../support/checker.ts";

test("a problem of the manifest has the place in listing.yml, also after wide characters", async () => {
  const checker = await createTestChecker([manifest]);
  const text = `# é \u{1F600}\n${listing({ website: "http://shop.example" })}`;

  const { report } = checker.check(projectOf(shop, { "listing.yml": text }), { failOn: "error" });

  expect(report.findings).toMatchObject([
    {
      ruleId: "listing/manifest",
      file: "listing.yml",
      start: { line: 9, column: 10 },
      end: { line: 9, column: 29 },
    },
  ]);
});

test("a missing manifest is only reported where one is asked for", async () => {
  const checker = await createTestChecker([manifest]);
  const settings = new Map([["listing/manifest", { options: { required: true } }]]);

  const asked = checker.check(projectOf(shop, {}), { failOn: "error", settings });
  const unknown = checker.check(projectOf(shop), { failOn: "error", settings });

  expect(asked.report.findings).toMatchObject([
    { message: "The project has no `listing.yml` that can be read." },
  ]);
  expect(unknown.report.findings).toEqual([]);
});

test("a PNG logo of a few pixels is reported with its width", async () => {
  const checker = await createTestChecker([logo]);
  const header = new Uint8Array(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  header.set([0, 0, 0, 32, 0, 0, 0, 32], 16);
  const project = projectOf(shop, { "listing.yml": listing() });
  const files = new Map([...project.files!, ["logo.png", { size: 33, bytes: header }]]);

  const { report } = checker.check({ ...project, files }, { failOn: "error" });

  expect(report.findings.map(({ message }) => message)).toEqual([
    "The logo is 32 pixels wide; it needs 100 to 2048.",
  ]);
});
