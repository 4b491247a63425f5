import { markdownCode } from "../../checks/report/escape.ts";
import type { BranchProtection } from "../github/protection.ts";
import { gateNames } from "./gate.ts";

const guide = "https://github.com/connector-gate/connector-gate/blob/main/docs/listings-repository.md";

/**
 * What a submission's `Submission` check says where a red gate would not keep it from being merged by hand, as a
 * paragraph of Markdown; null where all is well, or where nothing can be known.
 */
export function protectionNotice(
  protection: BranchProtection | null,
  branch: string,
  appId: number,
): string | null {
  if (!protection) return null;
  const missing: string[] = [];
  const unpinned: string[] = [];
  for (const name of gateNames) {
    const required = protection.requiredChecks.filter((check) => check.name === name);
    if (required.length === 0) missing.push(name);
    else if (!required.some((check) => check.appId === appId)) unpinned.push(name);
  }
  if (missing.length === 0 && unpinned.length === 0) return null;
  const sentences = [
    ...(missing.length > 0
      ? [
          missing.length === gateNames.length
            ? `the branch ${markdownCode(branch)} requires none of the ${gateNames.length} checks, so anybody who may merge can list a connector whatever they say`
            : `the branch ${markdownCode(branch)} does not require ${listed(missing)}, so a connector can be listed whatever ${missing.length === 1 ? "it says" : "they say"}`,
        ]
      : []),
    ...(unpinned.length > 0
      ? [
          `${listed(unpinned)} may come from any app or workflow; ${unpinned.length === 1 ? "it has" : "they have"} to be bound to this app`,
        ]
      : []),
  ];
  return `> [!WARNING]\n> **This listings repository is not protected**: ${sentences.join(". Also, ")}. [How to protect it](${guide}#protect-the-branch), for its administrators.`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `*${name}*`);
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)!}`;
}
