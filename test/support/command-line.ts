import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What users run, built anew into a folder of its own. */
export interface BuiltDist {
  readonly folder: string;
  readonly cli: string;
  remove(): void;
}

export function buildDist(): BuiltDist {
  const folder = mkdtempSync(join(tmpdir(), "connector-gate-dist-"));
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/build.ts"), "--out", folder], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { folder, cli: join(folder, "cli.js"), remove: () => rmSync(folder, { recursive: true }) };
}

/** This Node, and the machine's own where that is another one. */
export function installedNodes(): ReadonlyMap<string, string> {
  const nodes = new Map([[process.version, process.execPath]]);
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    if (folder.includes("node_modules")) continue;
    const node = join(folder, "node");
    try {
      accessSync(node, constants.X_OK);
    } catch {
      continue;
    }
    const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
    const version = stdout.trim();
    if (status === 0 && !nodes.has(version)) nodes.set(version, node);
  }
  return nodes;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
}

export interface RunResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of ours in an environment of its own: no colours, no terminal, nothing of the caller's. */
export function runScript(script: string, args: readonly string[], options: RunOptions = {}): RunResult {
  const { status, stdout, stderr } = spawnSync(options.node ?? process.execPath, [script, ...args], {
    cwd: options.cwd ?? root,
    input: options.input ?? "",
    env: { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), ...options.env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
