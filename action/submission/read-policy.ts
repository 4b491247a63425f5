import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { configFile } from "../../checks/config/config.ts";
import { defaultPolicy, parsePolicy, type Policy } from "../../checks/listing/policy.ts";
import { UserError } from "../user-error.ts";
import { readText } from "./observe.ts";

/** The programme's policy; the default one where the listings repository has none. */
export async function readPolicy(github: GitHubClient, target: Repository): Promise<Policy> {
  const text = await readText(github, target, configFile);
  if (text === null) {
    // A repository that the token can't see looks the same as one without a policy.
    await github.request("GET /repos/{owner}/{repo}", { ...target });
    return defaultPolicy;
  }
  const parsed = parsePolicy(new TextEncoder().encode(text));
  if (parsed.ok) return parsed.value;
  const [problem] = parsed.problems;
  throw new UserError(
    `The policy ${configFile} of ${target.owner}/${target.repo} can't be used (line ${problem?.line ?? 1}: ${problem?.message ?? ""}): tell the programme's people.`,
  );
}
