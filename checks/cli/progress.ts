import type { Terminal } from "./terminal.ts";

export interface Progress {
  /** Says how far the work is. */
  step(done: number): void;
  /** Takes what was said away again. */
  end(): void;
}

/** Work that takes no longer needs no progress shown. */
const quietMilliseconds = 300;
const intervalMilliseconds = 80;

const silent: Progress = { step: () => undefined, end: () => undefined };

/** Shows progress on a terminal, on one line of standard error; says nothing anywhere else. */
export function showProgress(total: number, terminal: Terminal): Progress {
  if (!terminal.isErrorTerminal || total < 2) return silent;
  let next = performance.now() + quietMilliseconds;
  let isShown = false;
  return {
    step(done) {
      const now = performance.now();
      if (now < next) return;
      next = now + intervalMilliseconds;
      isShown = true;
      terminal.writeError(`\r\u001b[2K${terminal.errorStyle.dim(`checked ${done} of ${total} connectors`)}`);
    },
    end() {
      if (isShown) terminal.writeError("\r\u001b[2K");
    },
  };
}
