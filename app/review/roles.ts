import type { SubmissionObservation } from "../submission/observation.ts";
import { sides, type Side } from "./side.ts";

/** Who may do what on a submission. Logins are taken in any case. */
export interface Roles {
  /** The reviewers of a side, in lower case and in order; nobody of the submitting side is among them. */
  readonly reviewers: Readonly<Record<Side, readonly string[]>>;
  /** The sides that somebody reviews for. */
  sidesOf(login: string): readonly Side[];
  /** Whether somebody belongs to the submitting side. */
  isInsider(login: string): boolean;
  /** Whether somebody may list, and take back. */
  isLister(login: string): boolean;
  mayWaive(login: string, rule: string): boolean;
  /** Whether somebody may hold a submission, and let it go on: those who review and those who list. */
  mayHold(login: string): boolean;
  /** Whether somebody may take the submission back for the publisher. */
  isPublisher(login: string): boolean;
  /** Whether somebody has any part in this submission. */
  isInvolved(login: string): boolean;
}

type Known = Pick<SubmissionObservation, "policy" | "members" | "insiders" | "account" | "pull">;

export function rolesOf({ policy, members, insiders, account, pull }: Known): Roles {
  const everybody = (names: readonly string[]) =>
    new Set(names.flatMap((name) => [...(members.get(name) ?? [])]).filter((login) => !insiders.has(login)));
  const reviewers = {
    code: everybody(policy.reviewers.code),
    usability: everybody(policy.reviewers.usability),
  };
  const listers = everybody(policy.listing["listed-by"]);
  const waivers = policy.waivers.map(({ rules, by }) => ({ rules, by: everybody(by) }));
  const publishers = new Set([
    pull.author.toLowerCase(),
    ...(account?.owners ?? []).flatMap(({ login, type }) => (type === "User" ? [login.toLowerCase()] : [])),
  ]);

  const roles: Roles = {
    reviewers: { code: [...reviewers.code].sort(), usability: [...reviewers.usability].sort() },
    sidesOf: (login) => sides.filter((side) => reviewers[side].has(login.toLowerCase())),
    isInsider: (login) => insiders.has(login.toLowerCase()),
    isLister: (login) => listers.has(login.toLowerCase()),
    mayWaive: (login, rule) =>
      waivers.some(
        ({ rules, by }) => by.has(login.toLowerCase()) && rules.some((pattern) => matchesRule(pattern, rule)),
      ),
    mayHold: (login) => roles.sidesOf(login).length > 0 || roles.isLister(login),
    isPublisher: (login) => publishers.has(login.toLowerCase()),
    isInvolved: (login) =>
      roles.mayHold(login) ||
      roles.isInsider(login) ||
      roles.isPublisher(login) ||
      waivers.some(({ by }) => by.has(login.toLowerCase())),
  };
  return roles;
}

/** Whether a rule is the one of a pattern, or of its family (`usability/*`). */
export function matchesRule(pattern: string, rule: string): boolean {
  return pattern.endsWith("/*") ? rule.startsWith(pattern.slice(0, -1)) : pattern === rule;
}

/** The people whom a policy names for something, as it writes them; for a sentence such as "Ask …". */
export function policyNames(names: readonly string[]): string {
  return names.length === 0 ? "nobody" : names.map((name) => `\`${name}\``).join(", ");
}
