import * as fc from "../../support/properties.ts";
import { expect, test } from "vitest";
import { createGitHub } from "../../../action/github.ts";
import { reconcile } from "../../../action/submission/reconcile.ts";
import { sha256 } from "../../../checks/digest.ts";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import {
  submissionLabels,
  submissionText,
  submissionTitle,
} from "../../../checks/listing/submission-text.ts";
import { policyText, type Programme, slug, startProgramme, type Tagged } from "../../support/programme.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

const versions = ["1.0.0", "1.1.0"] as const;

/** Submits a tag the way the action does. */
async function act(programme: Programme, tagged: Tagged): Promise<void> {
  const { github } = programme;
  const token = github.token("ann");
  const client = await createGitHub(token, github.url);
  const record = programme.recordOf(tagged);
  const text = formatRecord(record);
  const wanted = {
    record,
    text,
    digest: sha256(text),
    title: submissionTitle(record),
    body: submissionText({ record, listed: null, report: emptyReport, serverUrl: "https://github.example" }),
    labels: submissionLabels,
    announcement: `This submission is now version ${record.version}.\n`,
  };
  const target = { owner: "programme", repo: "listings" };
  await reconcile(client, { slug, target, token, want: () => wanted }, () => Promise.resolve());
}

const emptyReport = {
  path: ".",
  file: "connector.rb",
  title: null,
  sha256: "0".repeat(64),
  lines: 1,
  verdict: "pass",
  counts: { error: 0, warning: 0, notice: 0 },
  findings: [],
  waivers: [],
} as const;

type Step =
  | { readonly do: "act"; readonly version: (typeof versions)[number] }
  | { readonly do: "look" }
  | { readonly do: "settle" }
  /** The next write, or the one after it, is done and its answer lost, or not even done. */
  | { readonly do: "fail"; readonly after: boolean; readonly skip: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("act" as const), version: fc.constantFrom(...versions) }),
  fc.record({ do: fc.constantFrom("look" as const, "settle" as const) }),
  fc.record({ do: fc.constant("fail" as const), after: fc.boolean(), skip: fc.integer({ min: 0, max: 8 }) }),
);

function pulls({ listings }: Programme): readonly PullTicket[] {
  return [...listings.state.tickets.values()].filter((ticket): ticket is PullTicket => ticket.pull !== null);
}

async function play(steps: readonly Step[]): Promise<unknown> {
  const programme = await startProgramme({ policy: policyText });
  const { github, listings } = programme;
  const tags = new Map(versions.map((version) => [version, programme.release(version)]));
  const newest = { do: "act", version: "1.1.0" } as const;
  // Whatever went before, in the end the newest release is submitted and everything that was missed is looked at.
  for (const one of [...steps, { do: "fail", after: false, skip: -1 }, newest, { do: "settle" }] as const) {
    const open = pulls(programme).at(-1);
    if (one.do === "act") await act(programme, tags.get(one.version)!).catch(() => {});
    else if (one.do === "settle") await programme.settle();
    else if (one.do === "look") await (open && programme.look(open));
    else {
      github.clearFaults();
      let writes = 0;
      const { after, skip } = one;
      if (skip >= 0)
        github.fault({ when: ({ method }) => method !== "GET" && writes++ === skip, status: 502, after });
    }
  }
  const [pull, ...others] = pulls(programme);
  if (!pull || others.length > 0) throw new Error(`there are ${others.length + 1} pull requests`);
  const again = await programme.look(pull);
  const runs = listings.state.checkRuns.filter(({ headSha }) => headSha === pull.pull.head.sha);
  const newestRuns = new Map(runs.map((run) => [run.name, run]));
  await github.close();
  const { title, body, labels } = pull;
  return {
    again,
    title,
    body: body?.replaceAll(/[0-9a-f]{40}/g, "commit"),
    labels: [...labels].sort(),
    checks: Object.fromEntries(
      [...newestRuns].map(([name, { status, conclusion, title: heading, summary }]) => [
        name,
        { status, conclusion, heading, summary },
      ]),
    ),
  };
}

test("any order and repetition of the action's and the app's runs ends in the same pull request with the same checks", async () => {
  const clean = await play([]);

  expect(clean).toMatchObject({ again: { kind: "done", writes: 0 } });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      expect(await play(steps)).toEqual({
        ...(clean as object),
        again: expect.objectContaining({ writes: 0 }),
      });
    }),
    { numRuns: Number(process.env["SUBMISSION_RUNS"] ?? 6) },
  );
}, 60_000);
