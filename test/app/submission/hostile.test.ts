import { marked } from "marked";
import { expect, test } from "vitest";
import type { SubmissionFacts } from "../../../app/submission/facts.ts";
import { decideGates } from "../../../app/submission/gates.ts";
import { parseListingsPolicy } from "../../../checks/listing/listings-policy.ts";
import { formatRecord, type SubmissionRecord } from "../../../checks/listing/submission-record.ts";
import type { ReportFinding } from "../../../checks/report/report.ts";
import { sampleRecord } from "../../action/submission/submissions.ts";
import { fakeRules, projectReport } from "../../support/fake-checker.ts";
import { policyText } from "../../support/programme.ts";

const policy = parseListingsPolicy(Buffer.from(policyText));

/** Facts in which everybody who can write something writes the same. */
function factsWith(text: string): SubmissionFacts {
  const sample = sampleRecord();
  const record: SubmissionRecord = {
    ...sample,
    manifest: { ...sample.manifest, summary: text },
    description: text,
    release: { ...sample.release, file: `${text.replaceAll("/", "-")}/connector.rb`, path: text },
    capabilities: {
      connection: { authorization: text, fields: 1 },
      actions: { [text]: { title: text, description: text, inputFields: 1, outputFields: 1 } },
      triggers: {},
    },
  };
  const finding = (ruleId: string, family: ReportFinding["family"]): ReportFinding => ({
    ruleId,
    family,
    severity: "error",
    message: `${text} and \`${text}\``,
    file: text,
    start: { line: 3, column: 1 },
    end: { line: 4, column: 2 },
    path: text,
    fixable: false,
    url: "https://github.com/connector-gate/connector-gate",
  });
  const findings = [
    finding("structure/bad", "structure"),
    finding("usability/bad", "usability"),
    finding("listing/recipes", "listing"),
  ];
  const waiver = {
    ruleId: "usability/bad",
    source: "code",
    file: text,
    line: 1,
    reason: text,
    until: null,
    state: "used",
    count: 1,
  } as const;
  if (!policy.ok) throw new Error("the policy is broken");
  return {
    repository: { owner: "programme", repo: "listings" },
    pull: {
      number: 1,
      url: "https://github.example/programme/listings/pull/1",
      title: text,
      isOpen: true,
      isMerged: false,
      isDraft: false,
      author: text,
      createdAt: 0,
      labels: [],
      assignees: [],
      requestedReviewers: [],
      headSha: "h",
      headRef: text,
      headRepository: null,
      isFork: true,
      baseSha: "b",
      baseRef: text,
      defaultBranch: text === "" ? "main" : `${text}x`,
    },
    change: { kind: "submission", slug: "helpdesk", sha: "s", strays: [text] },
    policy: policy.value,
    head: { text: formatRecord(record), record, sha: "s" },
    listed: { kind: "record", record: { ...record, version: "0.9.0" } },
    account: {
      kind: "found",
      account: {
        slug: "acme",
        company: text,
        owners: [{ login: text, id: 5, type: "Organization" }],
        approved: { by: text, at: "2026-01-05", issue: 1 },
      },
    },
    access: {
      kind: "open",
      source: {
        info: { id: 7, ownerId: 6, owner: text, repo: text, isPrivate: false },
        installationId: null,
        call: () => Promise.reject(new Error("nothing is asked")),
        files: { list: async () => null, read: async () => new Uint8Array(), find: async () => null },
        permissionOf: async () => null,
      },
    },
    mayRelease: false,
    release: { tagCommit: null, published: null },
    analysed: {
      kind: "analysed",
      project: { path: ".", file: "connector.rb", source: new Uint8Array(), files: null },
      manifest: {
        ok: false,
        problems: [{ message: text, path: "", line: 1, column: 1, span: { start: 0, end: 0 } }],
      },
      report: projectReport(findings, { waivers: [waiver] }),
      inspection: null,
      isWhole: true,
    },
    isPolicyChanged: false,
    pusher: { login: text, isSubmitter: false },
    rivals: [3],
    waiverFile: null,
    version: "0.1.0",
    installUrl: null,
  };
}

const hostile = [
  "@programme/code look",
  "[click](https://evil.example)",
  "https://evil.example/x",
  "![x](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)>",
  "<!-- ",
  "</details><h1>Approved</h1>",
  "a | b ` c `` d",
  "\n\n# Approved\n",
  "fixes #1 and acme/shop#2",
  "](<https://evil.example>) **x**",
  "$$\\text{x}$$",
  "\u202egnp.exe",
];

test.each(hostile)("nobody's words do more than stand there: %j", async (text) => {
  const waivers = [{ rule: "usability/bad", reason: text, by: text, at: 0, digest: "d" }];
  const gates = decideGates(factsWith(text), {
    rules: fakeRules("structure/bad", "usability/bad", "listing/recipes"),
    waivers,
    waiverFile: null,
    notice: null,
  });

  for (const { title, summary } of gates) {
    const html = await marked.parse(summary, { gfm: true });
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(title).not.toMatch(/\n/);
    expect(links.filter((address) => !/^https:\/\/github\.(?:example|com)\//.test(address ?? ""))).toEqual(
      [],
    );
    expect(html).not.toMatch(/<(?:img|script|h1|svg|iframe)\b|<!--/i);
    expect(html.replaceAll(/<code>[^]*?<\/code>|href="[^"]*"/g, "")).not.toMatch(
      /@programme|[^;]#1\b|evil\.example\/?x?"|\$\$|\u202e/,
    );
  }
});

test("no summary is longer than GitHub takes", () => {
  const facts = factsWith("é".repeat(500));
  const [one] = facts.analysed?.kind === "analysed" ? facts.analysed.report.findings : [];
  const findings = Array.from({ length: 5000 }, (_, line) => ({ ...one!, start: { line, column: 1 } }));
  const many = {
    ...facts,
    analysed: { ...facts.analysed!, report: projectReport(findings) },
  } as SubmissionFacts;

  const gates = decideGates(many, { rules: new Map(), waivers: [], waiverFile: null, notice: null });

  for (const { summary } of gates) expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
});
