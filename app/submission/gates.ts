import type { Family } from "../../checks/engine/finding.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { accountPath, coversOwner } from "../../checks/listing/account.ts";
import { countOf } from "../../checks/report/counts.ts";
import { escapeMarkdown, markdownCode, shorten } from "../../checks/report/escape.ts";
import type { ReportFinding } from "../../checks/report/report.ts";
import type { SubmissionFacts } from "./facts.ts";
import { findingsGate } from "./findings-gate.ts";
import type { Gate, GateName, GrantedWaiver } from "./gate.ts";
import { submissionFacts } from "./submission-facts.ts";
import type { Problem } from "./problem.ts";
import { verify } from "./verify.ts";
import { linkTo } from "../../checks/report/markdown-parts.ts";
import { fitText } from "../github/fit-text.ts";
import { nameOf, plain } from "./words.ts";

export interface GateOptions {
  readonly rules: RuleCatalogue;
  /** What reviewers set aside for the connector that is submitted. */
  readonly waivers: readonly GrantedWaiver[];
  /** What `waivers.json` has to say where it is beside the record; null where it must not be there. */
  readonly waiverFile: string | null;
  /** A warning about the listings repository itself, in Markdown; null where all is well. */
  readonly notice: string | null;
}

/** The rules that hold the evidence of testing against the policy. */
const evidenceRules: ReadonlySet<string> = new Set([
  "listing/use-cases",
  "listing/recipes",
  "listing/share-link",
  "listing/testers",
  "listing/tests",
]);

/** The families that each gate speaks for. What else is said of `listing.yml` is about how users meet the connector. */
const findingGates = [
  { name: "Guidelines", takes: of("structure", "guidelines", "security") },
  {
    name: "Usability",
    takes: ({ family, ruleId }: ReportFinding) =>
      family === "usability" || (family === "listing" && !evidenceRules.has(ruleId)),
  },
  { name: "Testing evidence", takes: ({ ruleId }: ReportFinding) => evidenceRules.has(ruleId) },
] as const satisfies readonly { name: GateName; takes: (finding: ReportFinding) => boolean }[];

function of(...families: readonly Family[]): (finding: ReportFinding) => boolean {
  return ({ family }) => families.includes(family);
}

/** The gates that need nobody's judgement: a pure function of what was found. */
export function decideGates(facts: SubmissionFacts, options: GateOptions): readonly Gate[] {
  return [
    submissionGate(facts, options),
    accountGate(facts),
    ...findingGates.map(({ name, takes }) => findingsGate(name, takes, facts, options)),
  ];
}

function submissionGate(facts: SubmissionFacts, { waiverFile, notice }: GateOptions): Gate {
  const { problems, notes } = verify(facts, waiverFile);
  const blocks: string[] = [];
  if (problems.length > 0) {
    blocks.push("**This cannot be listed as it is.** What is wrong, and what to do:\n\n");
    blocks.push(...problems.map(toItem));
  } else {
    blocks.push(
      "The record was made again from the release, and agrees with it: tag, commit, connector, capabilities and report.\n\n",
    );
  }
  if (notes.length > 0) blocks.push("\n", ...notes.map((note) => `> ${note}\n\n`));
  blocks.push(submissionFacts(facts));
  if (notice !== null) blocks.push(`\n${notice}\n`);
  return {
    name: "Submission",
    state: problems.length > 0 ? "fail" : "pass",
    title:
      problems.length > 0
        ? `${countOf(problems.length, "problem")} to mend`
        : "The release is what the record says",
    summary: fitText(blocks),
    annotations: [],
  };
}

function toItem({ what, todo }: Problem): string {
  return `- ${what.charAt(0).toUpperCase()}${what.slice(1).replace(/(?<![\s.])$/, ".")} ${todo}\n`;
}

function accountGate({ head, account, access, repository, pull }: SubmissionFacts): Gate {
  const record = head?.record ?? null;
  if (!record)
    return accountOutcome("waiting", "Waits for a record", "There is no record that names a publisher.\n");
  const { publisher } = record.manifest;
  const issues = `${new URL(pull.url).origin}/${repository.owner}/${repository.repo}/issues/new/choose`;
  const ask = linkTo("Ask for a developer account", issues);
  switch (account.kind) {
    case "missing":
      return accountOutcome(
        "fail",
        "There is no such account",
        `\`publisher\` in \`listing.yml\` is ${markdownCode(publisher)}, and this programme has no developer account of that name. Is it misspelt? Else: ${ask}, and say which connector it is for. The submission goes on by itself once the account is approved.\n`,
      );
    case "broken":
      return accountOutcome(
        "fail",
        "The account's file cannot be used",
        `\`${account.path}:${account.line}\` ${escapeMarkdown(shorten(account.message, 300))}. There is nothing that you can do about it: the programme's people have to mend the file.\n`,
      );
    case "found":
      break;
  }
  if (access?.kind !== "open") {
    return accountOutcome(
      "waiting",
      "Waits for the source",
      `The account ${markdownCode(publisher)} exists. Whether it covers the owner of the source shows once *Submission* can see the source.\n`,
    );
  }
  const { company, owners } = account.account;
  const { owner, ownerId } = access.source.info;
  const covered = owners.map(({ login }) => nameOf(login)).join(", ");
  if (coversOwner(account.account, ownerId)) {
    const known = owners.find(({ id }) => id === ownerId);
    const renamed =
      known && known.login.toLowerCase() !== owner.toLowerCase()
        ? ` The account knows it as ${nameOf(known.login)}; it was renamed, and its number is the same.`
        : "";
    return accountOutcome(
      "pass",
      `The account covers ${plain(owner)}`,
      `${markdownCode(accountPath(publisher))} is the account of ${escapeMarkdown(company)}, and covers ${nameOf(owner)} (number ${ownerId}), the owner of the source.${renamed}\n`,
    );
  }
  const namesake = owners.some(({ login }) => login.toLowerCase() === owner.toLowerCase());
  const why = namesake
    ? `The account names an owner ${nameOf(owner)} with another number: the name was given up once, and somebody else has it now.`
    : `It covers ${covered}.`;
  return accountOutcome(
    "fail",
    `The account does not cover ${plain(owner)}`,
    `The source belongs to ${nameOf(owner)} (number ${ownerId}), and the account ${markdownCode(publisher)} of ${escapeMarkdown(company)} does not cover it. ${why} Release from a repository of a covered owner, or ${ask.replace("Ask", "ask")} that covers this one.\n`,
  );
}

function accountOutcome(state: Gate["state"], title: string, summary: string): Gate {
  return { name: "Developer account", state, title, summary, annotations: [] };
}
