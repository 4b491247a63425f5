import type { Call, Repository } from "./client.ts";
import { faultOf, orNull } from "./faults.ts";

/** A check that has to have passed before a branch takes a commit. */
export interface RequiredCheck {
  readonly name: string;
  /** The app whose check it has to be; null where a check of this name by anybody will do. */
  readonly appId: number | null;
}

/** What keeps a branch from changing, as far as it can be read without being an administrator. */
export interface BranchProtection {
  readonly requiredChecks: readonly RequiredCheck[];
}

export interface ProtectionPort {
  /** What protects a branch, by its protection rule and by all rulesets; null where it may not be read. */
  read(branch: string): Promise<BranchProtection | null>;
}

/** Rules beyond these pages of a hundred are not looked at. */
const maxPages = 5;

export function githubProtection(call: Call, repository: Repository): ProtectionPort {
  async function ofRule(branch: string): Promise<readonly RequiredCheck[]> {
    const found = await orNull(
      call("GET /repos/{owner}/{repo}/branches/{branch}", { ...repository, branch }),
    );
    const required = found?.data.protection?.required_status_checks;
    // Where it holds for all but administrators, that is what they chose.
    if (!required || required.enforcement_level === "off") return [];
    const checks = required.checks.map(({ context, app_id }) => ({ name: context, appId: toAppId(app_id) }));
    const named = new Set(checks.map(({ name }) => name));
    const statuses = required.contexts.filter((name) => !named.has(name));
    return [...checks, ...statuses.map((name) => ({ name, appId: null }))];
  }

  async function ofRulesets(branch: string): Promise<readonly RequiredCheck[]> {
    const checks: RequiredCheck[] = [];
    for (let page = 1; page <= maxPages; page++) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/rules/branches/{branch}", {
          ...repository,
          branch,
          per_page: 100,
          page,
        }),
      );
      const rules = found?.data ?? [];
      for (const rule of rules) {
        if (rule.type !== "required_status_checks") continue;
        for (const { context, integration_id } of rule.parameters?.required_status_checks ?? []) {
          checks.push({ name: context, appId: toAppId(integration_id) });
        }
      }
      if (rules.length < 100) break;
    }
    return checks;
  }

  return {
    async read(branch) {
      try {
        const [rule, rulesets] = await Promise.all([ofRule(branch), ofRulesets(branch)]);
        return { requiredChecks: [...rule, ...rulesets] };
      } catch (error) {
        if (faultOf(error, new Date(0))?.kind === "denied") return null;
        throw error;
      }
    },
  };
}

/** GitHub writes "by anybody" in three ways. */
function toAppId(id: number | null | undefined): number | null {
  return id === undefined || id === null || id < 0 ? null : id;
}
