import type { Call } from "./client.ts";

/** One attempt of GitHub's to deliver a webhook. Attempts of the same webhook share their guid. */
export interface DeliveryAttempt {
  readonly id: number | bigint;
  readonly guid: string;
  readonly deliveredAt: Date;
  readonly succeeded: boolean;
  /** Whether it was asked for, by an app or a person, after an earlier one. */
  readonly redelivery: boolean;
}

export interface DeliveryPort {
  /** Pages of attempts, the latest first; each page is a request. GitHub remembers three days. */
  pages(): AsyncIterable<readonly DeliveryAttempt[]>;
  redeliver(id: DeliveryAttempt["id"]): Promise<void>;
}

/** The log of deliveries that GitHub keeps for the app; `call` acts as the app. */
export function githubDeliveries(call: Call): DeliveryPort {
  return {
    async *pages() {
      let cursor: string | undefined;
      do {
        const parameters = { per_page: 100, ...(cursor === undefined ? {} : { cursor }) };
        const { data, headers } = await call("GET /app/hook/deliveries", parameters);
        yield data.map(({ id, guid, delivered_at, status, redelivery }) => ({
          id,
          guid,
          deliveredAt: new Date(delivered_at),
          succeeded: status === "OK",
          redelivery,
        }));
        cursor = nextCursor(headers.link);
      } while (cursor !== undefined);
    },
    async redeliver(id) {
      // GitHub's ids outgrow what a number holds; Octokit reads and writes them as bigint, its types do not know.
      const parameters = { delivery_id: id as number };
      await call("POST /app/hook/deliveries/{delivery_id}/attempts", parameters);
    },
  };
}

function nextCursor(link: string | undefined): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1];
  return next === undefined ? undefined : (new URL(next).searchParams.get("cursor") ?? undefined);
}
