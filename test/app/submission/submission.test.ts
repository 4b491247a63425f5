import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Programme, startProgramme } from "../../support/programme.ts";

let programme: Programme;

beforeEach(async () => {
  programme = await startProgramme();
});

afterEach(async () => programme.github.close());

const green = {
  Submission: "success",
  "Developer account": "success",
  Guidelines: "success",
  Usability: "success",
  "Testing evidence": "success",
};

describe("an honest submission", () => {
  test("passes all gates that need nobody's judgement", async () => {
    const pull = programme.submit(programme.release("1.0.0"));

    const outcome = await programme.look(pull);

    expect(outcome).toMatchObject({ kind: "done" });
    expect(programme.gate(pull, "Submission").summary).toContain("agrees with it");
    expect(programme.states(pull)).toEqual({ ...green, "Code review": "open", "Usability review": "open" });
  });
});
