import { type Logger, pino } from "pino";
import type { LogLevel } from "./environment.ts";

/** One JSON line an event, on standard output. What is logged is chosen field by field: never a token, payload or source. */
export function createLog(level: LogLevel): Logger {
  return pino({
    name: "connector-gate",
    level,
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
