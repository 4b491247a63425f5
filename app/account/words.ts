import { accountPath, type Account } from "../../checks/listing/account.ts";
import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { escapeMarkdown, markdownCode, shorten } from "../../checks/report/escape.ts";
import type { YamlProblem } from "../../checks/yaml/read-yaml.ts";
import { formatDue } from "../calendar/working-days.ts";
import type { Owner } from "../github/organisations.ts";
import { configPath } from "../subjects/subjects.ts";
import { approveAccount, declineAccount } from "./commands.ts";
import type { AccountField } from "./form.ts";
import type { AccountObservation } from "./observation.ts";
import type { AccountRequest, RequestProblem } from "./request.ts";
import { slugOf } from "./slug-of.ts";

const documents = "https://github.com/connector-gate/connector-gate/blob/main/docs";

const fieldNames: Readonly<Record<AccountField, string>> = {
  company: "Company name",
  name: "Your name",
  email: "Work email",
  owner: "GitHub organisation or user",
  overview: "Overview",
};

/** What the answer says first of a request that waits for people. */
export function completeText(due: Date, policy: ListingsPolicy): string {
  return `**This request is complete.** It is decided by **${formatDue(due, policy.calendar)}**.`;
}

export function incompleteText(problems: readonly RequestProblem[]): string {
  return [
    "**This request lacks something.** Edit the issue, by the menu at the top right of its text; this answer follows within a minute.",
    "",
    ...problems.map(({ field, text }) => `- **${fieldNames[field]}** ${text}.`),
  ].join("\n");
}

export function waitingText(waiting: { readonly number: number }): string {
  return `**This request is approved.** The account is there once #${waiting.number} is merged: the default branch is protected, and people have to do that.`;
}

export function tooManyText(): string {
  return "**This request has more comments than the app reads**, so nothing more is decided here. Open a new request; maintainers can lock its conversation against strangers.";
}

export function brokenPolicyText(problems: readonly YamlProblem[]): string {
  const [first] = problems;
  const where = first ? ` Line ${first.line}: ${escapeMarkdown(first.message)}.` : "";
  return `**This request has arrived, and waits.** The programme's policy, ${markdownCode(configPath)}, cannot be used, so nothing can be decided until its maintainers mend it.${where}`;
}

export function declinedText(by: string): string {
  return `**This request is declined**, by ${markdownCode(by)}. The reason is below.`;
}

export function approvedText({ slug, approved }: Account): string {
  return `**This request is approved**, by ${markdownCode(approved.by)}: the account is ${markdownCode(slug)}, in ${markdownCode(accountPath(slug))}.`;
}

/** What would be approved, for those who decide and for the requester to correct. */
export function factsTable(
  { owner, belongs, issue }: AccountObservation,
  { company }: AccountRequest,
): string {
  const slug = company === null ? null : slugOf(company);
  const rows: (readonly [string, string])[] = [];
  if (company !== null) rows.push(["Company", escapeMarkdown(company)]);
  if (owner) {
    rows.push(["Submits from", ownerText(owner, new URL(issue.url).origin)]);
    const shown = belongs ? "is shown as" : "is not shown as";
    const relation =
      owner.type === "User" ? (belongs ? "is this user" : "is another user") : `${shown} a member of it`;
    rows.push(["Asked by", `${markdownCode(issue.author)}, who ${relation}`]);
  }
  if (slug !== null) rows.push(["Account", `${markdownCode(slug)}, unless those who decide name another`]);
  if (rows.length === 0) return "";
  return ["| What | As the app reads it |", "| :-- | :-- |", ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join(
    "\n",
  );
}

function ownerText({ login, id, type }: Owner, server: string): string {
  const kind = type === "Organization" ? "organisation" : "user";
  return `the ${kind} [${login}](${server}/${login}), number ${id} on GitHub`;
}

/** Who decides, and what keeps anybody from it. */
export function decidersText({ deciders, known }: AccountObservation, policy: ListingsPolicy): string {
  const named = policy.accounts["decided-by"];
  const lines: string[] = [];
  if (named.length === 0) {
    lines.push(
      `⚠️ **Nobody is named to decide.** Maintainers: name people or teams in \`accounts: decided-by:\` of ${markdownCode(configPath)}.`,
    );
  } else {
    lines.push(
      `${named.map(markdownCode).join(", ")} decide with \`${approveAccount.usage}\` or \`${declineAccount.usage}\`.`,
    );
  }
  for (const team of deciders.unreadable) {
    lines.push(
      `⚠️ The members of ${markdownCode(team)} cannot be read: mend the name, or let the app read the organisation's members.`,
    );
  }
  for (const { path, reason } of known.broken.slice(0, 5)) {
    lines.push(`⚠️ ${markdownCode(path)} is no account: ${escapeMarkdown(shorten(reason, 300))}.`);
  }
  return lines.join("\n\n");
}

export function welcomeText({ slug, company }: Account, requester: string): string {
  return [
    `**Welcome, ${escapeMarkdown(company)}!** ${markdownCode(requester)}, your developer account is ${markdownCode(slug)}. What comes next:`,
    "",
    `1. Write \`listing.yml\` beside your connector, with \`publisher: ${slug}\`; \`connector-gate init\` makes a first one.`,
    `2. [Check every pull request](${documents}/authors.md), so that the review holds no surprises.`,
    `3. Test, and write the evidence into \`listing.yml\`.`,
    `4. [Submit by tagging a release](${documents}/submit.md).`,
  ].join("\n");
}

export function declineText(by: string, reason: string): string {
  return [
    `${markdownCode(by)} declines this request:`,
    "",
    `> ${escapeMarkdown(shorten(reason, 2000))}`,
    "",
    "Once that has changed, a new request is welcome.",
  ].join("\n");
}

/** People are mentioned here, and nowhere else: their names are the policy's. */
export function reminderText(kind: "due" | "overdue", due: Date, policy: ListingsPolicy): string {
  const people = policy.accounts["decided-by"].join(" ");
  const day = formatDue(due, policy.calendar);
  return kind === "due"
    ? `${people}: this request is to be decided by **${day}**.`
    : `${people}: this request is **overdue**. It was to be decided by ${day}.`;
}
