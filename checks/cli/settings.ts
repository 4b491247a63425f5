import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { CheckOptions } from "../checker.ts";
import { presets } from "../config/presets.ts";
import { toOneLine } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { type Given, hasOption, lastValue } from "./arguments.ts";
import { readRegularFile } from "./read-file.ts";
import { UserError } from "./user-error.ts";

/** How a run is to check, from the configuration and the command line. */
export interface Settings {
  readonly options: CheckOptions;
  /** Where to look, as the command line or else the configuration says. */
  readonly paths: readonly string[];
  /** Where the configuration names each path; empty where the command line does. */
  readonly places: readonly string[];
}

const configPath = join(".github", "connector-gate.yml");
const maxConfigBytes = 1024 * 1024;

/** Reads the settings of a run; throws a `UserError` for a configuration that cannot be used. */
export async function readSettings(given: Given, root: string): Promise<Settings> {
  const file = lastValue(given, "config") ?? findConfig(root);
  const configured =
    file === null ? null : await readConfig(resolve(root, file), toOneLine(shownPath(root, file)));
  const base = configured?.options ?? defaultOptions();
  const failOn = lastValue(given, "fail-on") as CheckOptions["failOn"] | null;
  return {
    options: {
      ...base,
      failOn: failOn ?? base.failOn,
      ...(hasOption(given, "no-waivers") ? { waivers: false } : {}),
    },
    paths: given.operands.length > 0 ? given.operands : (configured?.paths(root) ?? ["."]),
    places: given.operands.length > 0 ? [] : (configured?.places ?? []),
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What applies without a configuration; the library that reads one is not loaded then. */
function defaultOptions(): CheckOptions {
  const { failOn, setting } = presets.recommended;
  const settings = new Map(
    rules.flatMap((rule) => {
      const own = setting(rule);
      return own ? [[rule.id, own] as const] : [];
    }),
  );
  return { failOn, settings, today: today() };
}

/** The configuration of the repository around a folder. */
function findConfig(root: string): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = join(folder, configPath);
    if (existsSync(file)) return file;
    if (existsSync(join(folder, ".git")) || folder === dirname(folder)) return null;
  }
}

async function readConfig(path: string, shown: string) {
  const read = readRegularFile(path, maxConfigBytes);
  if (!read.ok) throw new UserError(`${shown}: ${read.problem}; check the path`);
  const { parseConfig, toCheckOptions } = await import("../config/parse-config.ts");
  const parsed = parseConfig(read.bytes, rules, shown);
  if (!parsed.ok) {
    const lines = parsed.problems.map(
      ({ line, column, message }) => `${shown}:${line}:${column}: ${toOneLine(message)}`,
    );
    throw new UserError(lines[0]!, lines.slice(1));
  }
  const { settings } = parsed;
  const repository = /[\\/]\.github[\\/][^\\/]+$/.test(path) ? dirname(dirname(path)) : dirname(path);
  return {
    options: toCheckOptions(settings, today()),
    paths: (root: string) =>
      settings.connectors?.map((connector) => shownPath(root, resolve(repository, connector))) ?? null,
    places: settings.connectorPlaces,
  };
}

function shownPath(root: string, path: string): string {
  const absolute = resolve(root, path);
  const inside = relative(root, absolute);
  return (inside === "" ? "." : inside).split(sep).join("/");
}
