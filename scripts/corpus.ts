import { basename, resolve } from "node:path";
import type { Checker, ProjectResult } from "../checks/checker.ts";
import { createBoundedCheck } from "../checks/cli/bounded-checker.ts";
import { findConnectors } from "../checks/cli/find-connectors.ts";
import { readProject } from "../checks/cli/read-project.ts";
import type { ConnectorProject } from "../checks/project.ts";

/** A connector of a checkout, and what the checks say of it. */
export interface CorpusConnector {
  /** The checkout's name and the file in it, such as `shop-connectors/orders/connector.rb`. */
  readonly name: string;
  readonly project: ConnectorProject;
  readonly result: ProjectResult;
}

export interface Corpus {
  readonly checker: Checker;
  readonly connectors: readonly CorpusConnector[];
}

/** Finds and checks the connectors in some checkouts, as `connector-gate check` does. */
export async function checkCorpus(folders: readonly string[]): Promise<Corpus> {
  const connectors: CorpusConnector[] = [];
  let checker: Checker | null = null;
  for (const folder of folders) {
    const root = resolve(folder);
    const found = await findConnectors(root, ["."]);
    for (const problem of found.problems) console.error(problem);
    checker ??= found.checker;
    const check = createBoundedCheck(found.checker);
    for (const { file, isProject } of found.connectors) {
      const read = readProject(root, file, isProject);
      if (!read.ok) {
        console.error(`${file}: ${read.problem}`);
        continue;
      }
      const result = await check(read.project, { failOn: "never" });
      connectors.push({ name: `${basename(root)}/${file}`, project: read.project, result });
    }
  }
  if (!checker) throw new Error("no folder was named");
  return { checker, connectors };
}
