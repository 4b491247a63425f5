import { gateNames } from "../../app/submission/gate.ts";
import { codeBlock } from "./markdown.ts";

/** Stands for the number of the programme's own app. */
const appId = 123456;

/** The ruleset that protects a listings repository, as GitHub imports it; a code block of Markdown. */
export function renderRuleset(): string {
  const ruleset = {
    name: "Listings",
    target: "branch",
    enforcement: "active",
    conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
    rules: [
      { type: "deletion" },
      { type: "non_fast_forward" },
      {
        type: "pull_request",
        parameters: {
          required_approving_review_count: 0,
          dismiss_stale_reviews_on_push: false,
          require_code_owner_review: true,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      },
      {
        type: "required_status_checks",
        parameters: {
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: false,
          required_status_checks: gateNames.map((context) => ({ context, integration_id: appId })),
        },
      },
    ],
    bypass_actors: [{ actor_id: null, actor_type: "DeployKey", bypass_mode: "always" }],
  };
  return codeBlock("json", JSON.stringify(ruleset, null, 2));
}
