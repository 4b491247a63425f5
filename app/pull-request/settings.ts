import type { CheckOptions } from "../../checks/checker.ts";
import { defaultSettings, parseConfig, toCheckOptions } from "../../checks/config/parse-config.ts";
import type { Rule } from "../../checks/engine/rule.ts";

/** How a repository wants its connectors checked. */
export interface Settings {
  readonly options: CheckOptions;
  /** Folders or files of the connectors; null where all are to be found. */
  readonly connectors: readonly string[] | null;
  /** Whether another day may bring another result, since waivers end. */
  readonly dependsOnDay: boolean;
}

export interface SettingsProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/** Reads the configuration of the base branch; null where it has none. `today` is `YYYY-MM-DD`. Never throws. */
export type ParseSettings = (bytes: Uint8Array | null, today: string) => SettingsResult;

export function createParseSettings(rules: readonly Rule[]): ParseSettings {
  return (bytes, today) => {
    const parsed = bytes
      ? parseConfig(bytes, rules)
      : { ok: true as const, settings: defaultSettings(rules) };
    if (!parsed.ok) return parsed;
    const { settings } = parsed;
    return {
      ok: true,
      settings: {
        options: toCheckOptions(settings, today),
        connectors: settings.connectors,
        dependsOnDay: settings.waivers.some(({ until }) => until !== undefined),
      },
    };
  };
}
