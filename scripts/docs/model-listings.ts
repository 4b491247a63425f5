import { join } from "node:path";

import { createChecker } from "../../checks/checker.ts";
import { readProject } from "../../checks/cli/read-project.ts";
import { sha256 } from "../../checks/digest.ts";
import { type Account, accountPath, formatAccount } from "../../checks/listing/account.ts";
import { formatCatalogueIndex, indexPath } from "../../checks/listing/catalogue/catalogue-index.ts";
import { parseManifest } from "../../checks/listing/parse-manifest.ts";
import { defaultPolicy, submissionOptions } from "../../checks/listing/policy.ts";
import { recordOf } from "../../checks/listing/record-of-project.ts";
import { formatRecord, recordPath } from "../../checks/listing/submission-record.ts";
import { rules } from "../../checks/rules/index.ts";
import { version } from "../../checks/version.ts";

const folder = "examples/listings";

const account: Account = {
  slug: "lantern-desk",
  company: "Lantern Desk",
  owners: [{ login: "lantern-desk", id: 7302114, type: "Organization" }],
  approved: { by: "pat", at: "2026-11-02", issue: 1 },
};

/** What the model listings repository holds of `examples/helpdesk-fixed`, as if its version 1.0.0 were listed. */
export async function modelListings(root: string, wasm: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const checker = await createChecker(wasm);
  const read = readProject(join(root, "examples/helpdesk-fixed"), "connector.rb", true);
  if (!read.ok) throw new Error(read.problem);
  const { project } = read;
  const parsed = parseManifest(project.files?.get("listing.yml")?.bytes ?? new Uint8Array());
  const inspection = checker.inspect(project.file, project.source);
  if (!parsed.ok || !inspection) throw new Error("examples/helpdesk-fixed has no listing to show");
  const { report } = checker.check(project, submissionOptions(defaultPolicy, rules, []));
  const made = recordOf({
    project,
    manifest: parsed.manifest,
    version: "1.0.0",
    previousVersion: null,
    release: {
      repository: "lantern-desk/workato-connector",
      repositoryId: 88120457,
      tag: "v1.0.0",
      commit: sha256(report.sha256).slice(0, 40),
    },
    inspection,
    report,
    ruleSet: version,
  });
  if (!made.ok) throw new Error(made.problem);
  const { record } = made;
  const path = recordPath(record.slug);
  const index = formatCatalogueIndex([{ path, record, company: account.company, waivers: [] }]);
  return new Map([
    [`${folder}/${accountPath(account.slug)}`, formatAccount(account)],
    [`${folder}/${path}`, formatRecord(record)],
    [`${folder}/${indexPath}`, index],
  ]);
}
