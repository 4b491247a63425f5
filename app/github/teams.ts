import type { Call } from "./client.ts";
import { faultOf } from "./faults.ts";

/** Members beyond these pages of a hundred are not looked at. */
const maxPages = 20;

export interface TeamPort {
  /**
   * The logins, in lower case, of a team's active members, those of its child teams among them; null where there is no
   * such team, or none that the app may see.
   */
  members(organisation: string, team: string): Promise<ReadonlySet<string> | null>;
}

export function githubTeams(call: Call): TeamPort {
  return {
    async members(organisation, team) {
      const logins = new Set<string>();
      for (let page = 1; page <= maxPages; page++) {
        const found = await orUnseen(
          call("GET /orgs/{org}/teams/{team_slug}/members", {
            org: organisation,
            team_slug: team,
            per_page: 100,
            page,
          }),
        );
        if (!found) return null;
        for (const { login } of found.data) logins.add(login.toLowerCase());
        if (found.data.length < 100) break;
      }
      return logins;
    },
  };
}

/** GitHub hides teams of other organisations, and refuses where the app may not read members at all. */
async function orUnseen<Result>(request: Promise<Result>): Promise<Result | null> {
  try {
    return await request;
  } catch (error) {
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind === "missing" || kind === "denied") return null;
    throw error;
  }
}
