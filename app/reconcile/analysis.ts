import type { Checker } from "../../checks/checker.ts";
import type { Inspection } from "../../checks/connector/inspect.ts";
import type { ConnectorProject } from "../../checks/project.ts";

/** The checks as the app uses them: the `Checker` itself, or one that works in another thread. */
export interface Analysis {
  check(
    ...parameters: Parameters<Checker["check"]>
  ): ReturnType<Checker["check"]> | Promise<ReturnType<Checker["check"]>>;
  isConnector(source: Uint8Array): boolean | Promise<boolean>;
  /** The names of actions and the like; null where they are not known, so that no renaming is recognised. */
  names(project: ConnectorProject): readonly string[] | null | Promise<readonly string[] | null>;
  /** The model of a connector as data; null where it cannot be known, also since it takes too much to find out. */
  inspect(project: ConnectorProject): Inspection | null | Promise<Inspection | null>;
}
