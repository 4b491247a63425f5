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

/** Reads the members of all teams that a policy names for submissions. */
export async function readPeople(policy: ListingsPolicy, { call }: ListingsContext): Promise<NamedPeople> {
  const names = new Set([
    ...policy.reviewers.code,
    ...policy.reviewers.usability,
    ...policy.waivers.flatMap(({ by }) => by),
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

/** More people than these are not asked about, since each costs a request; they count as insiders, to be on the safe side. */
const maxAsked = 100;

/**
 * Those who belong to the submitting side: who opened it, who pushed it, the users whom the account covers, and of the
 * programme's people those who may write in the source. Those who `spoke` are asked about before others.
 */
export async function readInsiders(
  pull: PullRequest,
  pusher: Pusher | null,
  account: FoundAccount,
  { members }: NamedPeople,
  source: OpenSource | null,
  spoke: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const insiders = new Set([pull.author.toLowerCase()]);
  if (pusher) insiders.add(pusher.login.toLowerCase());
  const owners = account.kind === "found" ? account.account.owners : [];
  for (const { login, type } of owners) if (type === "User") insiders.add(login.toLowerCase());
  const people = new Set([...members.values()].flatMap((logins) => [...logins]));
  const possible = [...people]
    .filter((login) => !insiders.has(login))
    .sort((a, b) => Number(spoke.has(b)) - Number(spoke.has(a)) || (a < b ? -1 : 1));
  if (!source || source.installationId === null) return insiders;
  for (const login of possible.slice(maxAsked)) insiders.add(login);
  await fewAtOnce(possible.slice(0, maxAsked), async (login) => {
    if (mayWrite(await source.permissionOf(login))) insiders.add(login);
  });
  return insiders;
}
