import { fstatSync, readSync, writeSync } from "node:fs";
import { describeFileError } from "./read-file.ts";
import { UserError } from "./user-error.ts";
import { createStyle, type Style } from "../report/style.ts";

/** Standard streams, and what the person at the other end can see. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly style: Style;
  readonly errorStyle: Style;
  /** In columns. */
  readonly width: number;
  readonly isTerminal: boolean;
  readonly isErrorTerminal: boolean;
  write(text: string): void;
  writeError(text: string): void;
  /** Standard input to its end, or to `limit` bytes and one more. */
  readInput(limit: number): Uint8Array;
}

const defaultWidth = 100;

export function createTerminal(env: NodeJS.ProcessEnv): Terminal {
  return {
    env,
    style: createStyle(hasColours(env, 1)),
    errorStyle: createStyle(hasColours(env, 2)),
    get width() {
      return terminalWidth(env);
    },
    get isTerminal() {
      return isTerminal(1);
    },
    isErrorTerminal: isTerminal(2),
    write: (text) => writeAll(1, text),
    writeError(text) {
      try {
        writeAll(2, text);
      } catch {
        // There is nowhere left to say so.
      }
    },
    readInput,
  };
}

/** Whether a stream is a terminal. What is no device is none, and then the module that knows need not be loaded. */
function isTerminal(stream: number): boolean {
  try {
    if (process.platform !== "win32" && !fstatSync(stream).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(stream);
}

/** https://no-color.org and https://force-color.org, then whether it is a terminal that knows colours. */
function hasColours(env: NodeJS.ProcessEnv, stream: number): boolean {
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTerminal(stream) && env["TERM"] !== "dumb";
}

function terminalWidth(env: NodeJS.ProcessEnv): number {
  const columns = isTerminal(1) ? process.stdout.columns : Number(env["COLUMNS"]);
  return columns >= 40 ? Math.min(columns, 200) : columns > 0 ? 40 : defaultWidth;
}

/** Writes at once: no stream has to be set up, and nothing is lost where the process ends right after. */
function writeAll(stream: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Nobody reads any more, as after `| head`.
      if (code === "EPIPE") return;
      if (code !== "EAGAIN")
        throw new UserError(`standard output: cannot be written: ${describeFileError(error)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function readInput(limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total <= limit) {
    const chunk = Buffer.alloc(64 * 1024);
    const count = readChunk(chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  return Buffer.concat(chunks);
}

function readChunk(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
