import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

import type { Checker } from "../checks/checker.ts";
import { findConnectors } from "../checks/cli/find-connectors.ts";
import { readProject } from "../checks/cli/read-project.ts";
import type { ConnectorProject } from "../checks/project.ts";
import { toOneLine } from "../checks/report/escape.ts";
import { UserError } from "./user-error.ts";

export interface FoundProjects {
  readonly checker: Checker;
  readonly projects: readonly ConnectorProject[];
}

/** Reads the connectors at some paths of the checkout. A path that leads out of it is refused, also through a link. */
export async function findProjects(workspace: string, paths: readonly string[]): Promise<FoundProjects> {
  for (const path of paths) {
    if (path === "-" || !isInside(workspace, resolve(workspace, path)) || !staysInside(workspace, path)) {
      throw new UserError(`The path ${shown(path)} leads out of the checkout; name a folder or file in it.`);
    }
  }
  const { checker, connectors, problems } = await findConnectors(workspace, paths);
  const projects: ConnectorProject[] = [];
  for (const { file, isProject } of connectors) {
    const read = readProject(workspace, file, isProject);
    if (read.ok) projects.push(read.project);
    else problems.push(`${toOneLine(file)}: ${read.problem}`);
  }
  if (problems.length > 0) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
    throw new UserError(`${problems[0]}${more}.`);
  }
  return { checker, projects };
}

function staysInside(workspace: string, path: string): boolean {
  try {
    return isInside(realpathSync(workspace), realpathSync(resolve(workspace, path)));
  } catch {
    // What is not there is told of when it is looked for.
    return true;
  }
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function shown(path: string): string {
  return toOneLine(path).slice(0, 200);
}
