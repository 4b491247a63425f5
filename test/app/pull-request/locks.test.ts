import { expect, test } from "vitest";
import { createLocks } from "../../../app/pull-request/locks.ts";

test("work of one name runs one after the other, other work beside it", async () => {
  const locks = createLocks();
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = (name: string, until?: Promise<void>) => async () => {
    steps.push(`${name} begins`);
    await until;
    steps.push(`${name} ends`);
    if (name === "a1") throw new Error("failed");
  };

  const a1 = locks.hold("a", work("a1", first.promise)).catch(() => steps.push("a1 failed"));
  const a2 = locks.hold("a", work("a2"));
  const b1 = locks.hold("b", work("b1"));
  await b1;
  first.resolve();
  await Promise.all([a1, a2]);

  expect(steps.indexOf("b1 ends")).toBeLessThan(steps.indexOf("a1 ends"));
  expect(steps.indexOf("a1 ends")).toBeLessThan(steps.indexOf("a2 begins"));
  expect(steps).toContain("a1 failed");
});
