import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../user-error.ts";

/**
 * A worker owns the file: a second one is refused. A visitor, such as an operator's command, may read and write while a
 * worker runs.
 */
export type Role = "worker" | "visitor";

export interface QueueFile {
  /** Its transactions are on the disk when they return. */
  readonly durable: DatabaseSync;
  /** Its transactions survive the end of the process; the latest may be lost with the power of the machine. */
  readonly relaxed: DatabaseSync;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS subjects (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'dead')),
    background INTEGER NOT NULL,
    due INTEGER NOT NULL,
    hinted INTEGER NOT NULL,
    hinted_again INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS subjects_by_turn ON subjects (state, background, due);
  CREATE TABLE IF NOT EXISTS watched (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

export function openQueueFile(path: string, role: Role): QueueFile {
  if (role === "visitor" && !existsSync(path)) {
    throw new UserError(`there is no queue file ${path}; set QUEUE_PATH or REDIS_URL as for the app`);
  }
  const open: DatabaseSync[] = [];
  function connect(file: string, pragmas: string): DatabaseSync {
    const database = new DatabaseSync(file, { timeout: 5000 });
    open.push(database);
    database.exec(pragmas);
    return database;
  }
  function close(): void {
    for (const database of open) database.close();
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    // The operating system gives this lock up with the process, however the process ends.
    if (role === "worker") {
      connect(`${path}-owner`, "PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    }
    const durable = connect(path, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    durable.exec(schema);
    const relaxed = connect(path, "PRAGMA synchronous = NORMAL");
    return { durable, relaxed, close };
  } catch (error) {
    close();
    throw isBusy(error)
      ? new UserError(
          `the queue file ${path} is in use by another process; stop that one, or give this one its own`,
        )
      : new UserError(
          `the queue file ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
        );
  }
}

export function transaction<Result>(database: DatabaseSync, body: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = body();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** SQLITE_BUSY: https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
