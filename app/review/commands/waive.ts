import { countOf } from "../../../checks/report/counts.ts";
import { escapeUnseen, markdownCode, shorten, toOneLine } from "../../../checks/report/escape.ts";
import { nearest } from "../../../checks/yaml/nearest.ts";
import { policyNames } from "../roles.ts";
import { matchesRule } from "../roles.ts";
import { waiversOf } from "../waivers.ts";
import { unboundReason } from "./binding.ts";
import {
  type CommandContext,
  type CommandResult,
  done,
  puzzled,
  refuse,
  type ReviewCommand,
} from "./command.ts";

const maxReason = 500;

export const waive: ReviewCommand = {
  name: "waive",
  usage: "/waive <rule> <reason>",
  summary: "Sets a rule aside for the connector as it is now; everybody sees who did, and why.",
  who: "whom the policy names for the rule",
  answer: "how many findings that sets aside",
  run(args, context) {
    const [, word = "", text = ""] = /^(\S*)\s*(.*)$/.exec(args) ?? [];
    const rule = word.replaceAll("`", "");
    const problem = whyNot(rule, context);
    if (problem) return problem;
    const reason = escapeUnseen(toOneLine(text)).trim();
    if (reason === "") return puzzled(`Say why: \`/waive ${rule} <reason>\`.`);
    const unbound = unboundReason(context, `waive ${rule}`);
    if (unbound) return unbound;
    const { report, record } = context.observation;
    const count = report?.findings.filter(({ ruleId }) => ruleId === rule).length;
    if (count === 0)
      return puzzled(
        `There is no finding of ${markdownCode(rule)} in this connector, so nothing is to be set aside.`,
      );
    const what = count === undefined ? "" : ` (${countOf(count, "finding")})`;
    return done(`${markdownCode(rule)}${what} is set aside for ${record?.version ?? "this version"}.`, {
      act: "waive",
      rule,
      reason: shorten(reason, maxReason),
    });
  },
};

export const unwaive: ReviewCommand = {
  name: "unwaive",
  usage: "/unwaive <rule>",
  summary: "Takes a waiver back.",
  who: "whom the policy names for the rule",
  answer: "that the rule counts again",
  run(args, context) {
    const rule = args.replaceAll("`", "").split(/\s/)[0] ?? "";
    const problem = whyNot(rule, context);
    if (problem) return problem;
    const { acts, roles, observation } = context;
    const isWaived = waiversOf(acts, roles, observation.digest).some((waiver) => waiver.rule === rule);
    if (!isWaived) return puzzled(`${markdownCode(rule)} is not set aside here.`);
    return done(`${markdownCode(rule)} counts again.`, { act: "unwaive", rule });
  },
};

/** Why somebody cannot decide about a rule; null where they can. */
function whyNot(rule: string, { by, roles, rules, observation }: CommandContext): CommandResult | null {
  if (rule === "") return puzzled("Name a rule, such as `/waive usability/field-hint <reason>`.");
  if (roles.isInsider(by)) return refuse("Nobody sets rules aside for a connector of their own side.");
  if (!rules.has(rule)) {
    if (!roles.isInvolved(by))
      return refuse("Rules are set aside by the people whom the policy names for them.");
    const near = nearest(rule, rules.keys());
    const hint = near === null ? "" : ` Is it ${markdownCode(near)}?`;
    return puzzled(`There is no rule ${markdownCode(shorten(rule, 80))}.${hint}`);
  }
  if (roles.mayWaive(by, rule)) return null;
  const people = observation.policy.waivers
    .filter(({ rules: patterns }) => patterns.some((pattern) => matchesRule(pattern, rule)))
    .flatMap((waiver) => waiver.by);
  if (people.length === 0)
    return refuse(`${markdownCode(rule)} cannot be set aside: the policy names nobody for it.`);
  return refuse(`${markdownCode(rule)} is set aside by ${policyNames([...new Set(people)])} only.`);
}
