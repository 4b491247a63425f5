import type { ListingsPolicy } from "../../checks/listing/listings-policy.ts";
import { parseNamed } from "../../checks/listing/people.ts";
import { fewAtOnce } from "../few-at-once.ts";
import { githubTeams } from "../github/teams.ts";
import type { ListingsContext } from "./context.ts";
import type { FoundAccount, Pusher } from "./facts.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import { mayWrite, type OpenSource } from "./source.ts";

/** Whom a policy names, by the names that it has for them. */
export interface NamedPeople {
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly unreadableTeams: readonly string[];
}

/** Reads the members of all teams that a policy names. */
export async function readPeople(policy: ListingsPolicy, { call }: ListingsContext): Promise<NamedPeople> {
  const names = new Set([
    ...policy.reviewers.code,
    ...policy.reviewers.usability,
    ...policy.waivers.flatMap(({ by }) => by),
    ...policy.accounts["decided-by"],
    ...policy.listing["listed-by"],
  ]);
  const teams = githubTeams(call);
  const members = new Map<string, ReadonlySet<string>>();
  const unreadableTeams: string[] = [];
  await fewAtOnce([...names], async (name) => {
    const named = parseNamed(name);
    if (named?.kind === "user") members.set(name, new Set([named.login.toLowerCase()]));
    if (named?.kind !== "team") return;
    const found = await teams.members(named.organisation, named.team);
    members.set(name, found ?? new Set());
    if (!found) unreadableTeams.push(name);
  });
  return { members, unreadableTeams: unreadableTeams.sort() };
}

/** More people than these are not asked about, since each costs a request. */
const maxAsked = 100;

/**
 * Those who belong to the submitting side: who opened it, who pushed it, the users whom the account covers, and of the
 * programme's people those who may write in the source.
 */
export async function readInsiders(
  pull: PullRequest,
  pusher: Pusher | null,
  account: FoundAccount,
  { members }: NamedPeople,
  source: OpenSource | null,
): Promise<ReadonlySet<string>> {
  const insiders = new Set([pull.author.toLowerCase()]);
  if (pusher) insiders.add(pusher.login.toLowerCase());
  const owners = account.kind === "found" ? account.account.owners : [];
  for (const { login, type } of owners) if (type === "User") insiders.add(login.toLowerCase());
  const people = new Set([...members.values()].flatMap((logins) => [...logins]));
  const asked = [...people].filter((login) => !insiders.has(login)).slice(0, maxAsked);
  if (!source) return insiders;
  await fewAtOnce(asked, async (login) => {
    if (mayWrite(await source.permissionOf(login))) insiders.add(login);
  });
  return insiders;
}
