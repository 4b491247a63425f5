import { describe, expect, test } from "vitest";
import { createLocalCoordination } from "../../../app/queue/coordination.ts";
import { keepsTheCoordinationContract } from "./coordination-contract.ts";

describe("the coordination of one process", () => {
  keepsTheCoordinationContract(async () => {
    const coordination = createLocalCoordination();
    return [coordination, coordination];
  });

  test("asks again once the time is over", async () => {
    let now = 0;
    const coordination = createLocalCoordination(() => now);
    await coordination.hush("7", 1000);
    now = 1000;

    expect(await coordination.hushedMs("7")).toBe(0);
  });
});
