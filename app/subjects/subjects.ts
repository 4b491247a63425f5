import type { Subject } from "./subject.ts";

/** The subjects that a webhook event may have changed. Never throws: payloads come from the network. */
export function subjectsOf(_eventName: string, _payload: unknown): readonly Subject[] {
  return [];
}
