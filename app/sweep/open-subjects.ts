import type { Repository } from "../github/client.ts";

export interface SubjectSweepOptions {
  readonly installations: () => AsyncIterable<readonly number[]>;
  readonly repositories: (installationId: number) => AsyncIterable<readonly Repository[]>;
  /** Puts repositories into the queue, for when nothing else is to do. */
  readonly add: (installationId: number, repositories: readonly Repository[]) => Promise<void>;
  /** Told of an installation whose repositories cannot be read; the others go on. */
  readonly onFailure: (installationId: number, error: unknown) => void;
  readonly maxRequests: number;
}

export interface SweptSubjects {
  /** How many repositories were queued. */
  readonly found: number;
  readonly requests: number;
  readonly incomplete: boolean;
}

/** Queues every repository of every installation; the worker finds their open pull requests by itself. */
export async function sweepSubjects(options: SubjectSweepOptions): Promise<SweptSubjects> {
  const { installations, repositories, add, onFailure, maxRequests } = options;
  let requests = 0;
  let found = 0;

  async function sweepInstallation(id: number): Promise<void> {
    for await (const page of repositories(id)) {
      requests++;
      found += page.length;
      if (page.length > 0) await add(id, page);
      if (requests >= maxRequests) return;
    }
  }

  for await (const page of installations()) {
    requests++;
    for (const id of page) {
      if (requests >= maxRequests) return { found, requests, incomplete: true };
      await sweepInstallation(id).catch((error: unknown) => onFailure(id, error));
    }
  }
  return { found, requests, incomplete: false };
}
