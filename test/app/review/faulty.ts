import type { ReviewPorts } from "../../../app/review/apply.ts";

/** Which of the next writes fails, before or after it was done; null where none does. */
export type PlannedFault = { readonly at: number; readonly isDone: boolean } | null;

export const plannedMessage = "GitHub fails";

const reads = /^(?:find|loads|folder|pullFrom|defaultBranch)$/;

/** Ports of which one write fails, should that be planned. */
export function faulty(ports: ReviewPorts, plan: { fault: PlannedFault }): ReviewPorts {
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        if (reads.test(String(name))) return method;
        return async (...given: unknown[]) => {
          const { fault } = plan;
          if (fault) plan.fault = fault.at > 1 ? { ...fault, at: fault.at - 1 } : null;
          const isNow = fault?.at === 1;
          if (isNow && !fault.isDone) throw new Error(plannedMessage);
          const result = await method(...given);
          if (isNow) throw new Error(plannedMessage);
          return result;
        };
      },
    });
  return {
    comments: wrap(ports.comments),
    labels: wrap(ports.labels),
    requests: wrap(ports.requests),
    merges: wrap(ports.merges),
    files: wrap(ports.files),
    commits: wrap(ports.commits),
    branches: wrap(ports.branches),
  };
}
