import { createHmac, randomUUID } from "node:crypto";
import type { World } from "./world.ts";

/** One webhook: the event, and what became of its (latest) attempt. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly body: string;
  readonly at: string;
  readonly redelivery: boolean;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  /** The receiver's answer; 0 while on its way or held back, null where nobody answered. */
  status: number | null;
}

export interface Webhooks {
  /** Every attempt so far, oldest first. */
  readonly deliveries: Delivery[];
  /** Where webhooks go, such as `http://127.0.0.1:3000/api/github/webhooks`; null sends nothing. */
  target: string | null;
  secret: string;
  /** While true, new deliveries wait until `send` is called for them. */
  held: boolean;
  /** Makes one delivery of any event, held back or sent as the switches say. */
  add(event: string, payload: object): Delivery;
  /** Sends a delivery (again, for all the receiver knows: same guid). */
  send(delivery: Delivery): Promise<number | null>;
  redeliver(delivery: Delivery): void;
  /** Waits for everything on its way. */
  settle(): Promise<void>;
}

export function createWebhooks(world: () => World): Webhooks {
  const onTheWay = new Set<Promise<unknown>>();

  function start(delivery: Delivery): void {
    if (webhooks.held || webhooks.target === null) return;
    const sending = webhooks.send(delivery);
    onTheWay.add(sending);
    void sending.finally(() => onTheWay.delete(sending));
  }

  function record(parts: Omit<Delivery, "id" | "at" | "status">): Delivery {
    const delivery: Delivery = { ...parts, id: world().nextId(), at: new Date().toISOString(), status: 0 };
    webhooks.deliveries.push(delivery);
    start(delivery);
    return delivery;
  }

  const webhooks: Webhooks = {
    deliveries: [],
    target: null,
    secret: "a webhook secret",
    held: false,
    add(event, payload) {
      const { action, installation, repository } = payload as {
        action?: string;
        installation?: { id: number };
        repository?: { id: number };
      };
      return record({
        guid: randomUUID(),
        event,
        action: action ?? null,
        body: JSON.stringify(payload),
        redelivery: false,
        installationId: installation?.id ?? null,
        repositoryId: repository?.id ?? null,
      });
    },
    async send(delivery) {
      if (webhooks.target === null) return null;
      const signature = createHmac("sha256", webhooks.secret).update(delivery.body).digest("hex");
      try {
        const response = await fetch(webhooks.target, {
          method: "POST",
          body: delivery.body,
          headers: {
            "content-type": "application/json",
            "user-agent": "GitHub-Hookshot/fake",
            "x-github-delivery": delivery.guid,
            "x-github-event": delivery.event,
            "x-hub-signature-256": `sha256=${signature}`,
          },
        });
        await response.arrayBuffer();
        delivery.status = response.status;
      } catch {
        delivery.status = null;
      }
      return delivery.status;
    },
    redeliver({ guid, event, action, body, installationId, repositoryId }) {
      record({ guid, event, action, body, installationId, repositoryId, redelivery: true });
    },
    async settle() {
      while (onTheWay.size > 0) await Promise.allSettled(onTheWay);
    },
  };
  return webhooks;
}
