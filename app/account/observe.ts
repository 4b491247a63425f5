import { type ListingsPolicy, parseListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { parseNamed } from "../../checks/listing/people.ts";
import { parseCommands } from "../commands/parse.ts";
import type { Branch } from "../github/branches.ts";
import type { Comment } from "../github/comments.ts";
import type { Issue } from "../github/issues.ts";
import type { Owner } from "../github/organisations.ts";
import { isListings } from "../submission/role.ts";
import { configPath } from "../subjects/subjects.ts";
import { isAccountForm, parseForm } from "./form.ts";
import { accountLabelsOf } from "./labels.ts";
import { notesOf } from "./notes.ts";
import type { AccountObservation, Deciders } from "./observation.ts";
import type { AccountPorts } from "./ports.ts";
import { readAccounts } from "./read-accounts.ts";
import { readPublishers } from "./read-publishers.ts";
import { readRequest } from "./request.ts";

/** A request as it was seen, and the commit that it was seen at. */
export interface SeenRequest {
  readonly observation: AccountObservation;
  readonly branch: Branch;
}

/** Whether an issue asks for an account: by its form, or since it did before and was edited. */
export function isAccountRequest({ body, labels, isOurs }: Issue): boolean {
  return !isOurs && (isAccountForm(body) || accountLabelsOf(labels).length > 0);
}

/** The branch that adds the account of a request, where the app may not push to the default branch. */
export function proposalBranch(number: number): string {
  return `connector-gate/account-${number}`;
}

/** Reads all that matters to a request; null where the issue is none, or its repository holds no listings. */
export async function observeRequest(
  number: number,
  ports: AccountPorts,
  context: { readonly ruleIds: readonly string[]; readonly now: Date },
): Promise<SeenRequest | null> {
  const { issues, files, branches, comments, organisations } = ports;
  const issue = await issues.read(number);
  if (!issue || !isAccountRequest(issue)) return null;
  const branch = await branches.defaultBranch();
  const config = branch && (await files.find(configPath, branch.sha));
  if (!branch || !config || !isListings(config.bytes)) return null;

  const policy = parseListingsPolicy(config.bytes, context.ruleIds);
  const { ownerName } = readRequest(parseForm(issue.body));
  const [written, known, publishers, owner, waiting, siblings, deciders] = await Promise.all([
    comments.list(number),
    readAccounts(branch.sha, branches, files),
    readPublishers(branch.sha, files),
    ownerName === null ? null : organisations.find(ownerName),
    branches.pullFrom(proposalBranch(number)),
    siblingsOf(issue, ownerName, ports),
    policy.ok ? readDeciders(policy.value, ports) : { logins: new Set<string>(), unreadable: [] },
  ]);
  const [reacted, belongs] = await Promise.all([
    reactedOf(written, ports),
    owner ? belongsTo(owner, issue.author, ports) : false,
  ]);
  const { now } = context;
  return {
    branch,
    observation: {
      issue,
      policy,
      comments: written,
      reacted,
      deciders,
      owner,
      belongs,
      known,
      publishers,
      siblings,
      waiting,
      now,
    },
  };
}

async function siblingsOf(
  { number }: Issue,
  ownerName: string | null,
  { issues }: AccountPorts,
): Promise<readonly number[]> {
  if (ownerName === null) return [];
  return (await issues.open())
    .filter(
      (other) =>
        other.number !== number &&
        isAccountRequest(other) &&
        readRequest(parseForm(other.body)).ownerName?.toLowerCase() === ownerName.toLowerCase(),
    )
    .map((other) => other.number);
}

async function readDeciders(policy: ListingsPolicy, { teams }: AccountPorts): Promise<Deciders> {
  const logins = new Set<string>();
  const unreadable: string[] = [];
  for (const text of policy.accounts["decided-by"]) {
    const named = parseNamed(text);
    if (named?.kind === "user") logins.add(named.login.toLowerCase());
    if (named?.kind !== "team") continue;
    const members = await teams.members(named.organisation, named.team);
    if (!members) unreadable.push(text);
    for (const login of members ?? []) logins.add(login);
  }
  return { logins, unreadable };
}

/** Which comments with commands carry a reaction of the app's. */
async function reactedOf(
  written: readonly Comment[],
  { comments }: AccountPorts,
): Promise<ReadonlySet<number>> {
  // The app knows its own name by what it wrote; before that, it has answered nothing.
  const own = written.find(({ isOurs, isBot }) => isOurs && isBot)?.author;
  const replied = new Set(notesOf(written).map(({ note }) => (note.note === "reply" ? note.comment : 0)));
  const reacted = new Set<number>();
  for (const { id, answers, isBot, body } of written) {
    if (own === undefined || isBot || answers === 0 || replied.has(id)) continue;
    if (parseCommands(body).length > 0 && (await comments.isAnswered(id, own))) reacted.add(id);
  }
  return reacted;
}

async function belongsTo(owner: Owner, login: string, { organisations }: AccountPorts): Promise<boolean> {
  if (owner.type === "User") return owner.login.toLowerCase() === login.toLowerCase();
  return organisations.isPublicMember(owner.login, login);
}
