import { describe, expect, test } from "vitest";
import type { BranchProtection } from "../../../app/github/protection.ts";
import { gateNames } from "../../../app/submission/gate.ts";
import { protectionNotice } from "../../../app/submission/protection.ts";
import { startProgramme } from "../../support/programme.ts";

const appId = 7;

function requiring(names: readonly string[], by: number | null = appId): BranchProtection {
  return { requiredChecks: names.map((name) => ({ name, appId: by })) };
}

function notice(protection: BranchProtection | null): string | null {
  return protectionNotice(protection, "main", appId);
}

describe("the notice about protection", () => {
  test.each([
    ["all seven checks of this app are required", requiring(gateNames)],
    ["other checks are required too", requiring([...gateNames, "build"])],
    [
      "a ruleset binds a check that a rule of the branch leaves open",
      {
        requiredChecks: [
          ...requiring(gateNames, null).requiredChecks,
          ...requiring(gateNames).requiredChecks,
        ],
      },
    ],
    ["it may not be read", null],
  ])("is silent where %s", (_, protection) => {
    expect(notice(protection)).toBeNull();
  });

  test("says that nothing is required", () => {
    expect(notice(requiring([]))).toContain("the branch `main` requires none of the 7 checks");
  });

  test("names one check that is missing", () => {
    const text = notice(requiring(gateNames.filter((name) => name !== "Code review")));

    expect(text).toContain("does not require *Code review*, so a connector can be listed whatever it says.");
  });

  test("names several, and those that any app could report", () => {
    const text = notice({
      requiredChecks: [...requiring(gateNames.slice(0, 5)).requiredChecks, { name: "Code review", appId: 8 }],
    });

    expect(text).toContain("does not require *Usability review*");
    expect(text).toContain("*Code review* may come from any app or workflow; it has to be bound to this app");
  });

  test("stays one quoted block whatever the branch is called", () => {
    const text = protectionNotice(requiring([]), "a`b|c\n# d", appId);

    expect(text?.split("\n")).toHaveLength(2);
  });
});

test.each([
  ["says so where the branch is open", [], true],
  ["says nothing where the branch is protected", gateNames, false],
])("the check Submission %s", async (_, required, isSaid) => {
  const programme = await startProgramme();
  const { github, listings } = programme;
  const checks = required.map((name) => ({ name, appId: github.appId }));
  listings.state.requiredChecks.set("main", checks);

  const pull = programme.submit(programme.release("1.0.0"));
  await programme.settle();

  const { conclusion, summary } = programme.gate(pull, "Submission");
  expect(conclusion).toBe("success");
  expect(summary?.includes("This listings repository is not protected")).toBe(isSaid);
  await github.close();
});
