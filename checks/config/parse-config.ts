import type { CheckOptions } from "../checker.ts";
import { severities, type Severity } from "../engine/finding.ts";
import type { Rule } from "../engine/rule.ts";
import type { RuleSetting } from "../engine/run-rules.ts";
import type { ConfiguredWaiver } from "../engine/waivers.ts";
import { readYaml, type YamlFile, type YamlProblem } from "../yaml/read-yaml.ts";
import { validate } from "../yaml/validate.ts";
import { type Config, configFile, createConfigSchema } from "./config.ts";
import { presets, type PresetName } from "./presets.ts";

export type ParsedConfig =
  | { readonly ok: true; readonly settings: ProjectSettings }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** A configuration as the checks use it. */
export interface ProjectSettings {
  readonly preset: PresetName;
  /** Paths of connectors; null where all are to be found. */
  readonly connectors: readonly string[] | null;
  /** The line of each of these paths, as `file:line`. */
  readonly connectorPlaces: readonly string[];
  readonly failOn: Severity | "never";
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly waivers: readonly ConfiguredWaiver[];
}

/** Reads a configuration from untrusted bytes. Never throws: what is wrong comes with its place. */
export function parseConfig(
  bytes: Uint8Array,
  rules: readonly Rule[],
  file: string = configFile,
): ParsedConfig {
  const read = readYaml(bytes);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  // A file of nothing but comments is a configuration that sets nothing.
  const source: YamlFile = read.file.value === null ? { ...read.file, value: {} } : read.file;
  const validated = validate(source, createConfigSchema(rules));
  if (!validated.ok) return validated;
  return { ok: true, settings: toSettings(validated.value, rules, source, file) };
}

/** The settings of a repository without a configuration. */
export function defaultSettings(rules: readonly Rule[], preset: PresetName = "recommended"): ProjectSettings {
  return {
    preset,
    connectors: null,
    connectorPlaces: [],
    failOn: presets[preset].failOn,
    rules: presetRules(preset, rules),
    waivers: [],
  };
}

/** What the checker is to do under some settings. */
export function toCheckOptions(settings: ProjectSettings, today: string): CheckOptions {
  return { failOn: settings.failOn, settings: settings.rules, waivers: settings.waivers, today };
}

function presetRules(preset: PresetName, rules: readonly Rule[]): Map<string, RuleSetting> {
  const result = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const setting = presets[preset].setting(rule);
    if (setting) result.set(rule.id, setting);
  }
  return result;
}

function toSettings(config: Config, rules: readonly Rule[], source: YamlFile, file: string): ProjectSettings {
  const settings = presetRules(config.extends, rules);
  for (const [id, setting] of Object.entries(config.rules)) {
    if (setting !== undefined) settings.set(id, toRuleSetting(setting));
  }
  return {
    preset: config.extends,
    connectors: config.connectors ?? null,
    connectorPlaces: (config.connectors ?? []).map(
      (_path, index) => `${file}:${source.problem("", ["connectors", index]).line}`,
    ),
    failOn: config["fail-on"] ?? presets[config.extends].failOn,
    rules: settings,
    waivers: config.waivers.map((waiver, index) => ({
      ...waiver,
      file,
      line: source.problem("", ["waivers", index]).line,
    })),
  };
}

function toRuleSetting(setting: unknown): RuleSetting {
  if (isSeverity(setting)) return { severity: setting };
  const { severity, ...options } = setting as Record<string, unknown>;
  return { ...(isSeverity(severity) ? { severity } : {}), options };
}

function isSeverity(value: unknown): value is Severity | "off" {
  return value === "off" || severities.some((severity) => severity === value);
}
