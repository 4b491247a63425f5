import { ruleUrl, type RuleInfo } from "../../checks/engine/rule-info.ts";
import { markdownCode, shorten } from "../../checks/report/escape.ts";
import { nearest } from "../../checks/yaml/nearest.ts";
import type { Command } from "./command.ts";

export const explain: Command = {
  name: "explain",
  summary: "Says what a rule asks for, why, and what to do.",
  usage: "/explain <rule>",
  permission: "read",
  async run(args, { rules }) {
    const [wanted = ""] = args.replaceAll("`", "").split(/\s/);
    if (wanted === "")
      return { react: "confused", reply: "Name a rule, such as `/explain usability/field-hint`." };
    const rule = rules.get(wanted) ?? [...rules.values()].find(({ id }) => id.endsWith(`/${wanted}`));
    if (rule) return { react: "+1", reply: describe(rule) };
    const near = nearest(wanted, [...rules.keys()]);
    const hint = near === null ? "" : ` Is it ${markdownCode(near)}?`;
    return { react: "confused", reply: `There is no rule ${markdownCode(shorten(wanted, 80))}.${hint}` };
  },
};

function describe({ id, severity, docs }: RuleInfo): string {
  return [
    `**${id}** (${severity}): ${docs.summary}`,
    docs.why,
    `**How to fix:** ${docs.remedy}`,
    `[More, with examples](${ruleUrl(id)})`,
  ].join("\n\n");
}
