import type { DatabaseSync } from "node:sqlite";
import { openQueueFile, type Role, transaction } from "./sqlite-file.ts";
import { type Claim, defaultCapacity, QueueFullError, type SubjectQueue } from "./subject-queue.ts";
import { createWake } from "./wake.ts";

export interface SqliteQueueOptions {
  readonly path: string;
  readonly role?: Role;
  readonly capacity?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How often a waiting `take` looks for what another process made due. */
  readonly pollMs?: number;
}

/**
 * The queue of one process, in a SQLite file. Hints are on the disk before `add` resolves. Taking and settling need no
 * such care: were the latest of them lost, their keys would only be worked on once more.
 */
export function openSqliteQueue(options: SqliteQueueOptions): SubjectQueue {
  const { path, role = "worker", capacity = defaultCapacity, now = Date.now, pollMs = 1000 } = options;
  const file = openQueueFile(path, role);
  const sql = { ...hintStatements(file.durable), ...workStatements(file.relaxed) };
  const wake = createWake();
  let closed = false;
  if (role === "worker") sql.recover.run({ now: now() });

  function look(): Claim | null {
    const row = sql.take.get({ now: now() });
    if (row === undefined) return null;
    const key = String(row["key"]);
    /** The first of the statements that fits the row's state decides. */
    async function settle(...attempts: readonly (() => { changes: number | bigint })[]): Promise<void> {
      for (const attempt of attempts) {
        if (Number(attempt().changes) > 0) break;
      }
      wake.wakeAll();
    }
    const again = () => sql.again.run({ key, now: now() });
    return {
      key,
      failures: Number(row["failures"]),
      hintedAt: Number(row["hinted"]),
      done: () => settle(() => sql.remove.run({ key }), again),
      retry: (delayMs, reason) =>
        settle(() => sql.retry.run({ key, due: now() + Math.ceil(delayMs), reason })),
      postpone: (delayMs) => settle(() => sql.postpone.run({ key, due: now() + Math.ceil(delayMs) })),
      bury: (reason) => settle(() => sql.bury.run({ key, now: now(), reason }), again),
      release: () => settle(() => sql.release.run({ key, now: now() })),
    };
  }

  return {
    async add(keys, { background = false } = {}) {
      const isBackground = (key: string) => (typeof background === "function" ? background(key) : background);
      transaction(file.durable, () => {
        const before = Number(sql.size.get()?.["size"]);
        for (const key of keys) sql.add.run({ key, now: now(), background: Number(isBackground(key)) });
        const after = Number(sql.size.get()?.["size"]);
        if (after > capacity && after > before) throw new QueueFullError(capacity);
      });
      wake.wakeAll();
    },
    async take(signal) {
      for (;;) {
        if (closed) return null;
        const claim = look();
        if (claim !== null || signal === undefined || signal.aborted) return claim;
        const due = Number(sql.nextDue.get()?.["due"] ?? Infinity);
        await wake.wait(Math.min(pollMs, Math.max(1, due - now())), signal);
      }
    },
    async stats() {
      const counts = new Map(sql.stats.all().map((row) => [row["state"], Number(row["count"])]));
      return {
        waiting: counts.get("waiting") ?? 0,
        running: counts.get("running") ?? 0,
        dead: counts.get("dead") ?? 0,
      };
    },
    async dead(limit = 1000) {
      return sql.dead.all({ limit }).map((row) => ({
        key: String(row["key"]),
        reason: String(row["reason"]),
        failures: Number(row["failures"]),
        diedAt: Number(row["due"]),
      }));
    },
    async requeue(keys) {
      const chosen = keys ?? sql.dead.all({ limit: -1 }).map((row) => String(row["key"]));
      const revived = transaction(file.durable, () => {
        let count = 0;
        for (const key of chosen) count += Number(sql.revive.run({ key, now: now() }).changes);
        return count;
      });
      wake.wakeAll();
      return revived;
    },
    // Nobody shares it.
    turn: async () => true,
    async watch(key) {
      sql.watch.run({ key });
    },
    async unwatch(key) {
      sql.unwatch.run({ key });
    },
    async watched() {
      return sql.watched.all().map((row) => String(row["key"]));
    },
    async close() {
      if (closed) return;
      closed = true;
      wake.wakeAll();
      file.close();
    },
  };
}

function hintStatements(database: DatabaseSync) {
  const revived = "failures = 0, reason = '', due = :now, hinted = :now";
  return {
    size: database.prepare("SELECT count(*) AS size FROM subjects WHERE state <> 'dead'"),
    // The right-hand sides see the row as it was.
    add: database.prepare(`
      INSERT INTO subjects (key, state, background, due, hinted) VALUES (:key, 'waiting', :background, :now, :now)
      ON CONFLICT (key) DO UPDATE SET
        state = iif(state = 'dead', 'waiting', state),
        background = iif(state = 'waiting', min(background, :background), :background),
        due = iif(state = 'dead', :now, due),
        hinted = iif(state = 'dead', :now, hinted),
        hinted_again = iif(state = 'running', coalesce(hinted_again, :now), NULL),
        failures = iif(state = 'dead', 0, failures),
        reason = iif(state = 'dead', '', reason)
    `),
    revive: database.prepare(
      `UPDATE subjects SET state = 'waiting', ${revived} WHERE key = :key AND state = 'dead'`,
    ),
  };
}

function workStatements(database: DatabaseSync) {
  const running = "WHERE key = :key AND state = 'running'";
  return {
    take: database.prepare(`
      UPDATE subjects SET state = 'running', hinted_again = NULL WHERE key = (
        SELECT key FROM subjects WHERE state = 'waiting' AND due <= :now ORDER BY background, due LIMIT 1
      ) RETURNING key, failures, hinted
    `),
    nextDue: database.prepare("SELECT min(due) AS due FROM subjects WHERE state = 'waiting'"),
    remove: database.prepare(`DELETE FROM subjects ${running} AND hinted_again IS NULL`),
    again: database.prepare(`
      UPDATE subjects SET state = 'waiting', due = :now, hinted = coalesce(hinted_again, hinted), hinted_again = NULL,
        failures = 0, reason = '' ${running}
    `),
    retry: database.prepare(`
      UPDATE subjects SET state = 'waiting', due = :due, hinted_again = NULL, failures = failures + 1, reason = :reason
      ${running}
    `),
    postpone: database.prepare(
      `UPDATE subjects SET state = 'waiting', due = :due, hinted_again = NULL ${running}`,
    ),
    bury: database.prepare(`
      UPDATE subjects SET state = 'dead', due = :now, failures = failures + 1, reason = :reason
      ${running} AND hinted_again IS NULL
    `),
    release: database.prepare(
      `UPDATE subjects SET state = 'waiting', due = :now, hinted_again = NULL ${running}`,
    ),
    // A subject that ends the process each time must not do so for ever: its unfinished runs count as failures.
    recover: database.prepare(`
      UPDATE subjects SET state = 'waiting', due = :now, hinted_again = NULL, failures = failures + 1,
        reason = 'the process ended during the run' WHERE state = 'running'
    `),
    watch: database.prepare("INSERT INTO watched (key) VALUES (:key) ON CONFLICT (key) DO NOTHING"),
    unwatch: database.prepare("DELETE FROM watched WHERE key = :key"),
    watched: database.prepare("SELECT key FROM watched ORDER BY key"),
    stats: database.prepare("SELECT state, count(*) AS count FROM subjects GROUP BY state"),
    dead: database.prepare(
      "SELECT key, reason, failures, due FROM subjects WHERE state = 'dead' ORDER BY due DESC LIMIT :limit",
    ),
  };
}
