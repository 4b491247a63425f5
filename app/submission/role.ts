import { readYaml } from "../../checks/yaml/read-yaml.ts";

/**
 * Whether a repository is one of listings, by its configuration on the branch that counts. A file that is not even
 * YAML can still say so: such a policy stops listings, and must not turn them into connectors.
 */
export function isListings(config: Uint8Array | null): boolean {
  if (config === null) return false;
  const read = readYaml(config);
  if (!read.ok) return /^role:[ \t]*["']?listings\b/m.test(new TextDecoder().decode(config));
  const { value } = read.file;
  return typeof value === "object" && value !== null && "role" in value && value.role === "listings";
}

/**
 * Whether a branch is named as those of submissions and withdrawals are. Other pull requests are spared what only
 * matters to these, since an event does not tell the role of its repository.
 */
export function isSubmissionBranch(ref: string): boolean {
  return /^(?:submit|withdraw)\//.test(ref);
}
