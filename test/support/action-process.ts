import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ActionRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** One job of a runner: a workspace, a temporary folder, and nothing of this machine's environment. */
export interface Job extends AsyncDisposable {
  readonly workspace: string;
  readonly temp: string;
  /** Writes files into the workspace. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Copies a folder of this repository into the workspace. */
  copy(from: string, to: string): Promise<void>;
  run(
    inputs: Readonly<Record<string, string>>,
    environment?: Readonly<Record<string, string>>,
    main?: string,
  ): Promise<ActionRun>;
}

export const commit = "c".repeat(40);

export async function startJob(): Promise<Job> {
  const folder = await mkdtemp(join(tmpdir(), "action-"));
  const [workspace, temp] = [join(folder, "workspace"), join(folder, "temp")];
  await mkdir(workspace);
  await mkdir(temp);
  return {
    workspace,
    temp,
    async write(files) {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(workspace, path)), { recursive: true });
        await writeFile(join(workspace, path), content);
      }
    },
    copy: (from, to) => cp(join(root, from), join(workspace, to), { recursive: true }),
    async run(inputs, environment = {}, main = join(root, "action/main.ts")) {
      const id = randomUUID();
      const files = {
        GITHUB_OUTPUT: join(temp, `output-${id}`),
        GITHUB_STEP_SUMMARY: join(temp, `summary-${id}`),
      };
      for (const file of Object.values(files)) await writeFile(file, "");
      // The runner gives every input of action.yml, those not set as an empty text.
      const given = Object.entries({ mode: "", paths: "", ...inputs }).map(
        ([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value] as const,
      );
      const child = spawn(process.execPath, [main], {
        cwd: workspace,
        env: {
          // Keeps what Node compiled from run to run, which halves the time of a test.
          NODE_COMPILE_CACHE: join(tmpdir(), "connector-gate-compile-cache"),
          GITHUB_ACTIONS: "true",
          GITHUB_EVENT_NAME: "pull_request",
          GITHUB_REF: "refs/pull/1/merge",
          GITHUB_SHA: commit,
          GITHUB_REPOSITORY: "acme/helpdesk",
          GITHUB_REPOSITORY_ID: "7",
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: temp,
          ...files,
          ...Object.fromEntries(given),
          ...environment,
        },
      });
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
      return {
        exitCode,
        stdout,
        stderr,
        outputs: parseOutputs(await readFile(files.GITHUB_OUTPUT, "utf8")),
        summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8"),
      };
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The `name<<delimiter` blocks of an output file. */
function parseOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = "", , value = ""]) => [name, value]));
}
