/**
 * The durable list of subjects that may have changed. It holds keys only, each at most once: a hint about a key that
 * waits already changes nothing, and a hint about a key that is being worked on makes it due once more afterwards.
 */
export interface SubjectQueue {
  /**
   * Adds hints, all of them or none. They are durable when the promise resolves. A dead key comes back to life.
   * Rejects with `QueueFullError` where there is no room for keys that are not in the queue yet.
   */
  add(keys: readonly string[], options?: AddOptions): Promise<void>;
  /**
   * Claims the key that has been due for the longest, so that nobody else works on it. Without a signal it looks once;
   * with one it waits until something is due, or until the signal is aborted (null).
   */
  take(signal?: AbortSignal): Promise<Claim | null>;
  stats(): Promise<QueueStats>;
  /** The keys that were given up, the latest first; at most `limit`. */
  dead(limit?: number): Promise<readonly DeadLetter[]>;
  /** Makes dead keys due again; all of them where no keys are named. Returns how many. */
  requeue(keys?: readonly string[]): Promise<number>;
  /** True for one of the processes that share the queue, once in `ms`: what all of them would do, one does. */
  turn(name: string, ms: number): Promise<boolean>;
  /**
   * Keeps a key among those that the clock has looked at now and then. Losing them is harmless: whatever looks at
   * everything finds them again.
   */
  watch(key: string): Promise<void>;
  unwatch(key: string): Promise<void>;
  /** The keys that are watched, sorted. */
  watched(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface AddOptions {
  /** Nobody waits for these, all or some of the keys: they are worked on when nothing else is due. */
  readonly background?: boolean | ((key: string) => boolean);
}

/** The right to work on one key, until it is settled by exactly one of the functions. */
export interface Claim {
  readonly key: string;
  /** How often it has failed since it last succeeded. */
  readonly failures: number;
  /** When the earliest hint that this run answers was added, in milliseconds since the epoch. */
  readonly hintedAt: number;
  /** The work is done. Where another hint came meanwhile, the key is due again at once. */
  done(): Promise<void>;
  /** The work failed and is to be tried again after the delay. */
  retry(delayMs: number, reason: string): Promise<void>;
  /** It is not the time for this work: the key is due after the delay, without having failed. */
  postpone(delayMs: number): Promise<void>;
  /** The work is given up: the key becomes a dead letter, unless another hint came meanwhile. */
  bury(reason: string): Promise<void>;
  /** The work was not finished and nothing is known against it: the key is due again at once. */
  release(): Promise<void>;
}

export interface DeadLetter {
  readonly key: string;
  readonly reason: string;
  readonly failures: number;
  /** When it was given up, in milliseconds since the epoch. */
  readonly diedAt: number;
}

export interface QueueStats {
  /** Due, or due later. */
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
}

/** The queue takes no new keys now. The sender is to try again later. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";

  constructor(capacity: number) {
    super(`the queue holds ${capacity} subjects and takes no more for now`);
  }
}

/** How many keys a queue holds, dead letters not counted, before it refuses new ones. */
export const defaultCapacity = 100_000;
