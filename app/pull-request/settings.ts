import type { CheckOptions } from "../../checks/checker.ts";

/** How a repository wants its connectors checked. */
export type Settings = CheckOptions;

export interface SettingsProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/** Reads the configuration of the base branch; null where it has none. Never throws. */
export type ParseSettings = (bytes: Uint8Array | null) => SettingsResult;

export const defaultSettings: Settings = { failOn: "error" };
