import type { Checker } from "../../checks/checker.ts";
import type { ConnectorProject } from "../../checks/project.ts";

/** The checks as the app uses them: the `Checker` itself, or one that works in another thread. */
export interface Analysis {
  check(
    ...parameters: Parameters<Checker["check"]>
  ): ReturnType<Checker["check"]> | Promise<ReturnType<Checker["check"]>>;
  isConnector(source: Uint8Array): boolean | Promise<boolean>;
  /** The names of actions and the like; null where they are not known, so that no renaming is recognised. */
  names(project: ConnectorProject): readonly string[] | null | Promise<readonly string[] | null>;
}
