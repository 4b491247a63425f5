import type { Checker } from "../../checks/checker.ts";

/** The checks as the app uses them: the `Checker` itself, or one that works in another thread. */
export interface Analysis {
  check(
    ...parameters: Parameters<Checker["check"]>
  ): ReturnType<Checker["check"]> | Promise<ReturnType<Checker["check"]>>;
  isConnector(source: Uint8Array): boolean | Promise<boolean>;
}
