import type { Call } from "./client.ts";
import { orNull } from "./faults.ts";

/** Who owns repositories. */
export interface Owner {
  /** As GitHub spells it. */
  readonly login: string;
  /** Stays when the name changes, and never comes back for another. */
  readonly id: number;
  readonly type: "Organization" | "User";
}

export interface OrganisationPort {
  /** Null where nobody has the name, or a bot. */
  find(login: string): Promise<Owner | null>;
  /** Whether somebody shows to everyone that they are a member. */
  isPublicMember(organisation: string, login: string): Promise<boolean>;
}

export function githubOrganisations(call: Call): OrganisationPort {
  return {
    async find(login) {
      const found = await orNull(call("GET /users/{username}", { username: login }));
      if (!found) return null;
      const { login: name, id, type } = found.data;
      return type === "Organization" || type === "User" ? { login: name, id: Number(id), type } : null;
    },
    async isPublicMember(organisation, login) {
      const found = await orNull(
        call("GET /orgs/{org}/public_members/{username}", { org: organisation, username: login }),
      );
      return found !== null;
    },
  };
}
