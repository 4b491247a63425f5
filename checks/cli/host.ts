import type { Terminal } from "./terminal.ts";

/** Where a command runs. */
export interface Host {
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly terminal: Terminal;
  /** The script that was started, for threads to start as well. */
  readonly entry: URL;
}
